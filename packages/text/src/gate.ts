/**
 * Which conversions a term allows that does not say, by how much of it there is to recognise.
 *
 * Short words have many innocent namesakes: of ordinary messages, a list of public words hits
 * 73 in 100 by sound alone with words of two syllables, 6 with three, 1 with four. So what can
 * turn ordinary text into a hit needs length; what cannot is allowed for every word.
 */

import { SAFE_BITS, toBits } from './conversion.ts'
import { INITIAL } from './disguise/sound.ts'
import { isLatin } from './fold/fold-table.ts'

const FROM_TWO = toBits(['alias', 'split'])
const FROM_THREE = toBits(['number', 'shape', 'vertical', 'pinyin', 'initials', 'homophone'])
const FROM_FOUR = toBits(['near', 'reversed'])
/** Latin words shorter than this are too often the spelling of something else. */
const LEAST_LEET = 5
const LEET = toBits(['leet'])

export function defaultConversions(units: Uint16Array): number {
  let han = 0
  let latin = 0
  for (const unit of units) {
    if (INITIAL[unit] !== 0) han += 1
    else if (isLatin(unit)) latin += 1
  }
  return (
    SAFE_BITS |
    (han >= 2 ? FROM_TWO : 0) |
    (han >= 3 ? FROM_THREE : 0) |
    (han >= 4 ? FROM_FOUR : 0) |
    (latin === units.length && latin >= LEAST_LEET ? LEET : 0)
  )
}

/** Characters swapped for others of the same sound: how many of how many still make the word. */
export function isBelievableSound(length: number, swapped: number): boolean {
  return swapped <= (MOST_SWAPPED[length] ?? length)
}

/** By length of the word; longer ones may be swapped throughout. */
const MOST_SWAPPED: Readonly<Record<number, number>> = { 2: 1, 3: 1, 4: 2, 5: 4 }

/** Letters for characters: at least half of the word must stand as it is. */
export function areBelievableInitials(length: number, letters: number): boolean {
  return letters * 2 <= length
}
