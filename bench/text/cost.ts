/**
 * What an engine costs besides speed: building, memory, and the time of single messages.
 *
 * Memory is what the heap and its buffers hold more of after building, both times after collecting
 * garbage; the words themselves are not counted, because every engine is given the same.
 */

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Engine } from './engines.ts'

export interface Cost {
  readonly engine: string
  readonly words: number
  readonly buildMs: number
  readonly memoryMb: number
  /** Microseconds for one message of 100 characters: the middle one, and the slowest of a hundred. */
  readonly p50Us: number
  readonly p99Us: number
}

const MB = 2 ** 20
const WARM_PASSES = 3

export function measureCost(
  { name, build }: Engine,
  words: readonly string[],
  messages: readonly string[],
): Cost {
  const before = heldBytes()
  const started = process.cpuUsage()
  const find = build(words)
  const { user, system } = process.cpuUsage(started)
  const memoryMb = (heldBytes() - before) / MB
  const times = timeEach(find, messages)
  return {
    engine: name,
    words: words.length,
    buildMs: (user + system) / 1000,
    memoryMb: Math.max(0, memoryMb),
    p50Us: times[Math.floor(times.length * 0.5)] ?? 0,
    p99Us: times[Math.floor(times.length * 0.99)] ?? 0,
  }
}

/** Wall-clock microseconds of each message, sorted; of several passes the best for each. */
function timeEach(find: (text: string) => number, messages: readonly string[]): readonly number[] {
  const best = messages.map(() => Number.POSITIVE_INFINITY)
  for (let pass = 0; pass < WARM_PASSES; pass += 1) {
    for (const [nth, message] of messages.entries()) {
      const before = performance.now()
      find(message)
      best[nth] = Math.min(best[nth] ?? 0, (performance.now() - before) * 1000)
    }
  }
  return best.sort((one, other) => one - other)
}

function heldBytes(): number {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
