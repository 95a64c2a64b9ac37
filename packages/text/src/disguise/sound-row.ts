/**
 * A row of sounds: one code for each character, and for each syllable that is spelled in letters.
 *
 * A stretch of Latin letters is read as pinyin when it falls into syllables without a rest, the
 * fewest that do; else each letter stands for itself. O(length).
 */

import { isLatin } from '../fold/fold-table.ts'
import { toSign } from '../match/row-scan.ts'
import { UnitRoom } from '../match/units.ts'
import { SOUND_CLASS } from './sound.ts'
import { SpelledSyllables } from './spelled-syllables.ts'

export class SoundRow {
  readonly room = new UnitRoom()
  /** Codes of sounds, `SILENT` where no word can go on. */
  codes = this.room.units
  /** For each code, its first and last unit in the row it was read from. */
  firsts = this.room.firsts
  lasts = this.room.lasts
  length = 0
  signs = new Uint16Array(0)
  private readonly syllables = new SpelledSyllables()

  /**
   * Two neighbouring sounds made one sign: there are too few sounds for a filter to tell words by.
   * Different pairs may share a sign, so what is found must be compared. Returns how many there are.
   */
  pairUp(): number {
    if (this.signs.length < this.codes.length) this.signs = new Uint16Array(this.codes.length)
    const { codes, signs, length } = this
    for (let at = 1; at < length; at += 1) {
      signs[at - 1] = toSign(codes[at - 1] as number, codes[at] as number)
    }
    return Math.max(0, length - 1)
  }

  /** Reads the units of a stretch that begins and ends between stretches of letters. */
  read(units: Uint16Array, from: number, to: number): this {
    this.reserve(to - from)
    let at = from
    while (at < to) {
      if (isLatin(units[at] as number)) at = this.readLetters(units, at, to)
      else at = this.readEach(units, at, at + 1)
    }
    return this
  }

  /** Reads every unit as it stands, letters too. */
  readPlain(units: Uint16Array, from: number, to: number): this {
    this.reserve(to - from)
    this.readEach(units, from, to)
    return this
  }

  /** Whether the code was spelled in letters. */
  isSpelled(units: Uint16Array, nth: number): boolean {
    return this.codes[nth] !== SOUND_CLASS[units[this.firsts[nth] as number] as number]
  }

  private reserve(length: number): void {
    this.room.reserve(length)
    this.codes = this.room.units
    this.firsts = this.room.firsts
    this.lasts = this.room.lasts
    this.length = 0
  }

  private readLetters(units: Uint16Array, from: number, to: number): number {
    let end = from + 1
    while (end < to && isLatin(units[end] as number)) end += 1
    const count = this.syllables.read(units, from, end)
    if (count === 0) return this.readEach(units, from, end)
    const { ends, codes } = this.syllables
    let at = from
    for (let nth = 0; nth < count; nth += 1) {
      const after = from + (ends[nth] as number)
      this.put(codes[nth] as number, at, after - 1)
      at = after
    }
    return end
  }

  private readEach(units: Uint16Array, from: number, to: number): number {
    for (let at = from; at < to; at += 1)
      this.put(SOUND_CLASS[units[at] as number] as number, at, at)
    return to
  }

  private put(code: number, first: number, last: number): void {
    this.codes[this.length] = code
    this.firsts[this.length] = first
    this.lasts[this.length] = last
    this.length += 1
  }
}
