/**
 * What lies where in the memory of a kernel: cells that say so, the tables of a lexicon, and room for
 * one text, which grows with the longest that came.
 */

import { SYLLABLE_EDGES } from '../disguise/spelled-syllables.ts'
import type { TripleSet } from '../match/triple-set.ts'
import { UnitCopy } from '../match/units.ts'
import { FOUND_SIZE } from '../match/word-index.ts'
import type { WordPool } from '../match/word-pool.ts'
import { RUN_SIZE } from '../searched-row.ts'
import type { HostedKernel, KernelCalls, Memory } from './host.ts'
import type { Sieve } from './sieve.ts'
import type { Steps } from './steps.ts'

/** By number of cell, as `kernel/assembly/cells.ts` counts them. */
export const CELLS = {
  readings: 0,
  source: 1,
  units: 2,
  starts: 3,
  traits: 4,
  signs: 5,
  marks: 6,
  pairs: 7,
  candidates: 8,
  keptRuns: 9,
  found: 10,
  heard: 12,
  hasTraits: 14,
  runs: 15,
  unitCount: 16,
  foundCount: 17,
  heardCount: 18,
  markCount: 19,
  isFull: 20,
  runCount: 21,
  hasLines: 22,
  words: 24,
  sounds: 32,
  inWords: 40,
  besideInitials: 43,
  initialWindows: 46,
  standIns: 49,
  readsDigits: 52,
  readsInitials: 53,
  syllableEdges: 54,
  besideMeant: 55,
} as const

const CELL = 4
const CELL_BYTES = 256
const PAGE = 65536
/** Regions begin so that no vector runs over the edge of a line. */
const ALIGNED = 64
/** Units that may be written before and after a row. */
const MARGIN = 32
/** As in the kernel: positions that are searched at a time, pools, candidates at each, bytes of one. */
const BLOCK = 512
const POOLS = 2
const CANDIDATES_EACH = 3
const CANDIDATE_BYTES = 16
const FIRST_CAPACITY = 1024
const LEAST_FOUND = 1024
/** Of two units at most one word is found: more are found the plain way. */
const UNITS_EACH_FOUND = 2

/** A stretch of letters and what ends it: of so many units there is one at most. */
const LEAST_RUN = 2

/** Entries of a table, one or two megabytes: what takes less than a millisecond. */
const COPIED_AT_ONCE = 2 ** 18

/** How many entries each table of a pool has: arrays whose memory has grown forget it. */
export type PoolSizes = Readonly<
  Record<'pairBits' | 'bits' | 'heads' | 'records' | 'singles', number>
>

export function sizesOf({ pairBits, bits, heads, records, singles }: WordPool): PoolSizes {
  return {
    pairBits: pairBits.length,
    bits: bits.length,
    heads: heads.length,
    records: records.length,
    singles: singles.length,
  }
}

export class KernelMemory {
  readonly calls: KernelCalls
  /** How many units a text, and what it is read as, may have. */
  capacity = 0
  cells = new Uint32Array(0)
  units = new Uint16Array(0)
  starts = new Uint32Array(0)
  /** Of each unit of the row; written where units are written. */
  traits = new Uint16Array(0)
  marks = new Int32Array(0)
  runs = new Int32Array(0)
  found = new Int32Array(0)
  heard = new Int32Array(0)
  private source = new UnitCopy(new Uint16Array(0))
  private readonly memory: Memory
  private end = CELL_BYTES
  private tablesEnd = 0

  constructor({ calls, memory }: HostedKernel) {
    this.calls = calls
    this.memory = memory
    this.cells = new Uint32Array(memory.buffer, 0, CELL_BYTES / 4)
  }

  /** Room for texts is made behind the tables: all of them are put first. Throws when there is none. */
  *putTable(table: Uint32Array | Uint16Array): Steps<number> {
    const at = this.take(table.byteLength)
    for (let first = 0; first < table.length; first += COPIED_AT_ONCE) {
      const part = table.subarray(first, first + COPIED_AT_ONCE)
      const place = at + first * table.BYTES_PER_ELEMENT
      if (!this.reach(place + part.byteLength)) throw new RangeError('The kernel has no room.')
      const Kind = table.constructor as Uint32ArrayConstructor
      new Kind(this.memory.buffer, place, part.length).set(part)
      yield
    }
    return at
  }

  *putPool(cell: number, pool: WordPool): Steps {
    const singles = pool.singles.length === 0 ? 0 : yield* this.putTable(pool.singles)
    const places = [
      yield* this.putTable(pool.pairBits),
      pool.pairShift,
      yield* this.putTable(pool.bits),
      pool.bitShift,
      yield* this.putTable(pool.heads),
      pool.bucketShift,
      yield* this.putTable(pool.records),
      singles,
    ]
    this.cells.set(places, cell)
  }

  *putSieve(sieve: Sieve): Steps {
    const { inWords, besideMeant, standIns, readsDigits, readsSyllables, initials } = sieve
    yield* this.putTriples(CELLS.besideMeant, besideMeant)
    yield* this.putTriples(CELLS.inWords, inWords)
    const slots = yield* this.putTable(standIns.slots)
    this.cells.set([slots, standIns.shift, standIns.slots.byteLength - 1], CELLS.standIns)
    const edges = readsSyllables ? yield* this.putTable(SYLLABLE_EDGES) : 0
    this.cells[CELLS.syllableEdges] = edges
    this.cells[CELLS.readsDigits] = readsDigits ? 1 : 0
    if (initials === undefined) return
    yield* this.putTriples(CELLS.besideInitials, initials.beside)
    yield* this.putTriples(CELLS.initialWindows, initials.windows)
    this.cells[CELLS.readsInitials] = initials.mayBeAllLetters ? 2 : 1
  }

  private *putTriples(cell: number, { bits, shift, hasSingles }: TripleSet): Steps {
    const place = yield* this.putTable(bits)
    this.cells.set([place, shift, hasSingles ? 1 : 0], cell)
  }

  /** The tables of a pool where they were put: valid until room is made. */
  poolAt(cell: number, { pairShift, bitShift, bucketShift }: WordPool, sizes: PoolSizes): WordPool {
    const { cells } = this
    const { buffer } = this.memory
    const at = (nth: number) => cells[cell + nth] as number
    return {
      pairShift,
      bitShift,
      bucketShift,
      pairBits: new Uint32Array(buffer, at(0), sizes.pairBits),
      bits: new Uint32Array(buffer, at(2), sizes.bits),
      heads: new Uint32Array(buffer, at(4), sizes.heads),
      records: new Uint16Array(buffer, at(6), sizes.records),
      singles: new Uint32Array(buffer, at(7), sizes.singles),
    }
  }

  /** Room for texts of so many units; every array is another one afterwards. False when there is none. */
  makeRoom(length: number): boolean {
    if (this.tablesEnd === 0) this.tablesEnd = this.end
    this.end = this.tablesEnd
    const capacity = Math.max(FIRST_CAPACITY, length * 2)
    const foundCount = Math.max(LEAST_FOUND, Math.ceil(capacity / UNITS_EACH_FOUND))
    const row = (bytes: number) => this.take((capacity + MARGIN * 2) * bytes) + MARGIN * bytes
    const at = {
      source: row(2),
      units: row(2),
      traits: row(2),
      signs: row(2),
      starts: row(4),
      marks: row(4),
      runs: row(4),
      keptRuns: this.take((Math.ceil(capacity / LEAST_RUN) + 1) * RUN_SIZE * 4),
      pairs: this.take(BLOCK / 8 + ALIGNED),
      candidates:
        this.take(POOLS * (BLOCK + MARGIN) * CANDIDATES_EACH * CANDIDATE_BYTES) +
        2 * CANDIDATE_BYTES,
      found: this.take(foundCount * FOUND_SIZE * 4),
      heard: this.take(foundCount * FOUND_SIZE * 4),
    }
    if (!this.reach(this.end)) return false
    this.capacity = capacity
    for (const [name, place] of Object.entries(at)) {
      this.cells[CELLS[name as keyof typeof at]] = place
    }
    const { buffer } = this.memory
    this.cells[CELLS.found + 1] = at.found + foundCount * FOUND_SIZE * 4
    this.cells[CELLS.heard + 1] = at.heard + foundCount * FOUND_SIZE * 4
    this.units = new Uint16Array(buffer, at.units, capacity)
    this.traits = new Uint16Array(buffer, at.traits, capacity)
    this.starts = new Uint32Array(buffer, at.starts, capacity)
    this.marks = new Int32Array(buffer, at.marks, capacity)
    this.runs = new Int32Array(buffer, at.keptRuns, Math.ceil(capacity / LEAST_RUN) * RUN_SIZE)
    this.found = new Int32Array(buffer, at.found, foundCount * FOUND_SIZE)
    this.heard = new Int32Array(buffer, at.heard, foundCount * FOUND_SIZE)
    this.source = new UnitCopy(new Uint16Array(buffer, at.source, capacity))
    return true
  }

  /** `text` is no longer than the capacity. */
  copy(text: string): void {
    this.source.fill(text)
  }

  /** Searches the units that were copied. How many words of the pool there are; undefined: too many. */
  searchCopied(pool: number, length: number): number | undefined {
    const count = this.calls.searchSource(pool * CELL, length)
    return this.cells[CELLS.isFull] === 0 ? count : undefined
  }

  /** The same of a row of units, which are copied first. */
  searchUnits(pool: number, units: Uint16Array, length: number): number | undefined {
    if (length > this.capacity) return undefined
    const source = this.source.units
    for (let at = 0; at < length; at += 1) source[at] = units[at] as number
    return this.searchCopied(pool, length)
  }

  private take(bytes: number): number {
    const at = this.end
    this.end = Math.ceil((at + bytes) / ALIGNED) * ALIGNED
    return at
  }

  /** Grows the memory up to `end`; false when the host has no more. */
  private reach(end: number): boolean {
    const missing = Math.ceil((end - this.memory.buffer.byteLength) / PAGE)
    if (missing <= 0) return true
    try {
      this.memory.grow(missing)
    } catch {
      return false
    }
    this.cells = new Uint32Array(this.memory.buffer, 0, CELL_BYTES / 4)
    return true
  }
}
