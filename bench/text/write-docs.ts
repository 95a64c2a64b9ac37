/**
 * `node bench/text/write-docs.ts`: makes `docs/text/matching.md` from the last saved run, so that no
 * figure in it is typed by hand. `npm run text -w bench -- --save` makes such a run.
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CONVERSIONS, type ConversionName } from '@fangxing/text'
import { ANCHOR } from './engines.ts'
import type { FuzzRun } from './fuzz.ts'
import { FUZZ_FILE, RUN_FILE, type Run } from './run.ts'
import { TEXT_KINDS } from './speed.ts'

const PAGE = join(RUN_FILE, '..', 'matching.md')

const INTRODUCTION = `# How words are found, and how well

The engine reads a text into plain units with their places in the original, in a kernel in WebAssembly
where the host has one, else in TypeScript that does the same. One scan over the units
asks bit tables where some word may begin, where one may begin by its sound, and where the text may
be read in another way; only there it compares. A disguise is another reading of a few units: only
the neighbourhood of such a place is searched again, and only where some word has these three units
in a row; the kernel leaves out the places of which no word could make use. Sounds and initials have
indexes of their own; text written backwards is looked for as
words written backwards, columns as text. What was needed to see a word is named in \`conversions\`
and lowers \`confidence\`.

Measure it yourself; the ratios are to \`${ANCHOR}\` in the same run.

| command | what it says |
|---|---|
| \`npm run bar text-speed\` | speed beside the npm peers at 20,000 words, every hit held against an oracle |
| \`npm run bar text-evasion\` | disguises caught, ordinary messages hit |
| \`npm run text -w bench\` | the whole table at 1,000, 20,000 and 100,000 words |
| \`npm run text -w bench -- --save\` | the same with building, memory, growth, swaps, odd shapes and what each conversion costs, kept for this page |
| \`npm run text -w bench -- --save --part growth\` | one part of it again |
| \`npm run text -w bench -- --fuzz 10000000 --seed 1\` | made texts, searched in the kernel and without it; with \`--save\` kept for this page |
| \`node bench/text/write-docs.ts\` | this page |

Without \`FANGXING_DATA_DIR\` (published titles, a public word list) the speeds are measured on texts and
words drawn from the grammars that the text models learn from: words as long as those of the public
list, of which ordinary text has about as many. All of them say what they ran on.`

const EVASION = `## Disguises

98.9 % of 653 generated cases of 40 kinds are caught; of 74,183 titles, reviews and private messages
none is hit by the same lexicon (\`npm run bar text-evasion\`). With 20,000 words of a public list,
between 0.2 % and 0.7 % of titles, reviews and private messages are hit by sound, shape or initials
alone.

Importing a public list of 65,141 words: it blocks 31.5 % of ordinary messages; with words that hit
one in a thousand made hints 16.2 %; with every word that hits any of 27,700 ordinary texts made a
hint 2.4 % of as many others.

## What is not seen

* A character in a reading other than its most frequent one (薄 as bo).
* Emoji that stand for a sound (薇❤), characters split in more than two, order changed otherwise than
  by reversal or columns.
* Word boundaries: 增加微信息 is excused by an exception, not by understanding.`

const SPEED_NOTE = `Million characters a second, in brackets the ratio; then hits in a message. Short is 100 characters, long
10,000, adversarial has signs strewn in, storm is beginnings of words throughout, dense has listed words
strewn in: there most of the work is to answer. Wanted of ours, short and long, at 20,000 words: 11× and
16× exact, 7× and 9× folded, 3× and 3× with every conversion.`

/** Texts of which the page says how many hits one has. */
const COUNTED = ['short', 'dense'] as const

const FOLD = '`tables/fold.ts`'
const SOUND = '`tables/sound.ts`: pinyin-pro'

/** Where each conversion's table is, and what it was made from. */
const SOURCES: Readonly<Record<ConversionName, string>> = {
  width: `${FOLD}: Unicode NFKC`,
  case: `${FOLD}: Unicode lower case`,
  traditional: `${FOLD}: OpenCC`,
  digit: `${FOLD}: Unicode numeric values, financial numerals`,
  accent: `${FOLD}: Unicode decomposition`,
  enclosed: `${FOLD}: Unicode NFKC`,
  lookalike: `${FOLD}: UTS #39 confusables`,
  invisible: `${FOLD}: Unicode Cf, Cc, M`,
  gap: `${FOLD}: Unicode symbols, punctuation, spaces`,
  spelled: '`src/disguise/edits.ts`: a rule',
  repeat: '`src/disguise/edits.ts`: a rule',
  alias: '`src/disguise/alias-table.ts`: own selection',
  number: '`src/disguise/sound.ts`: digits read aloud',
  leet: '`src/disguise/edit-readers.ts`: ten digits',
  split: '`src/disguise/split-table.ts`: own selection',
  shape: '`src/disguise/look-alike-table.ts`: own selection',
  vertical: '`src/search/column-search.ts`: a rule',
  reversed: '`src/search/keys.ts`: a rule',
  pinyin: SOUND,
  initials: SOUND,
  homophone: SOUND,
  near: `${SOUND}, fuzzy pairs of input methods`,
}

if (import.meta.main) {
  const [run, fuzzRun] = [RUN_FILE, FUZZ_FILE].map((file) => JSON.parse(readFileSync(file, 'utf8')))
  writeFileSync(PAGE, render(run, fuzzRun))
}

/** Parts that were never measured have no section. */
export function render(run: Partial<Run>, fuzzRun: FuzzRun): string {
  const counts = [...new Set(run.speeds?.lines.map(({ words }) => words))]
  const { costs, growth, swaps, shapes, conversions } = run
  const parts = [
    '<!-- Generated by node bench/text/write-docs.ts. Do not edit. -->',
    INTRODUCTION,
    `## Last run\n\n${run.machine}; ${run.origin}. Other work runs beside it, often much: only ratios travel, and those of
a busy hour are the lower ones. Without a data directory words and texts are drawn, and the ratios about the
same (\`docs/decisions/0254-a-drawn-list-is-like-a-published-one.md\`). ${oracle(run.speeds?.differences ?? [])}

${SPEED_NOTE}`,
    ...counts.map((count) => `### ${count.toLocaleString('en')} words\n\n${toSpeeds(run, count)}`),
    costs && `## Building, memory, single messages\n\n${toCosts(costs)}`,
    growth && `## Growth\n\n${toGrowth(growth)}`,
    swaps && `## Swapping an edition\n\n${toSwaps(swaps)}`,
    shapes && `## Odd shapes\n\n${toShapes(shapes)}`,
    `## Made texts\n\n${toFuzz(fuzzRun)}`,
    conversions && `## What each conversion costs\n\n${toConversions(conversions)}`,
    EVASION,
  ]
  return `${parts.filter((part) => part !== undefined).join('\n\n')}\n`
}

function oracle(differences: readonly string[]): string {
  return differences.length === 0
    ? 'Every count agrees with looking up each word in turn.'
    : `Differences from looking up each word in turn: ${differences.join('; ')}.`
}

function toSpeeds({ speeds }: Partial<Run>, count: number): string {
  const lines = (speeds?.lines ?? []).filter(({ words }) => words === count)
  const engines = [...new Set(lines.map(({ engine }) => engine))]
  const kinds = TEXT_KINDS.filter((kind) => lines.some(({ texts }) => texts === kind))
  const at = (engine: string, texts: string) =>
    lines.find((line) => line.engine === engine && line.texts === texts)
  const rows = engines.map((engine) => [
    engine,
    ...kinds.map((kind) => {
      const line = at(engine, kind)
      return line ? `${line.speed.toFixed(1)} (${line.ratio.toFixed(2)}×)` : ''
    }),
    ...COUNTED.map((kind) => at(engine, kind)?.hitsEach.toFixed(2) ?? ''),
  ])
  const head = ['engine', ...kinds, ...COUNTED.map((kind) => `hits, ${kind}`)]
  return table(head, rows)
}

function toCosts({ engines: all, loadMs }: Run['costs']): string {
  const rows = all.map(({ engine, buildMs, memoryMb, p50Us, p99Us }) => [
    engine,
    buildMs.toFixed(0),
    memoryMb.toFixed(1),
    p50Us.toFixed(1),
    p99Us.toFixed(1),
  ])
  const words = all[0]?.words.toLocaleString('en') ?? ''
  const head = ['engine', 'building, ms', 'memory, MB', 'p50, µs', 'p99, µs']
  return `At ${words} words, messages of 100 characters. A fresh process imports the engine in ${loadMs.toFixed(0)} ms.\n\n${table(head, rows)}`
}

function toGrowth({ engines, files }: Run['growth']): string {
  const rows = engines.map(({ engine, words, buildMs, memoryMb, speed, p50Us, p99Us }) => [
    words.toLocaleString('en'),
    engine,
    buildMs.toFixed(0),
    memoryMb.toFixed(1),
    speed.toFixed(1),
    p50Us.toFixed(1),
    p99Us.toFixed(1),
  ])
  const head = ['words', 'engine', 'building, ms', 'memory, MB', 'M/s short', 'p50, µs', 'p99, µs']
  const fileRows = files.map(({ words, sizeMb, packMs, loadMs }) => [
    words.toLocaleString('en'),
    sizeMb.toFixed(1),
    packMs.toFixed(0),
    loadMs.toFixed(1),
  ])
  const fileHead = ['words', 'file, MB', 'compiling and packing, ms', 'loading, ms']
  return `Processor time. An engine that takes more than two seconds to build is not asked for more words; the peer,
not for a million, which takes it many minutes.

${table(head, rows)}

The file of a lexicon with every conversion:

${table(fileHead, fileRows)}`
}

function toSwaps(swaps: Run['swaps']): string {
  const rows = swaps.map(({ words, middleMs, bestMs, middleWithoutMs }) => [
    words.toLocaleString('en'),
    bestMs.toFixed(1),
    middleMs.toFixed(1),
    middleWithoutMs.toFixed(1),
  ])
  const head = ['words', 'best window, ms', 'middle window, ms', 'middle without a swap, ms']
  return `The longest gap between two answers while the file of another edition is loaded and its kernel starts, one
step between two messages, in windows of a thousand messages checked one after the other. What the gap is
without a swap is the work of others on this machine. The longest step is what the collector does.

${table(head, rows)}`
}

function toShapes(all: Run['shapes']): string {
  const rows = all.map(({ shape, ms, share, hits }) => [
    shape,
    ms.toFixed(0),
    share.toFixed(1),
    hits.toLocaleString('en'),
  ])
  const head = ['a million characters of', 'ms', 'times running text', 'hits']
  return `Every conversion, 20,000 words; the bound is ten times.\n\n${table(head, rows)}`
}

function toFuzz({ seed, inputs, units, matches, failures }: FuzzRun): string {
  const outcome =
    failures.length === 0
      ? 'All of them were answered, every match is a slice of its text, and the kernel says what plain\nTypeScript says.'
      : `Wrong: ${failures.join('; ')}.`
  const count = (value: number) => value.toLocaleString('en')
  return `${count(inputs)} texts of ${count(units)} characters, made from seed ${seed}, with ${count(matches)} matches. ${outcome}`
}

function toConversions(all: Run['conversions']): string {
  const texts = all[0]?.texts ?? 0
  const rows = all.map(({ conversion, byLength, everywhere }) => [
    `${CONVERSIONS[conversion].name.zh} ${conversion}`,
    SOURCES[conversion],
    perHundredThousand(byLength, texts),
    CONVERSIONS[conversion].safe ? '' : perHundredThousand(everywhere, texts),
  ])
  const head = ['conversion', 'table and source', 'as terms allow it', 'if every term allowed it']
  return `Of 100,000 ordinary titles, reviews and private messages (${texts.toLocaleString('en')} were read), so many have a\nword of a public list of 20,000 that needed the conversion. Terms allow what their length can bear\n(\`src/gate.ts\`); safe conversions every term allows.\n\n${table(head, rows)}`
}

function perHundredThousand(count: number, texts: number): string {
  return ((count / texts) * 100_000).toFixed(0)
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}
