/** Finds the spellings of terms in a row, and says what was needed to see each. */

import { toBit } from '../conversion.ts'
import type { PatchedRow } from '../disguise/patched-row.ts'
import { endOfUnits, explainUnits, NOT_THE_WORD } from '../explain.ts'
import { type ListedTerm, ReadTexts } from '../listed-term.ts'
import { isInsideWord } from '../listed-word.ts'
import { FOUND_SIZE, WordIndex } from '../match/word-index.ts'
import type { Row } from '../row.ts'
import type { SearchedRow } from '../searched-row.ts'
import type { Sighting } from '../sighting.ts'
import type { Key } from './keys.ts'

const ALIAS = toBit('alias')
const SHAPE = toBit('shape')
const REVERSED = toBit('reversed')
const NONE: Sighting[] = []

/** In `facts`, above the conversions that a key allows. */
const IS_ALIAS = 1 << 26
const IS_SHAPE = 1 << 27
const IS_OWN = 1 << 28
const IS_REVERSED = 1 << 29
/** Its text is its units, so a stretch of the same units and the same length is as listed. */
const IS_PLAIN = 1 << 30

export class PlainSearch {
  readonly words: WordIndex
  /** What the last row has backwards. */
  reversed = NONE
  /** For each key what its term allows, and what the key is. */
  private readonly facts: Int32Array
  /** How many keys there are of the terms themselves; they come first, as the terms do. */
  private readonly ownCount: number
  /** Of the keys after those: the numbers of their terms. */
  private readonly numbers: Int32Array
  private readonly texts: ReadTexts

  /** The first keys are the terms as they are listed, one for each. */
  constructor(listed: readonly ListedTerm[], keys: readonly Key[]) {
    this.ownCount = listed.length
    this.facts = Int32Array.from(keys, (key) => {
      return factsOf(key) | (listed[key.number] as ListedTerm).allowed
    })
    this.numbers = Int32Array.from(keys.slice(listed.length), ({ number }) => number)
    this.texts = new ReadTexts(keys.map(({ text }) => text))
    this.words = new WordIndex(keys.map(({ units }) => units))
  }

  /** Whether some term allows the conversion. */
  allows(conversion: number): boolean {
    return this.facts.some((facts) => (facts & conversion) !== 0)
  }

  /** Words of which some part is another reading. */
  findPatched(row: PatchedRow): readonly Sighting[] {
    const count = this.words.find(row.units, row.length)
    const { found } = this.words
    let kept = 0
    for (let nth = 0; nth < count; nth += 1) {
      const at = nth * FOUND_SIZE
      if (!row.hasEdit(found[at + 1] as number, found[at + 2] as number)) continue
      found.copyWithin(kept * FOUND_SIZE, at, at + FOUND_SIZE)
      kept += 1
    }
    return this.sift(row, found, kept)
  }

  /** The same in a row that was searched, and those written backwards in `reversed`. */
  findSearched({ row, found, foundCount }: SearchedRow): readonly Sighting[] {
    return this.sift(row, found, foundCount)
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
      const word = found[nth * FOUND_SIZE] as number
      const size = found[nth * FOUND_SIZE + 2] as number
      const facts = this.facts[word] as number
      if ((facts & IS_OWN) === 0 || (facts & conversion) === 0 || size < 2) continue
      see(this.numberOf(word), found[nth * FOUND_SIZE + 1] as number, size)
    }
  }

  /** Which of the words found are seen with no more conversions than they allow. */
  private sift(row: Row, found: Int32Array, count: number): readonly Sighting[] {
    let sightings = NONE
    this.reversed = NONE
    for (let nth = 0; nth < count; nth += 1) {
      const word = found[nth * FOUND_SIZE] as number
      const at = found[nth * FOUND_SIZE + 1] as number
      const size = found[nth * FOUND_SIZE + 2] as number
      if (isInsideWord(row, at, size)) continue
      const number = this.numberOf(word)
      const facts = this.facts[word] as number
      const start = row.starts[at] as number
      const end = endOfUnits(row, at, size)
      if ((facts & IS_REVERSED) !== 0) {
        this.reversed = withOneMore(this.reversed, { number, start, end, bits: REVERSED })
        continue
      }
      const isListed = (facts & IS_PLAIN) !== 0 && isWritten(row, at, size, end)
      const bits = isListed ? 0 : this.explain(row, at, end, word)
      if (bits !== NOT_THE_WORD && (bits & ~facts) === 0) {
        sightings = withOneMore(sightings, { number, start, end, bits })
      }
    }
    return sightings
  }

  private numberOf(word: number): number {
    return word < this.ownCount ? word : (this.numbers[word - this.ownCount] as number)
  }

  private explain(row: Row, at: number, end: number, word: number): number {
    const listed = this.texts.get(word)
    const bits = bitsOf(this.facts[word] as number)
    const start = row.starts[at] as number
    const isListed = end - start === listed.text.length && row.text.startsWith(listed.text, start)
    if (isListed) return bits
    const more = explainUnits(row, at, listed)
    return more === NOT_THE_WORD ? more : bits | more
  }
}

/** Most lists have one sighting, and a list that grows takes room for seventeen. */
function withOneMore(sightings: Sighting[], sighting: Sighting): Sighting[] {
  if (sightings === NONE) return [sighting]
  sightings.push(sighting)
  return sightings
}

function factsOf({ text, units, bits }: Key): number {
  if (bits === REVERSED) return IS_REVERSED
  if (bits === ALIAS) return IS_ALIAS
  if (bits === SHAPE) return IS_SHAPE
  const isPlain =
    text.length === units.length && units.every((unit, at) => unit === text.charCodeAt(at))
  return isPlain ? IS_OWN | IS_PLAIN : IS_OWN
}

/** The conversion that a key is. */
function bitsOf(facts: number): number {
  if ((facts & IS_OWN) !== 0) return 0
  return (facts & IS_ALIAS) !== 0 ? ALIAS : SHAPE
}

/** Whether units stand in the original as they were read, and nothing else does. */
function isWritten({ text, units, starts }: Row, at: number, size: number, end: number): boolean {
  const start = starts[at] as number
  if (end - start !== size) return false
  for (let nth = 0; nth < size; nth += 1) {
    if (text.charCodeAt(start + nth) !== units[at + nth]) return false
  }
  return true
}
