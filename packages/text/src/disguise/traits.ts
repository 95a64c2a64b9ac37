/**
 * What the scan is told of each unit, in one look-up: how it sounds, and whether it may be read as
 * something else by a reader of this lexicon.
 */

import { IS_LEFT, IS_MARKED, IS_RIGHT } from '../match/row-scan.ts'
import { MAY_BE_HALF, MAY_BE_LOOK_ALIKE, type Readers } from './edit-readers.ts'
import { SOUND_CLASS } from './sound.ts'

const FIRST_LETTER = 97
const AFTER_LETTERS = 123

/** Undefined when there is nothing to tell. Digits that stand for letters are found from these. */
export function toTraits(readers: Readers, readsLetters: boolean): Uint16Array | undefined {
  const { kinds, leastLeet, wholes } = readers
  const isMarked = (kind: number) => (kind & (MAY_BE_HALF | MAY_BE_LOOK_ALIKE)) !== 0
  if (!readsLetters && leastLeet === undefined && !kinds.some(isMarked)) return undefined
  const traits = SOUND_CLASS.slice()
  for (let unit = 0; unit < traits.length; unit += 1) {
    const isLetter = unit >= FIRST_LETTER && unit < AFTER_LETTERS
    const isLookAlike = ((kinds[unit] as number) & MAY_BE_LOOK_ALIKE) !== 0
    traits[unit] =
      (traits[unit] as number) |
      (isLetter || isLookAlike ? IS_MARKED : 0) |
      (wholes.isLeft(unit) ? IS_LEFT : 0) |
      (wholes.isRight(unit) ? IS_RIGHT : 0)
  }
  return traits
}
