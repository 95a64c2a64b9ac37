/** Searches rows in the kernel: what `RowSearcher` answers, several times as fast. */

import { FoldedText } from '../fold/fold.ts'
import { READING } from '../fold/fold-table.ts'
import type { WordIndex } from '../match/word-index.ts'
import type { SearchedRow, Wanted } from '../searched-row.ts'
import { startKernel } from './host.ts'
import { CELLS, KernelMemory, type PoolSizes, sizesOf } from './memory.ts'
import type { Steps } from './steps.ts'

/** Longer texts are rare, and their room would be kept for good. */
const LONGEST_TEXT = 2 ** 20

export class RowKernel implements SearchedRow {
  readonly row = new FoldedText()
  foundCount = 0
  heardCount = 0
  markCount = 0
  runCount = 0
  hasLines = true
  private readonly memory: KernelMemory
  private readonly traits: Uint16Array | undefined
  /** The pools that lie in the memory, used there by whoever searches other rows. */
  private readonly moved: readonly Moved[]

  private constructor(memory: KernelMemory, { words, sounds, traits }: Wanted) {
    this.memory = memory
    this.traits = traits
    this.moved = [
      { index: words, cell: CELLS.words, sizes: sizesOf(words.pool) },
      ...(traits === undefined
        ? []
        : [{ index: sounds, cell: CELLS.sounds, sizes: sizesOf(sounds.pool) }]),
    ]
  }

  /** Undefined where there can be no kernel. */
  static *start(wanted: Wanted): Steps<RowKernel | undefined> {
    const hosted = startKernel()
    if (hosted === undefined) return undefined
    const memory = new KernelMemory(hosted)
    yield
    try {
      yield* putTables(memory, wanted)
      const kernel = new RowKernel(memory, wanted)
      return kernel.makeRoom(0) ? kernel : undefined
    } catch {
      return undefined
    }
  }

  get found(): Int32Array {
    return this.memory.found
  }

  get heard(): Int32Array {
    return this.memory.heard
  }

  get marks(): Int32Array {
    return this.memory.marks
  }

  get runs(): Int32Array {
    return this.memory.runs
  }

  /** Undefined when the text, or what is found in it, needs more room than there is. */
  search(text: string): SearchedRow | undefined {
    const { memory, row } = this
    const { length } = text
    if (length > LONGEST_TEXT) return undefined
    if (length > memory.capacity && !this.makeRoom(length)) return undefined
    memory.copy(text)
    row.begin(text)
    let at = memory.calls.read(0, length, 0)
    while (at < length) {
      const next = this.readClosely(at)
      if (next === undefined) return undefined
      at = memory.calls.read(next, length, row.length)
    }
    return this.takeAnswers()
  }

  private takeAnswers(): SearchedRow | undefined {
    const { cells } = this.memory
    if (cells[CELLS.isFull] !== 0) return undefined
    this.row.length = cells[CELLS.unitCount] as number
    this.foundCount = cells[CELLS.foundCount] as number
    this.markCount = cells[CELLS.markCount] as number
    if (this.traits === undefined) return this
    this.heardCount = cells[CELLS.heardCount] as number
    this.runCount = cells[CELLS.runCount] as number
    this.hasLines = cells[CELLS.hasLines] !== 0
    return this
  }

  /** One character of which the reading is longer; returns where the next one begins. */
  private readClosely(at: number): number | undefined {
    const { memory, row, traits } = this
    const from = memory.cells[CELLS.unitCount] as number
    row.length = from
    const next = row.readClosely(at)
    if (row.units !== memory.units) return undefined
    for (let nth = from; nth < row.length; nth += 1) {
      memory.traits[nth] = traits?.[row.units[nth] as number] ?? 0
    }
    return next
  }

  private makeRoom(length: number): boolean {
    const { memory, row } = this
    if (!memory.makeRoom(length)) return false
    row.units = memory.units
    row.starts = memory.starts
    for (const { index, cell, sizes } of this.moved) {
      index.pool = memory.poolAt(cell, index.pool, sizes)
      index.kernel = {
        found: memory.found,
        search: (units, length) => memory.searchUnits(cell, units, length),
      }
    }
    return true
  }
}

interface Moved {
  readonly index: WordIndex
  readonly cell: number
  readonly sizes: PoolSizes
}

function* putTables(memory: KernelMemory, { words, sounds, traits, sieve }: Wanted): Steps {
  const table = toReadings(traits)
  yield
  const readings = yield* memory.putTable(table)
  yield* memory.putPool(CELLS.words, words.pool)
  if (traits !== undefined) yield* memory.putPool(CELLS.sounds, sounds.pool)
  yield* memory.putSieve(sieve)
  memory.cells[CELLS.readings] = readings
  memory.cells[CELLS.hasTraits] = traits === undefined ? 0 : 1
}

/** For each unit what it is read as; below the traits of that, if there are any. */
function toReadings(traits: Uint16Array | undefined): Uint16Array | Uint32Array {
  if (traits === undefined) return READING
  const readings = new Uint32Array(READING)
  for (let unit = 0; unit < readings.length; unit += 1) {
    const reading = readings[unit] as number
    readings[unit] = reading | ((traits[reading] as number) << 16)
  }
  return readings
}
