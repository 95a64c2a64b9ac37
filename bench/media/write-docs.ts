/**
 * `node bench/media/write-docs.ts`: makes `docs/media/pictures.md` from the saved runs, so that no
 * figure in it is typed by hand. Each bench that it names makes its run with `--save`.
 */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CodeRun } from './codes/run.ts'
import type { CostRun } from './cost.ts'
import type { GrowthRow } from './hash/bank-growth.ts'
import type { HashKindRun, HashRun } from './hash/robustness.ts'
import type { FaultRow } from './quality/damage-table.ts'
import { readRun } from './runs.ts'

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'media', 'pictures.md')

const INTRODUCTION = `<!-- Written by node bench/media/write-docs.ts from docs/media/runs/. -->

# What pictures show, and how surely

The media engine measures; the rules judge. This page says how often each measure is wrong at the
threshold that suits it, and what the measures cost. Every picture in it is drawn by the bench, so that
anybody can run it again; a shared two-core machine, other work beside it: compare ratios, not times.

| command | what it says |
|---|---|
| \`node bench/media/quality/damage-table.ts 6 --save\` | damaged against clean pictures |
| \`node bench/media/codes/run.ts 1 --save\` | QR codes on a grid, beside other readers |
| \`node bench/media/hash/robustness.ts 4 --save\` | how far a changed picture's hash moves |
| \`node bench/media/hash/bank-growth.ts 10000 100000 1000000 10000000 --save\` | look-ups in growing banks |
| \`node bench/media/cost.ts --save\` | time of each fact |
| \`node bench/media/write-docs.ts\` | this page |`

const LIMITS = `## What is not seen

* What a mini-program code says: its encoding is not published. It is located by its shape, from about 80
  pixels across (seven real codes of WeChat were all found at that size, and at 72 one of them), turned
  or light on dark. The round codes of other platforms, which have no ring marks, are not found.
* Codes blurred by more than about half a module, or smaller than one and a half pixels a module.
* Ghosting, jagged edges of drawings, retouching, a subject that is cut off: no measure here tells them.
* Blocks of a picture that was made smaller after it was compressed: they are gone, and so is the fault.
* Whether a soft picture was blurred or made larger by interpolation: both lack the same detail.
* Known pictures after a turn or a crop beyond what the table shows, and pages of words, whose hashes say
  little. Text is the better witness there.
* Tables without vertical lines, with cells told apart by shade alone, or photographed at a slant.
* Real photographs differ from drawn ones. Of 29 that were at hand (test pictures of the PDQ
  distribution) 20 are told clean; one blurred on purpose, one with a letterbox, a black one, two
  of pure noise and two of 10 and 37 levels of contrast are told as such, and one that was saved at
  quality 75 in 256 by 256 pixels is accused of over-compression. That is no error rate.`

function render(): string {
  const quality = readRun<{ rows: readonly FaultRow[] }>('quality')
  const codes = readRun<CodeRun>('codes')
  const hash = readRun<HashRun>('hash')
  const bank = readRun<{ rows: readonly GrowthRow[] }>('bank')
  const cost = readRun<CostRun>('cost')
  const parts = [
    INTRODUCTION,
    quality && renderQuality(quality.rows),
    codes && renderCodes(codes),
    hash && renderHash(hash),
    bank && renderBank(bank.rows),
    cost && renderCost(cost),
    LIMITS,
  ]
  return `${parts.filter((part) => part !== null).join('\n\n')}\n`
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
}

function renderQuality(rows: readonly FaultRow[]): string {
  const [head] = rows
  return `## Damaged against clean

${head?.clean ?? 0} clean pictures of six kinds and two sizes: as taken, saved again as JPEG and WebP, made
smaller. The threshold is the one a rule should use; a looser one accuses less and misses more.

${table(
  ['fault', 'threshold', 'clean accused', 'damaged missed', 'worst damage'],
  rows.map((row) => [
    row.fault,
    row.threshold,
    `${percent(row.accused, row.clean)} of ${row.clean}`,
    `${percent(row.missed, row.damaged)} of ${row.damaged}`,
    row.worstMissed === 0 ? 'none missed' : `${row.worstDamage}: ${percent(row.worstMissed, 1)}`,
  ]),
)}`
}

function renderCodes({ cases, scores }: CodeRun): string {
  const groups = Object.keys(scores[0]?.groups ?? {}).toSorted(
    (one, other) => rankOf(one) - rankOf(other),
  )
  return `## QR codes

${cases} pictures: four sizes × four turns × three blurs × three contrasts × both polarities, each code in a
textured scene. Read means that the very words were among what was found.

${table(
  ['', ...scores.map(({ reader }) => reader)],
  [
    ['all', ...scores.map(({ read }) => `**${percent(read, cases)}**`)],
    ['invented', ...scores.map(({ invented }) => invented)],
    ['each, ms', ...scores.map(({ milliseconds }) => milliseconds)],
    ...groups.map((group) => [
      group,
      ...scores.map((score) => percent(...(score.groups[group] ?? [0, 0]))),
    ]),
  ],
)}

The same zxing decoder reads for us; what is gained comes from sharper copies at two scales, and is paid
for in time.`
}

const GROUP_ORDER = [/module$/, /^turned/, /^blur/, /^tones/, /on/]

/** Sizes first, then turns, blurs, tones and polarity, each as the grid has them. */
function rankOf(group: string): number {
  return GROUP_ORDER.findIndex((pattern) => pattern.test(group))
}

function renderHash({ pictures, pages }: HashRun): string {
  const cells = ({ rows }: HashKindRun, at: number): (string | number)[] => {
    const row = rows[at]
    return row
      ? [
          percent(row.found, row.pictures),
          percent(row.foundByVariants, row.pictures),
          row.middleDistance,
        ]
      : []
  }
  return `## Known pictures

${pictures.pictures} pictures (landscapes, portraits, products, drawings) and ${pages.pictures} pages and screens
of words, changed, then looked for within 31 of 256 bits; *variants* is a bank that holds eight hashes of
each picture (\`hashVariants\`).

${table(
  ['change', 'pictures', 'variants', 'middle distance', 'pages', 'variants', 'middle distance'],
  pictures.rows.map(({ change }, at) => [change, ...cells(pictures, at), ...cells(pages, at)]),
)}

Taken for the same though different: ${pictures.confused} of ${pictures.pairs} pairs of pictures (the nearest
${pictures.nearest} bits apart), ${pages.confused} of ${pages.pairs} pairs of pages (${pages.nearest} bits).

The hash is PDQ: of fifteen published hashes of the PDQ distribution nine are equal to ours, among them all of
pictures with no side above 512 pixels; the others are 2 to 8 bits away, since Meta's program shrinks
large pictures in another way.`
}

function renderBank(rows: readonly GrowthRow[]): string {
  return `## Banks

Random hashes; looked for are hashes 0 to 31 bits from one of them, and strangers. On a busy machine the 99th
percentile is the scheduler's, not the bank's.

${table(
  ['hashes', 'built in', 'look-up, middle', '99 %', 'comparing with each', 'found', 'invented'],
  rows.map((row) => [
    row.size.toLocaleString('en'),
    `${row.buildSeconds.toFixed(1)} s`,
    `${row.milliseconds.toFixed(2)} ms`,
    `${row.slowMilliseconds.toFixed(2)} ms`,
    row.plainMilliseconds === null ? '–' : `${row.plainMilliseconds.toFixed(1)} ms`,
    `${row.found} of ${row.asked}`,
    row.invented,
  ]),
)}`
}

function renderCost({ cores, sheets, milliseconds, residentMegabytes }: CostRun): string {
  return `## Cost

Milliseconds of processor time, one picture at a time, the middle of five.

${table(
  ['', ...sheets],
  Object.entries(milliseconds).map(([name, times]) => [name, ...times]),
)}

${residentMegabytes} MB held at the end, on ${cores} cores. Nothing here runs beside itself: more cores are used by more
processes, which is the pool's part.`
}

if (import.meta.main) writeFileSync(PAGE, render())
