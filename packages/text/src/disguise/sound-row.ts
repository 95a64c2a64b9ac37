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
/** Larger than the number of sounds; the sign wraps at 65536. */
const SIGN_FACTOR = 337
const FIRST_LETTER = 97
const LAST_LETTER = 122
const MAX_KNOWN = 4096
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
  signs = new Uint16Array(0)
  /** The same few Latin words come again and again. */
  private readonly known = new Map<string, readonly number[] | undefined>()

  /**
   * Two neighbouring sounds made one sign: there are too few sounds for a filter to tell words by.
   * Different pairs may share a sign, so what is found must be compared. Returns how many there are.
   */
  pairUp(): number {
    if (this.signs.length < this.codes.length) this.signs = new Uint16Array(this.codes.length)
    const { codes, signs, length } = this
    for (let at = 1; at < length; at += 1) {
      signs[at - 1] = Math.imul(codes[at - 1] as number, SIGN_FACTOR) + (codes[at] as number)
    }
    return Math.max(0, length - 1)
  }

  read(units: Uint16Array, length: number): this {
    this.room.reserve(length)
    this.codes = this.room.units
    this.firsts = this.room.firsts
    this.lasts = this.room.lasts
    this.length = 0
    let at = this.readPlain(units, length, 0)
    while (at < length) at = this.readPlain(units, length, this.readLetters(units, length, at))
    return this
  }

  /** Reads up to the next letter; returns where that is. */
  private readPlain(units: Uint16Array, length: number, from: number): number {
    const { codes, firsts, lasts } = this
    const classes = SOUND_CLASS
    let count = this.length
    let at = from
    for (; at < length; at += 1) {
      const unit = units[at] as number
      if (unit >= FIRST_LETTER && unit <= LAST_LETTER) break
      codes[count] = classes[unit] as number
      firsts[count] = at
      lasts[count] = at
      count += 1
    }
    this.length = count
    return at
  }

  private readLetters(units: Uint16Array, length: number, from: number): number {
    let end = from
    while (end < length && isLatin(units[end] as number)) end += 1
    const letters = String.fromCharCode(...units.subarray(from, Math.min(end, from + LONGEST_RUN)))
    const syllables = end - from > LONGEST_RUN ? undefined : this.syllablesOf(letters)
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

  private syllablesOf(letters: string): readonly number[] | undefined {
    if (this.known.has(letters)) return this.known.get(letters)
    if (this.known.size >= MAX_KNOWN) this.known.clear()
    const sizes = toSyllables(letters)
    this.known.set(letters, sizes)
    return sizes
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
