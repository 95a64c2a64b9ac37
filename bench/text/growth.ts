/**
 * How an engine's building, memory and speed grow with its words, from a thousand to a million, and how
 * large the file of a lexicon is and how fast it loads.
 *
 * An engine that needs longer than `MOST_BUILD_MS` to build is not asked to build for more words, and
 * the peer not for a million, which takes it many minutes, so that the run ends. Processor time, not time on the wall.
 */

import { loadLexicon, packLexicon } from '@fangxing/text'
import type { Corpus } from './corpus.ts'
import { type Cost, measureCost } from './cost.ts'
import { ANCHOR, type Engine, OURS, PEERS } from './engines.ts'
import { measureSpeed } from './measure.ts'

export interface Growth extends Cost {
  readonly speed: number
}

/** The file of a lexicon that allows every conversion. */
export interface FileGrowth {
  readonly words: number
  readonly sizeMb: number
  readonly packMs: number
  readonly loadMs: number
}

const COUNTS = [1000, 10_000, 100_000, 1_000_000]
const MOST_BUILD_MS = 2000
const MOST_WORDS_OF_PEER = 100_000
const ROUNDS = 9
const MB = 2 ** 20

export function measureGrowth(corpus: Corpus): readonly Growth[] {
  const engines = [...OURS, ...PEERS.filter(({ name }) => name === ANCHOR)]
  const slow = new Set<string>()
  return COUNTS.flatMap((count) => {
    const words = corpus.words(count)
    return engines
      .filter(({ name }) => !slow.has(name) && (name !== ANCHOR || count <= MOST_WORDS_OF_PEER))
      .map((engine) => {
        const growth = measureOne(engine, words, corpus.short)
        if (growth.buildMs > MOST_BUILD_MS) slow.add(engine.name)
        return growth
      })
  })
}

export function measureFiles(corpus: Corpus): readonly FileGrowth[] {
  return COUNTS.map((count) => {
    const terms = corpus
      .words(count)
      .map((text, nth) => ({ id: String(nth), text, label: 20006, level: 'block' }) as const)
    const started = process.cpuUsage()
    const file = packLexicon(terms)
    const packMs = spentMs(started)
    const packed = process.cpuUsage()
    const loaded = loadLexicon(file)
    if (!loaded.ok) throw new Error(loaded.because.en)
    return { words: count, sizeMb: file.length / MB, packMs, loadMs: spentMs(packed) }
  })
}

function measureOne(engine: Engine, words: readonly string[], texts: readonly string[]): Growth {
  let find = (_text: string) => 0
  const build = (given: readonly string[]) => {
    find = engine.build(given)
    return find
  }
  const cost = measureCost({ ...engine, build }, words, texts)
  return { ...cost, speed: measureSpeed(find, texts, ROUNDS) }
}

function spentMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}
