/**
 * What the scan is told of each unit, in one look-up: how it sounds, and whether it may be read as
 * something else by a reader of this lexicon.
 */

import { IS_LEFT, IS_MARKED, IS_RIGHT } from '../match/row-scan.ts'
import { MAY_BE_HALF, MAY_BE_LOOK_ALIKE, type Readers } from './edit-readers.ts'
import { SOUND_CLASS } from './sound.ts'
import type { Halves } from './split-table.ts'

const FIRST_LETTER = 97
const AFTER_LETTERS = 123

/** Undefined when there is nothing to tell. Digits that stand for letters are found from these. */
export function toTraits(
  { kinds, leastLeet }: Readers,
  halves: readonly Halves[],
  readsLetters: boolean,
): Uint16Array | undefined {
  const isMarked = (kind: number) => (kind & (MAY_BE_HALF | MAY_BE_LOOK_ALIKE)) !== 0
  if (!readsLetters && leastLeet === undefined && !kinds.some(isMarked)) return undefined
  const traits = SOUND_CLASS.slice()
  const add = (unit: number, trait: number) => {
    traits[unit] = (traits[unit] as number) | trait
  }
  for (let unit = FIRST_LETTER; unit < AFTER_LETTERS; unit += 1) add(unit, IS_MARKED)
  for (const [unit, kind] of kinds.entries()) {
    if ((kind & MAY_BE_LOOK_ALIKE) !== 0) add(unit, IS_MARKED)
  }
  for (const { left, right } of halves) {
    add(left, IS_LEFT)
    add(right, IS_RIGHT)
  }
  return traits
}
