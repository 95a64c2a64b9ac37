/**
 * `npm run text -w bench`: the whole table. Give word counts to measure only those: `… -- 20000`.
 *
 * `… -- --save` also measures building, memory, single messages, growth, swaps, odd shapes and what each
 * conversion costs, and writes it to `docs/text/matching.json`, from which `write-docs.ts` makes the
 * page. `… -- --save --part growth` measures that part again and leaves the others as they were.
 *
 * `… -- --fuzz 10000000 --seed 1` searches so many made texts instead, and texts of a million characters
 * of odd shapes; exits 1 when one is answered wrongly or takes more than ten times its share.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compileLexicon, type Lexicon } from '@fangxing/text'
import { type ConversionCost, measureConversions } from './conversion-cost.ts'
import { type Corpus, loadCorpus } from './corpus.ts'
import { type Cost, measureCost } from './cost.ts'
import { OURS, PEERS } from './engines.ts'
import { type FuzzRun, runFuzz } from './fuzz.ts'
import { type FileGrowth, type Growth, measureFiles, measureGrowth } from './growth.ts'
import { measureLoadMs } from './load-time.ts'
import { loadOrdinaryTexts } from './ordinary.ts'
import { MOST_SHARE, type ShapeTime, timeShapes } from './shapes.ts'
import { holdAgainstOracle, type Line, runSpeed, TEXT_KINDS } from './speed.ts'
import { measureSwaps, type Swap } from './swap.ts'

/** Everything that was measured, by part; what the page of figures is made from. */
export interface Run {
  readonly machine: string
  readonly origin: string
  readonly speeds: Speeds
  readonly costs: { readonly engines: readonly Cost[]; readonly loadMs: number }
  readonly growth: { readonly engines: readonly Growth[]; readonly files: readonly FileGrowth[] }
  readonly swaps: readonly Swap[]
  readonly shapes: readonly ShapeTime[]
  readonly conversions: readonly ConversionCost[]
}

interface Speeds {
  readonly differences: readonly string[]
  readonly lines: readonly Line[]
}

type Part = Exclude<keyof Run, 'machine' | 'origin'>

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
      part: { type: 'string', multiple: true },
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
  const counts = positionals.length > 0 ? positionals.map(Number) : COUNTS
  if (values.save) await save(corpus, counts, values.part)
  else await measureSpeeds(corpus, counts)
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

async function measureSpeeds(corpus: Corpus, counts: readonly number[]): Promise<Speeds> {
  const differences: string[] = []
  const lines: Line[] = []
  for (const count of counts) {
    const found = holdAgainstOracle(corpus, count)
    console.log(found.length === 0 ? `${count} words: the oracle agrees` : found.join('\n'))
    differences.push(...found.map((difference) => `${count} words, ${difference}`))
    for (const line of await runSpeed(corpus, count, TEXT_KINDS)) {
      console.log(toText(line))
      lines.push(line)
    }
  }
  return { differences, lines }
}

async function save(
  corpus: Corpus,
  counts: readonly number[],
  wanted: readonly string[] | undefined,
): Promise<void> {
  const words = corpus.words(COST_WORDS)
  const parts: { readonly [Name in Part]: () => Run[Name] | Promise<Run[Name]> } = {
    speeds: () => measureSpeeds(corpus, counts),
    costs: () => ({
      engines: [...OURS, ...PEERS].map((engine) => measureCost(engine, words, corpus.short)),
      loadMs: measureLoadMs(),
    }),
    growth: () => ({ engines: measureGrowth(corpus), files: measureFiles(corpus) }),
    swaps: () => measureSwaps(corpus),
    shapes: () => timeShapes(compile(words), corpus.long.join('')),
    conversions: () => measureConversions(words, loadOrdinaryTexts().texts),
  }
  const run: Record<string, unknown> = {
    ...(existsSync(RUN_FILE) ? JSON.parse(readFileSync(RUN_FILE, 'utf8')) : {}),
    machine: `${cpus()[0]?.model.trim() ?? 'unknown'}, ${cpus().length} cores, Node ${process.versions.node}`,
    origin: corpus.origin,
  }
  for (const name of wanted ?? Object.keys(parts)) {
    const measure = parts[name as Part]
    if (measure === undefined) throw new Error(`There is no part of the name ${name}.`)
    console.log(`measuring ${name}`)
    run[name] = await measure()
    // After each: a run that is cut off keeps what it has.
    writeFileSync(RUN_FILE, `${JSON.stringify(run, rounded, 1)}\n`)
  }
}

/** Three places are more than two runs agree on. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1000) / 1000 : value
}

function toText({ engine, texts, words, speed, ratio, hitsEach }: Line): string {
  const figures = `${speed.toFixed(1).padStart(7)} M/s ${ratio.toFixed(2).padStart(6)}×`
  const hits = `${hitsEach.toFixed(2).padStart(7)} hits a text`
  return `${String(words).padStart(7)} ${texts.padEnd(12)} ${engine.padEnd(30)} ${figures} ${hits}`
}
