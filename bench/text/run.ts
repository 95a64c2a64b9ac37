/**
 * `npm run text -w bench`: the whole table. Give word counts to measure only those: `… -- 20000`.
 *
 * `… -- --save` also measures building, memory, single messages, growth and odd shapes, and writes
 * what it measured to `docs/text/matching.json`, from which `write-docs.ts` makes the page.
 *
 * `… -- --fuzz 10000000 --seed 1` searches so many made texts instead, and texts of a million characters
 * of odd shapes; exits 1 when one is answered wrongly or takes more than ten times its share.
 */

import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compileLexicon, type Lexicon } from '@fangxing/text'
import { type ConversionCost, measureConversions } from './conversion-cost.ts'
import { type Corpus, loadCorpus } from './corpus.ts'
import { type Cost, measureCost } from './cost.ts'
import { OURS, PEERS } from './engines.ts'
import { type FuzzRun, runFuzz } from './fuzz.ts'
import { type Growth, measureGrowth } from './growth.ts'
import { measureLoadMs } from './load-time.ts'
import { loadOrdinaryTexts } from './ordinary.ts'
import { MOST_SHARE, type ShapeTime, timeShapes } from './shapes.ts'
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
  readonly conversions: readonly ConversionCost[]
  readonly loadMs: number
}

const PAGES = join(import.meta.dirname, '..', '..', 'docs', 'text')
export const RUN_FILE = join(PAGES, 'matching.json')
export const FUZZ_FILE = join(PAGES, 'fuzz.json')

const COUNTS = [1000, 20_000, 100_000]
const COST_WORDS = 20_000

if (import.meta.main) await main()

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      save: { type: 'boolean', default: false },
      fuzz: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  })
  const corpus = loadCorpus()
  console.log(`texts and words: ${corpus.origin}`)
  if (values.fuzz !== undefined) {
    fuzz(corpus, Number(values.seed), Number(values.fuzz), values.save)
    return
  }
  const speeds = await measureSpeeds(
    corpus,
    positionals.length > 0 ? positionals.map(Number) : COUNTS,
  )
  if (values.save) save(corpus, speeds)
}

function fuzz(corpus: Corpus, seed: number, inputs: number, saves: boolean): void {
  const run: FuzzRun = runFuzz(seed, inputs)
  const shapes = timeShapes(compile(corpus.words(COST_WORDS)), corpus.long.join(''))
  const slow = shapes.filter(({ share }) => share > MOST_SHARE)
  console.log(
    `${run.inputs} texts of seed ${seed}: ${run.matches} matches, ${run.failures.length} failures`,
  )
  for (const failure of run.failures) console.log(failure)
  for (const { shape, share } of slow) console.log(`${shape}: ${share.toFixed(1)} times its share`)
  if (saves) writeFileSync(FUZZ_FILE, `${JSON.stringify(run, undefined, 1)}\n`)
  if (run.failures.length > 0 || slow.length > 0) process.exitCode = 1
}

function compile(words: readonly string[]): Lexicon {
  return compileLexicon(
    words.map((text, nth) => ({ id: String(nth), text, label: 20006, level: 'block' })),
  )
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
  const run: Run = {
    machine: `${cpus()[0]?.model.trim() ?? 'unknown'}, ${cpus().length} cores, Node ${process.versions.node}`,
    origin: corpus.origin,
    ...speeds,
    costs,
    growth: measureGrowth(corpus),
    shapes: timeShapes(compile(words), corpus.long.join('')),
    conversions: measureConversions(words, loadOrdinaryTexts().texts),
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
