/** Finds the spellings of terms in a row, and says what was needed to see each. */

import type { Marks } from '../disguise/marks.ts'
import { endOfUnits, explainUnits, NOT_THE_WORD } from '../explain.ts'
import { type ListedTerm, ReadTexts } from '../listed-term.ts'
import { isInsideWord } from '../listed-word.ts'
import { WordIndex } from '../match/word-index.ts'
import type { Row } from '../row.ts'
import type { Sighting } from '../sighting.ts'
import type { Key } from './keys.ts'

const NONE: readonly Sighting[] = []

export class PlainSearch {
  private readonly keys: readonly Key[]
  private readonly allowed: Int32Array
  private readonly texts: ReadTexts
  private readonly words: WordIndex

  constructor(listed: readonly ListedTerm[], keys: readonly Key[]) {
    this.keys = keys
    this.allowed = Int32Array.from(keys, ({ number }) => (listed[number] as ListedTerm).allowed)
    this.texts = new ReadTexts(keys.map(({ text }) => text))
    this.words = new WordIndex(keys.map(({ units }) => units))
  }

  find(row: Row): readonly Sighting[] {
    return this.sift(row, this.words.find(row.units, row.length))
  }

  /** The same, and in the same pass the places where the row may be read in another way. */
  findAndMark(row: Row, marks: Marks): readonly Sighting[] {
    return this.sift(row, this.words.findAndMark(row.units, row.length, marks))
  }

  /** Which of the words just found are seen with no more conversions than they allow. */
  private sift(row: Row, count: number): readonly Sighting[] {
    if (count === 0) return NONE
    const { found } = this.words
    const sightings: Sighting[] = []
    for (let nth = 0; nth < count; nth += 1) {
      const word = found[nth * 2] as number
      const at = found[nth * 2 + 1] as number
      const { number, text, units, bits: own } = this.keys[word] as Key
      if (isInsideWord(row, at, units.length)) continue
      const start = row.starts[at] as number
      const end = endOfUnits(row, at, units.length)
      const isAsListed = end - start === text.length && row.text.startsWith(text, start)
      const more = isAsListed ? 0 : explainUnits(row, at, this.texts.get(word))
      if (more === NOT_THE_WORD) continue
      const bits = own | more
      if ((bits & ~(this.allowed[word] as number)) === 0)
        sightings.push({ number, start, end, bits })
    }
    return sightings
  }
}
