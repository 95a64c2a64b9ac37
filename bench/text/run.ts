/**
 * `npm run text -w bench`: the whole table. Give word counts to measure only those: `… -- 20000`.
 *
 * `… -- --save` also measures building, memory, single messages, growth and odd shapes, and writes
 * what it measured to `docs/text/matching.json`, from which `write-docs.ts` makes the page.
 */

import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { compileLexicon } from '@fangxing/text'
import { type Corpus, loadCorpus } from './corpus.ts'
import { type Cost, measureCost } from './cost.ts'
import { OURS, PEERS } from './engines.ts'
import { type Growth, measureGrowth } from './growth.ts'
import { measureLoadMs } from './load-time.ts'
import { type ShapeTime, timeShapes } from './shapes.ts'
import { holdAgainstOracle, type Line, runSpeed } from './speed.ts'

/** Everything one run measured; what the page of figures is made from. */
export interface Run {
  readonly machine: string
  readonly origin: string
  readonly differences: readonly string[]
  readonly lines: readonly Line[]
  readonly costs: readonly Cost[]
  readonly growth: readonly Growth[]
  readonly shapes: readonly ShapeTime[]
  readonly loadMs: number
}

export const RUN_FILE = join(import.meta.dirname, '..', '..', 'docs', 'text', 'matching.json')

const COUNTS = [1000, 20_000, 100_000]
const COST_WORDS = 20_000

if (import.meta.main) await main(process.argv.slice(2))

async function main(given: readonly string[]): Promise<void> {
  const corpus = loadCorpus()
  const counts = given.filter((word) => word !== '--save').map(Number)
  console.log(`texts and words: ${corpus.origin}`)
  const speeds = await measureSpeeds(corpus, counts.length > 0 ? counts : COUNTS)
  if (given.includes('--save')) save(corpus, speeds)
}

async function measureSpeeds(corpus: Corpus, counts: readonly number[]) {
  const differences: string[] = []
  const lines: Line[] = []
  for (const count of counts) {
    const found = holdAgainstOracle(corpus, count)
    console.log(found.length === 0 ? `${count} words: the oracle agrees` : found.join('\n'))
    differences.push(...found.map((difference) => `${count} words, ${difference}`))
    for (const line of await runSpeed(count, ['short', 'long', 'adversarial', 'storm'])) {
      console.log(toText(line))
      lines.push(line)
    }
  }
  return { differences, lines }
}

function save(corpus: Corpus, speeds: Pick<Run, 'differences' | 'lines'>): void {
  const words = corpus.words(COST_WORDS)
  const costs = [...OURS, ...PEERS].map((engine) => measureCost(engine, words, corpus.short))
  const lexicon = compileLexicon(
    words.map((text, nth) => ({ id: String(nth), text, label: 20006, level: 'block' })),
  )
  const run: Run = {
    machine: `${cpus()[0]?.model.trim() ?? 'unknown'}, ${cpus().length} cores, Node ${process.versions.node}`,
    origin: corpus.origin,
    ...speeds,
    costs,
    growth: measureGrowth(corpus),
    shapes: timeShapes(lexicon, corpus.long.join('')),
    loadMs: measureLoadMs(),
  }
  writeFileSync(RUN_FILE, `${JSON.stringify(run, rounded, 1)}\n`)
}

/** Three places are more than two runs agree on. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1000) / 1000 : value
}

function toText({ engine, texts, words, speed, ratio, hits }: Line): string {
  const figures = `${speed.toFixed(1).padStart(7)} M/s ${ratio.toFixed(2).padStart(6)}× ${hits} hits`
  return `${String(words).padStart(7)} ${texts.padEnd(12)} ${engine.padEnd(30)} ${figures}`
}
