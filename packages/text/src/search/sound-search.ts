/**
 * Finds words by how they sound: homophones, near sounds, pinyin, digits read aloud.
 *
 * Sound alone proves little, so each character is then compared: as it stands, same digit, same
 * syllable, near syllable; and `gate.ts` says how many may have been swapped.
 * Where words stand by sound the search of the row has said, for text without pinyin; around letters that
 * fall into syllables the sounds are read again.
 */

import { toBit, toBits } from '../conversion.ts'
import { DIGIT_VALUE, SILENT, SOUND_CLASS, SYLLABLE } from '../disguise/sound.ts'
import { SoundRow } from '../disguise/sound-row.ts'
import { lettersAround, SpelledSyllables } from '../disguise/spelled-syllables.ts'
import { endOfUnits, explainCharacter, explainGap } from '../explain.ts'
import { isLatin, isSeparator } from '../fold/fold-table.ts'
import { isBelievableSound } from '../gate.ts'
import { type ListedTerm, ReadTexts } from '../listed-term.ts'
import { isInsideWord } from '../listed-word.ts'
import { FOUND_SIZE, WordIndex } from '../match/word-index.ts'
import type { Row } from '../row.ts'
import { AS_SYLLABLES, RUN_SIZE, type SearchedRow } from '../searched-row.ts'
import type { Sighting } from '../sighting.ts'
import type { TermTable } from '../term-table.ts'

const HOMOPHONE = toBit('homophone')
const NEAR = toBit('near')
const NUMBER = toBit('number')
const PINYIN = toBit('pinyin')
const BY_SOUND = toBits(['homophone', 'near', 'number', 'pinyin'])

/** Answered instead of bits when the sounds are not this word. */
const NOT_THE_WORD = -1
const NONE: readonly Sighting[] = []

export class SoundSearch {
  readonly words: WordIndex
  private readonly table: TermTable
  private readonly numbers: Int32Array
  /** Sounds of the longest word. */
  private readonly reach: number
  private readonly sounds = new SoundRow()
  private readonly syllables = new SpelledSyllables()
  private readonly texts: ReadTexts

  constructor(listed: readonly ListedTerm[], table: TermTable) {
    this.table = table
    this.texts = new ReadTexts(listed.map(({ term }) => term.text))
    const rows = listed.flatMap(({ units, allowed }, number) => {
      if ((allowed & BY_SOUND) === 0 || units.length < 2) return []
      const { codes, length } = this.sounds.read(units, 0, units.length)
      // A word that is spelled in letters has no other spelling by sound.
      if (length !== units.length || codes.subarray(0, length).includes(SILENT)) return []
      const count = this.sounds.pairUp()
      return [{ number, signs: this.sounds.signs.slice(0, count) }]
    })
    this.numbers = Int32Array.from(rows, ({ number }) => number)
    this.reach = rows.reduce((most, { signs }) => Math.max(most, signs.length + 1), 0)
    this.words = new WordIndex(rows.map(({ signs }) => signs))
  }

  find(searched: SearchedRow): readonly Sighting[] {
    if (this.words.wordCount === 0) return NONE
    const plain = this.findPlain(searched)
    const spelled = searched.runCount === 0 ? NONE : this.findSpelled(searched)
    if (spelled.length === 0) return plain
    return plain.length === 0 ? spelled : [...plain, ...spelled]
  }

  /** Words of which no part is spelled in letters. */
  private findPlain({ row, heard, heardCount }: SearchedRow): readonly Sighting[] {
    if (heardCount === 0) return NONE
    const sightings: Sighting[] = []
    for (let nth = 0; nth < heardCount; nth += 1) {
      const word = heard[nth * FOUND_SIZE] as number
      // The sign at a place is that of the unit before it and its own.
      const at = (heard[nth * FOUND_SIZE + 1] as number) - 1
      const end = at + this.lengthOf(word)
      if (at < 0 || this.isWritten(row, word, at) || this.hasSpelled(row, at, end)) continue
      this.sounds.readPlain(row.units, at, end)
      const sighting = this.toSighting(row, word, 0)
      if (sighting !== undefined) sightings.push(sighting)
    }
    return sightings
  }

  /** Whether the word stands there as it is listed: then plain search has found it. */
  private isWritten({ units }: Row, word: number, at: number): boolean {
    const { units: listed, begins } = this.table
    const begin = begins[this.numbers[word] as number] as number
    const size = this.lengthOf(word)
    for (let nth = 0; nth < size; nth += 1) {
      if (units[at + nth] !== listed[begin + nth]) return false
    }
    return true
  }

  /** Words of which some part is spelled in letters: what is within reach of such letters. */
  private findSpelled({ row, runs, runCount }: SearchedRow): readonly Sighting[] {
    const { units, length } = row
    const sightings: Sighting[] = []
    let from = 0
    let to = -1
    for (let nth = 0; nth < runCount; nth += 1) {
      if (((runs[nth * RUN_SIZE + 2] as number) & AS_SYLLABLES) === 0) continue
      const first = runs[nth * RUN_SIZE] as number
      const after = runs[nth * RUN_SIZE + 1] as number
      if (this.syllables.read(units, first, after) === 0) continue
      const begin = this.beginOfReach(units, first)
      if (to < 0 || begin > to) {
        if (to >= 0) this.addSpelled(row, from, to, sightings)
        from = begin
      }
      to = this.endOfReach(units, length, after)
    }
    if (to >= 0) this.addSpelled(row, from, to, sightings)
    return sightings
  }

  /** Where a word that ends here could begin: no further than a separator. */
  private beginOfReach(units: Uint16Array, place: number): number {
    const least = Math.max(0, place - this.reach)
    let at = place
    while (at > least && !isSeparator(units[at - 1] as number)) at -= 1
    return at
  }

  /** Where a word that begins here could end. */
  private endOfReach(units: Uint16Array, length: number, place: number): number {
    const most = Math.min(length, place + this.reach)
    let at = place
    while (at < most && !isSeparator(units[at] as number)) at += 1
    return at
  }

  private addSpelled(row: Row, first: number, last: number, sightings: Sighting[]): void {
    const { units, length } = row
    let from = first
    let to = last
    // Half of a stretch of letters would be read as something else.
    while (from > 0 && isLatin(units[from] as number) && isLatin(units[from - 1] as number))
      from -= 1
    while (to < length && isLatin(units[to] as number) && isLatin(units[to - 1] as number)) to += 1
    const size = this.sounds.read(units, from, to).pairUp()
    const count = this.words.find(this.sounds.signs, size)
    const { found } = this.words
    for (let nth = 0; nth < count; nth += 1) {
      const word = found[nth * FOUND_SIZE] as number
      const at = found[nth * FOUND_SIZE + 1] as number
      if (!this.hasSpelledSounds(row, at, this.lengthOf(word))) continue
      const sighting = this.toSighting(row, word, at)
      if (sighting !== undefined) sightings.push(sighting)
    }
  }

  private hasSpelledSounds(row: Row, at: number, length: number): boolean {
    for (let nth = at; nth < at + length; nth += 1) {
      if (this.sounds.isSpelled(row.units, nth)) return true
    }
    return false
  }

  /** Whether some of these units are letters of a syllable. */
  private hasSpelled({ units, length }: Row, from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) {
      if (!isLatin(units[at] as number)) continue
      const [first, after] = lettersAround(units, length, at)
      if (this.syllables.read(units, first, after) > 0) return true
      at = after
    }
    return false
  }

  /** How many sounds a word has: as many as its term has units. */
  private lengthOf(word: number): number {
    return this.table.size(this.numbers[word] as number)
  }

  private toSighting(row: Row, word: number, at: number): Sighting | undefined {
    const number = this.numbers[word] as number
    const length = this.lengthOf(word)
    const allowed = this.table.allowed(number)
    const bits = this.explain(row, at, number)
    if (bits === NOT_THE_WORD || (bits & ~allowed) !== 0) return undefined
    const first = this.sounds.firsts[at] as number
    const last = this.sounds.lasts[at + length - 1] as number
    if (isInsideWord(row, first, last - first + 1)) return undefined
    const rest = this.explainWriting(row, at, this.texts.get(number), length)
    if ((rest & ~allowed) !== 0) return undefined
    const end = endOfUnits(row, first, last - first + 1)
    return { number, start: row.starts[first] as number, end, bits: bits | rest }
  }

  /** The sound conversions; nothing of the kind means that the word stands there as listed. */
  private explain(row: Row, at: number, number: number): number {
    const { units, begins } = this.table
    const begin = begins[number] as number
    const size = this.table.size(number)
    let bits = 0
    let swapped = 0
    for (let nth = 0; nth < size; nth += 1) {
      const first = this.sounds.firsts[at + nth] as number
      const listed = units[begin + nth] as number
      if (this.sounds.codes[at + nth] !== SOUND_CLASS[listed]) return NOT_THE_WORD
      if (first !== this.sounds.lasts[at + nth]) {
        bits |= PINYIN
        continue
      }
      const written = row.units[first] as number
      if (written === listed) continue
      const digit = DIGIT_VALUE[written] as number
      if (digit !== 0 && digit === DIGIT_VALUE[listed]) {
        bits |= NUMBER
      } else if (SYLLABLE[listed] === 0 && DIGIT_VALUE[listed] === 0) {
        return NOT_THE_WORD
      } else {
        bits |= SYLLABLE[written] === SYLLABLE[listed] ? HOMOPHONE : NEAR
        swapped += 1
      }
    }
    const isSound =
      bits !== 0 && (this.table.isExplicit(number) || isBelievableSound(size, swapped))
    return isSound ? bits : NOT_THE_WORD
  }

  /** What else was needed: interspersed signs, and the forms of the characters that stand as listed. */
  private explainWriting(row: Row, at: number, listed: Row, length: number): number {
    let bits = 0
    for (let nth = 0; nth < length; nth += 1) {
      const first = this.sounds.firsts[at + nth] as number
      const start = row.starts[first] as number
      if (row.units[first] === listed.units[nth]) {
        bits |= explainCharacter(row.text, start, listed.text, listed.starts[nth] as number)
      }
      if (nth === 0) continue
      const before = row.lasts[this.sounds.lasts[at + nth - 1] as number] as number
      bits |= explainGap(row.text, before, start)
    }
    return bits
  }
}
