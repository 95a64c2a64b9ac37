/**
 * How an engine's building, memory and speed grow with its words, from a thousand to a million.
 *
 * An engine that needs longer than `MOST_BUILD_MS` to build is not asked to build for more words,
 * so that the run ends.
 */

import type { Corpus } from './corpus.ts'
import { type Cost, measureCost } from './cost.ts'
import { ANCHOR, type Engine, OURS, PEERS } from './engines.ts'
import { measureSpeed } from './measure.ts'

export interface Growth extends Cost {
  readonly speed: number
}

const COUNTS = [1000, 10_000, 100_000, 1_000_000]
const MOST_BUILD_MS = 6000
const ROUNDS = 9

export function measureGrowth(corpus: Corpus): readonly Growth[] {
  const engines = [...OURS, ...PEERS.filter(({ name }) => name === ANCHOR)]
  const slow = new Set<string>()
  return COUNTS.flatMap((count) => {
    const words = corpus.words(count)
    return engines
      .filter(({ name }) => !slow.has(name))
      .map((engine) => {
        const growth = measureOne(engine, words, corpus.short)
        if (growth.buildMs > MOST_BUILD_MS) slow.add(engine.name)
        return growth
      })
  })
}

function measureOne(engine: Engine, words: readonly string[], texts: readonly string[]): Growth {
  const cost = measureCost(engine, words, texts)
  const find = engine.build(words)
  return { ...cost, speed: measureSpeed(find, texts, ROUNDS) }
}
