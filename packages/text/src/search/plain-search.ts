/** Finds the spellings of terms in a row, and says what was needed to see each. */

import { toBit } from '../conversion.ts'
import { endOfUnits, explainUnits, NOT_THE_WORD } from '../explain.ts'
import { type ListedTerm, ReadTexts } from '../listed-term.ts'
import { isInsideWord } from '../listed-word.ts'
import type { RowScan } from '../match/row-scan.ts'
import { WordIndex } from '../match/word-index.ts'
import type { Row } from '../row.ts'
import type { Sighting } from '../sighting.ts'
import type { Key } from './keys.ts'

const REVERSED = toBit('reversed')
const NONE: readonly Sighting[] = []

export class PlainSearch {
  readonly words: WordIndex
  /** What the last scanned row has backwards. */
  reversed = NONE
  private readonly keys: readonly Key[]
  private readonly allowed: Int32Array
  private readonly texts: ReadTexts

  constructor(listed: readonly ListedTerm[], keys: readonly Key[]) {
    this.keys = keys
    this.allowed = Int32Array.from(keys, ({ number }) => (listed[number] as ListedTerm).allowed)
    this.texts = new ReadTexts(keys.map(({ text }) => text))
    this.words = new WordIndex(keys.map(({ units }) => units))
  }

  /** Whether some term allows the conversion. */
  allows(conversion: number): boolean {
    return this.allowed.some((allowed) => (allowed & conversion) !== 0)
  }

  /** Words as they are written from left to right. */
  find(row: Row): readonly Sighting[] {
    return this.sift(row, this.words.find(row.units, row.length), [])
  }

  /** The same in a row that was scanned, and those written backwards in `reversed`. */
  findScanned(row: Row, { pairs, pairCount }: RowScan): readonly Sighting[] {
    this.reversed = NONE
    const count = this.words.findAmong(row.units, row.length, pairs, pairCount)
    if (count === 0) return NONE
    const reversed: Sighting[] = []
    const plain = this.sift(row, count, reversed)
    if (reversed.length > 0) this.reversed = reversed
    return plain
  }

  /** Terms of two units or more that stand in `units` as they are listed and allow a conversion. */
  eachWritten(
    units: Uint16Array,
    length: number,
    conversion: number,
    see: (number: number, at: number, size: number) => void,
  ): void {
    const count = this.words.find(units, length)
    const { found } = this.words
    for (let nth = 0; nth < count; nth += 1) {
      const word = found[nth * 2] as number
      const { number, units: written, bits } = this.keys[word] as Key
      if (bits !== 0 || written.length < 2) continue
      if (((this.allowed[word] as number) & conversion) === 0) continue
      see(number, found[nth * 2 + 1] as number, written.length)
    }
  }

  /** Which of the words just found are seen with no more conversions than they allow. */
  private sift(row: Row, count: number, reversed: Sighting[]): readonly Sighting[] {
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
      if (own === REVERSED) {
        reversed.push({ number, start, end, bits: own })
        continue
      }
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
