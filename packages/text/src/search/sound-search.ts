/**
 * Finds words by how they sound: homophones, near sounds, pinyin, digits read aloud.
 *
 * Sound alone proves little, so each character is then compared: as it stands, same digit, same
 * syllable, near syllable; and `gate.ts` says how many may have been swapped.
 */

import { toBit, toBits } from '../conversion.ts'
import { DIGIT_VALUE, SILENT, SOUND_CLASS, SYLLABLE } from '../disguise/sound.ts'
import { SoundRow } from '../disguise/sound-row.ts'
import { endOfUnits, explainCharacter, explainGap } from '../explain.ts'
import { isBelievableSound } from '../gate.ts'
import { type ListedTerm, ReadTexts } from '../listed-term.ts'
import { isInsideWord } from '../listed-word.ts'
import { WordIndex } from '../match/word-index.ts'
import type { Row } from '../row.ts'
import type { Sighting } from '../sighting.ts'

const HOMOPHONE = toBit('homophone')
const NEAR = toBit('near')
const NUMBER = toBit('number')
const PINYIN = toBit('pinyin')
const BY_SOUND = toBits(['homophone', 'near', 'number', 'pinyin'])

/** Answered instead of bits when the sounds are not this word. */
const NOT_THE_WORD = -1

export class SoundSearch {
  private readonly listed: readonly ListedTerm[]
  private readonly numbers: readonly number[]
  private readonly lengths: readonly number[]
  private readonly words: WordIndex
  private readonly sounds = new SoundRow()
  private readonly texts: ReadTexts

  constructor(listed: readonly ListedTerm[]) {
    this.listed = listed
    this.texts = new ReadTexts(listed.map(({ term }) => term.text))
    const rows = listed.flatMap(({ units, allowed }, number) => {
      if ((allowed & BY_SOUND) === 0 || units.length < 2) return []
      const { codes, length } = this.sounds.read(units, units.length)
      const row = codes.slice(0, length)
      // A word that is spelled in letters has no other spelling by sound.
      if (length !== units.length || row.includes(SILENT)) return []
      const count = this.sounds.pairUp()
      return [{ number, length, signs: this.sounds.signs.slice(0, count) }]
    })
    this.numbers = rows.map(({ number }) => number)
    this.lengths = rows.map(({ length }) => length)
    this.words = new WordIndex(rows.map(({ signs }) => signs))
  }

  find(row: Row): readonly Sighting[] {
    if (this.words.wordCount === 0) return []
    const length = this.sounds.read(row.units, row.length).pairUp()
    const count = this.words.find(this.sounds.signs, length)
    const { found } = this.words
    const sightings: Sighting[] = []
    for (let nth = 0; nth < count; nth += 1) {
      const word = found[nth * 2] as number
      const sighting = this.toSighting(row, word, found[nth * 2 + 1] as number)
      if (sighting !== undefined) sightings.push(sighting)
    }
    return sightings
  }

  private toSighting(row: Row, word: number, at: number): Sighting | undefined {
    const number = this.numbers[word] as number
    const length = this.lengths[word] as number
    const { units, allowed, isExplicit } = this.listed[number] as ListedTerm
    const bits = this.explain(row, at, units, isExplicit)
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
  private explain(row: Row, at: number, units: Uint16Array, isExplicit: boolean): number {
    let bits = 0
    let swapped = 0
    for (let nth = 0; nth < units.length; nth += 1) {
      const first = this.sounds.firsts[at + nth] as number
      const listed = units[nth] as number
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
    const isSound = bits !== 0 && (isExplicit || isBelievableSound(units.length, swapped))
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
