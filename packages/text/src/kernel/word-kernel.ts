/** Searches texts as they stand in the kernel: what `WordIndex` finds, a few times as fast. */

import type { WordPool } from '../match/word-pool.ts'
import { startKernel } from './host.ts'
import { CELLS, KernelMemory } from './memory.ts'
import { takeAll } from './steps.ts'

/** Longer texts are rare, and their room would be kept for good. */
const LONGEST_TEXT = 2 ** 20

export class WordKernel {
  private readonly memory: KernelMemory

  private constructor(memory: KernelMemory, pool: WordPool) {
    this.memory = memory
    takeAll(memory.putPool(CELLS.words, pool))
  }

  /** Undefined where there can be no kernel. */
  static start(pool: WordPool): WordKernel | undefined {
    const hosted = startKernel()
    if (hosted === undefined) return undefined
    try {
      return new WordKernel(new KernelMemory(hosted), pool)
    } catch {
      return undefined
    }
  }

  /** As in `WordIndex`: number, beginning and length by turns, valid until the next search. */
  get found(): Int32Array {
    return this.memory.found
  }

  /** How many were found; undefined when text or findings need more room than there is. */
  search(text: string): number | undefined {
    const { memory } = this
    const { length } = text
    if (length > LONGEST_TEXT) return undefined
    if (length > memory.capacity && !memory.makeRoom(length)) return undefined
    memory.copy(text)
    return memory.searchCopied(CELLS.words, length)
  }
}
