/**
 * A row of sounds: one code for each character, and for each syllable that is spelled in letters.
 *
 * A stretch of Latin letters is read as pinyin when it falls into syllables without a rest, longest
 * first; else each letter stands for itself. O(length).
 */

import { isLatin } from '../fold/fold-table.ts'
import { UnitRoom } from '../match/units.ts'
import { classOfSpelling, SILENT, SOUND_CLASS } from './sound.ts'

const LONGEST_SYLLABLE = 6
/** Longer stretches of letters are text in another language. */
const LONGEST_RUN = 60

export class SoundRow {
  readonly room = new UnitRoom()
  /** Codes of sounds, `SILENT` where no word can go on. */
  codes = this.room.units
  /** For each code, its first and last unit in the row it was read from. */
  firsts = this.room.firsts
  lasts = this.room.lasts
  length = 0

  read(units: Uint16Array, length: number): this {
    this.room.reserve(length)
    this.codes = this.room.units
    this.firsts = this.room.firsts
    this.lasts = this.room.lasts
    const { codes, firsts, lasts } = this
    let count = 0
    for (let at = 0; at < length; at += 1) {
      const unit = units[at] as number
      codes[count] = SOUND_CLASS[unit] as number
      firsts[count] = at
      lasts[count] = at
      count += 1
      if (unit < 97 || unit > 122) continue
      this.length = count - 1
      at = this.readLetters(units, length, at) - 1
      count = this.length
    }
    this.length = count
    return this
  }

  private readLetters(units: Uint16Array, length: number, from: number): number {
    let end = from
    while (end < length && isLatin(units[end] as number)) end += 1
    const letters = String.fromCharCode(...units.subarray(from, Math.min(end, from + LONGEST_RUN)))
    const syllables = end - from > LONGEST_RUN ? undefined : toSyllables(letters)
    if (syllables === undefined) {
      for (let at = from; at < end; at += 1) this.put(SOUND_CLASS[units[at] as number] ?? 0, at, at)
      return end
    }
    let at = from
    for (const size of syllables) {
      this.put(classOfSpelling(letters.slice(at - from, at - from + size)), at, at + size - 1)
      at += size
    }
    return end
  }

  private put(code: number, first: number, last: number): void {
    this.codes[this.length] = code
    this.firsts[this.length] = first
    this.lasts[this.length] = last
    this.length += 1
  }
}

/** Sizes of the syllables that the letters fall into, or undefined. A single letter is none. */
function toSyllables(letters: string): readonly number[] | undefined {
  if (letters.length < 2) return undefined
  const sizes: (readonly number[] | undefined)[] = [[]]
  for (let end = 1; end <= letters.length; end += 1) {
    for (let size = 1; size <= Math.min(end, LONGEST_SYLLABLE); size += 1) {
      const before = sizes[end - size]
      if (before === undefined) continue
      if (classOfSpelling(letters.slice(end - size, end)) === SILENT) continue
      const known = sizes[end]
      if (known === undefined || before.length + 1 < known.length) sizes[end] = [...before, size]
    }
  }
  return sizes[letters.length]
}
