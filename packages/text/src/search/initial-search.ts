/**
 * Finds words of which some characters are written as the first letter of their sound: 加w信.
 *
 * Only the neighbourhoods of Latin letters are looked at. Characters that are not letters must
 * stand as listed; `gate.ts` says how many may be letters.
 */

import { toBit } from '../conversion.ts'
import { INITIAL } from '../disguise/sound.ts'
import { endOfUnits } from '../explain.ts'
import { isLatin } from '../fold/fold-table.ts'
import { areBelievableInitials } from '../gate.ts'
import type { InitialSieve } from '../kernel/sieve.ts'
import type { ListedTerm } from '../listed-term.ts'
import { isInsideWord } from '../listed-word.ts'
import { EDGE, TripleSet } from '../match/triple-set.ts'
import { UnitRoom } from '../match/units.ts'
import { FOUND_SIZE, WordIndex } from '../match/word-index.ts'
import type { Row } from '../row.ts'
import { AS_INITIALS, RUN_SIZE, type SearchedRow } from '../searched-row.ts'
import type { Sighting } from '../sighting.ts'
import type { TermTable } from '../term-table.ts'

const INITIALS = toBit('initials')
/** Units on either side of a letter: longer words are not abbreviated but spelled. */
const REACH = 7
/** A longer stretch of letters is a word of its own; half of a term stays as it is. */
const MOST_LETTERS = 4
const SILENT = 0
const NONE: readonly Sighting[] = []

export class InitialSearch implements InitialSieve {
  private readonly table: TermTable
  private readonly numbers: Int32Array
  private readonly words: WordIndex
  readonly beside: TripleSet
  readonly windows: TripleSet
  readonly mayBeAllLetters: boolean
  private readonly room = new UnitRoom()

  constructor(listed: readonly ListedTerm[], table: TermTable) {
    this.table = table
    const rows = listed.flatMap(({ units, allowed }, number) =>
      (allowed & INITIALS) !== 0 && units.length > 2 && units.length <= REACH + 1
        ? [{ number, row: units.map(toInitial) }]
        : [],
    )
    this.numbers = Int32Array.from(rows, ({ number }) => number)
    this.words = new WordIndex(rows.map(({ row }) => row))
    const words = rows.map(({ number }) => (listed[number] as ListedTerm).units)
    this.beside = toNeighbours(words)
    this.windows = toWindows(words)
    this.mayBeAllLetters = rows.some(({ number }) => (listed[number] as ListedTerm).isExplicit)
  }

  get isEmpty(): boolean {
    return this.words.wordCount === 0
  }

  get sieve(): InitialSieve | undefined {
    return this.isEmpty ? undefined : this
  }

  find(searched: SearchedRow): readonly Sighting[] {
    if (this.isEmpty || searched.runCount === 0) return NONE
    const { row } = searched
    const length = this.readNeighbourhoods(searched)
    if (length === 0) return NONE
    const count = this.words.find(this.room.units, length)
    const { found } = this.words
    const sightings: Sighting[] = []
    for (let nth = 0; nth < count; nth += 1) {
      const number = this.numbers[found[nth * FOUND_SIZE] as number] as number
      const at = this.room.firsts[found[nth * FOUND_SIZE + 1] as number] as number
      const sighting = this.toSighting(row, number, at)
      if (sighting !== undefined) sightings.push(sighting)
    }
    return sightings
  }

  /** Initials of what lies near letters, each neighbourhood ended by a silent unit. */
  private readNeighbourhoods({ row, runs, runCount }: SearchedRow): number {
    let length = 0
    let read = 0
    for (let nth = 0; nth < runCount; nth += 1) {
      if (((runs[nth * RUN_SIZE + 2] as number) & AS_INITIALS) === 0) continue
      const place = runs[nth * RUN_SIZE] as number
      const letters = (runs[nth * RUN_SIZE + 1] as number) - place
      if (letters > MOST_LETTERS || !this.isBesideWord(row, place, letters)) continue
      // Before the first: rows with nothing to read need no room.
      if (length === 0) this.room.reserve(row.length * 2)
      const { units, firsts } = this.room
      const from = Math.max(read, place - REACH)
      const to = Math.min(row.length, place + REACH + 1)
      if (from > read && length > 0) units[length++] = SILENT
      for (let at = from; at < to; at += 1) {
        units[length] = toInitial(row.units[at] as number)
        firsts[length++] = at
      }
      read = Math.max(read, to)
    }
    return length
  }

  /**
   * Whether some word may have these letters among what stands beside them.
   *
   * A word has all of them, and as many characters that are none: two of these on one side, or one on
   * each, unless letters stand for more of them.
   */
  private isBesideWord(row: Row, place: number, letters: number): boolean {
    if (this.mayBeAllLetters) return true
    const { units, length } = row
    if (letters === 1) return this.isInWindow(units, length, place)
    const end = place + letters
    const before = place > 0 ? (units[place - 1] as number) : EDGE
    const after = end < length ? (units[end] as number) : EDGE
    const second = place > 1 ? (units[place - 2] as number) : EDGE
    const next = end + 1 < length ? (units[end + 1] as number) : EDGE
    const first = units[place] as number
    const last = units[end - 1] as number
    const goesBack = this.beside.mayHave(before, first, units[place + 1] as number)
    const goesOn = this.beside.mayHave(units[end - 2] as number, last, after)
    if (isLatin(second) || isLatin(next)) return goesBack || goesOn
    return (
      (goesBack && goesOn) ||
      this.windows.mayHave(second, before, first) ||
      this.windows.mayHave(last, after, next)
    )
  }

  /**
   * Words have three characters at least, so some three in a row with the letter are part of one;
   * unless letters stand for more of them.
   */
  private isInWindow(units: Uint16Array, length: number, place: number): boolean {
    const letter = units[place] as number
    const before = place > 0 ? (units[place - 1] as number) : EDGE
    const after = place + 1 < length ? (units[place + 1] as number) : EDGE
    const second = place > 1 ? (units[place - 2] as number) : EDGE
    const fourth = place + 2 < length ? (units[place + 2] as number) : EDGE
    if (isLatin(second) || isLatin(fourth)) return this.beside.mayHold(before, letter, after)
    return (
      this.windows.mayHave(before, letter, after) ||
      this.windows.mayHave(letter, after, fourth) ||
      this.windows.mayHave(second, before, letter)
    )
  }

  private toSighting(row: Row, number: number, at: number): Sighting | undefined {
    const { units, begins } = this.table
    const begin = begins[number] as number
    const size = this.table.size(number)
    let letters = 0
    for (let nth = 0; nth < size; nth += 1) {
      const written = row.units[at + nth] as number
      if (written === units[begin + nth]) continue
      if (!isLatin(written)) return undefined
      letters += 1
    }
    const isWord = this.table.isExplicit(number) || areBelievableInitials(size, letters)
    if (letters === 0 || !isWord || (this.table.allowed(number) & INITIALS) === 0) return undefined
    if (isInsideWord(row, at, size)) return undefined
    const end = endOfUnits(row, at, size)
    return { number, start: row.starts[at] as number, end, bits: INITIALS }
  }
}

/** For each character of each word: its letter between its neighbours, or between their letters. */
function toNeighbours(words: readonly Uint16Array[]): TripleSet {
  const most = words.reduce((sum, word) => sum + word.length * 3, 0)
  return TripleSet.of(most, (add) => {
    for (const word of words) {
      for (let at = 0; at < word.length; at += 1) {
        const letter = toInitial(word[at] as number)
        const before = word[at - 1] ?? EDGE
        const after = word[at + 1] ?? EDGE
        add(before, letter, after)
        if (after !== EDGE) add(before, letter, toInitial(after))
        if (before !== EDGE) add(toInitial(before), letter, after)
      }
    }
  })
}

/** The same with one letter only, for every three characters in a row. */
function toWindows(words: readonly Uint16Array[]): TripleSet {
  const most = words.reduce((sum, word) => sum + word.length * 3, 0)
  return TripleSet.of(most, (add) => {
    for (const word of words) {
      for (let at = 0; at + 2 < word.length; at += 1) {
        const [one, two, three] = [
          word[at] as number,
          word[at + 1] as number,
          word[at + 2] as number,
        ]
        add(toInitial(one), two, three)
        add(one, toInitial(two), three)
        add(one, two, toInitial(three))
      }
    }
  })
}

function toInitial(unit: number): number {
  return isLatin(unit) ? unit : (INITIAL[unit] as number)
}
