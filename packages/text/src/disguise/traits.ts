/**
 * What the scan is told of each unit, in one look-up: how it sounds, and whether it may be read as
 * something else by a reader of this lexicon.
 */

import { IS_MARKED } from '../match/row-scan.ts'
import { MAY_BE_HALF, MAY_BE_LOOK_ALIKE, type Readers } from './edit-readers.ts'
import { SOUND_CLASS } from './sound.ts'

const FIRST_LETTER = 97
const AFTER_LETTERS = 123

/** Undefined when there is nothing to tell. Digits that stand for letters are found from these. */
export function toTraits(readers: Readers, readsLetters: boolean): Uint16Array | undefined {
  const { kinds, leastLeet } = readers
  const isMarked = (kind: number) => (kind & (MAY_BE_HALF | MAY_BE_LOOK_ALIKE)) !== 0
  if (!readsLetters && leastLeet === undefined && !kinds.some(isMarked)) return undefined
  const traits = SOUND_CLASS.slice()
  for (let unit = 0; unit < traits.length; unit += 1) {
    const isLetter = unit >= FIRST_LETTER && unit < AFTER_LETTERS
    if (isLetter || isMarked(kinds[unit] as number)) {
      traits[unit] = (traits[unit] as number) | IS_MARKED
    }
  }
  return traits
}
