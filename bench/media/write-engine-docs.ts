/**
 * `node bench/media/write-engine-docs.ts`: makes `docs/media/engine.md` from the saved runs of reading,
 * of whole pictures through the pool, and of damaged files. No figure in it is typed by hand.
 */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FuzzReport } from './fuzz/run-fuzz.ts'
import { type OcrRow, percent } from './ocr/run-ocr-grid.ts'
import type { CostRow } from './pool/run-cost.ts'
import { readRun } from './runs.ts'

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'media', 'engine.md')

interface OcrRun {
  readonly every: number
  readonly rows: readonly OcrRow[]
  readonly medians: Readonly<Record<string, number>>
}

const INTRODUCTION = `<!-- Written by node bench/media/write-engine-docs.ts from docs/media/runs/. -->

# Words, whole pictures, damaged files

Every picture is drawn by the bench. A shared two-core machine with other work beside it: compare ratios
and counts, not times.

| command | what it says |
|---|---|
| \`node bench/media/ocr/run-ocr-grid.ts 1 --save\` | characters read wrongly, beside tesseract |
| \`node bench/media/pool/run-cost.ts 12 --save\` | whole pictures, one, two and four in flight |
| \`node bench/media/fuzz/run-fuzz.ts 10000 --save\` | damaged files through the pool |
| \`node bench/media/report/write-report.ts\` | the pictures of one bad article, drawn: \`docs/media/bad-article.html\` |
| \`node bench/media/write-engine-docs.ts\` | this page |`

const LIMITS = `## What is not seen

* Vertical columns, handwriting and letters below about 8 pixels are not read; among display types the
  narrow and heavy ones are read worst.
* The fonts of the grid are two that npm packages carry. Photographed words are harder than drawn ones.
* How right the nudity scores are was not measured: no pictures to measure it with are fit to be kept here.
  They agree with the original model to the fourth decimal, and say no more than it does.`

function describeReading({ rows, every, medians }: OcrRun): string {
  const readers = rows[0]?.errors.map(({ reader }) => reader) ?? []
  const share = every === 1 ? 'all cases' : `every ${every}th case`
  return [
    `## Words: characters read wrongly\n\nFont × size × colours × rotation, three lines a picture, ${share}. Tesseract with its best data for Simplified\nChinese, once finding the layout by itself and once told that there is one block.\n`,
    `| | pictures | ${readers.join(' | ')} |`,
    `|---|---|${'---|'.repeat(readers.length)}`,
    ...rows.map(
      ({ row, pictures, errors }) =>
        `| ${row} | ${pictures} | ${errors.map(({ error }) => percent(error)).join(' | ')} |`,
    ),
    `\nMedian milliseconds a picture: ${readers.map((name) => `${name} ${medians[name]}`).join(', ')}.`,
  ].join('\n')
}

function describeCost(rows: readonly CostRow[]): string {
  return [
    '## Whole pictures through the pool\n\nTwo megapixels, all local facts, no two alike; as many children as pictures in flight. Two cores:\nmore than two in flight only wait for each other.\n',
    '| in flight | pictures a second | processor seconds a picture | median ms | slowest ms | MB of all children |',
    '|---|---|---|---|---|---|',
    ...rows.map(
      ({ inFlight, perSecond, processorSeconds, median, slowest, megabytes }) =>
        `| ${inFlight} | ${perSecond} | ${processorSeconds ?? 'not told'} | ${median} | ${slowest} | ${megabytes ?? 'not told'} |`,
    ),
  ].join('\n')
}

function describeFuzz(report: FuzzReport): string {
  const { files, decoded, refused, crashed, stalled, unanswered, megabytes, slowest } = report
  const { filesLeft, processesLeft } = report
  return `## Damaged files

${files} files of fourteen kinds of pictures and five of clips, cut, flipped, spliced, swollen or pasted over, through two children with all
local facts: ${decoded} were decoded, ${refused} answered with a reason, ${unanswered} not answered; ${crashed.length} children
died, ${stalled.length} jobs ran out of time. ${filesLeft.length} files and ${processesLeft} processes were left behind. The children held
${megabytes[0]} MB after a third and ${megabytes[1]} MB at the end. The slowest took ${Math.round(slowest.ms)} ms (${slowest.name}).`
}

const ocr = readRun<OcrRun>('ocr')
const cost = readRun<{ readonly rows: readonly CostRow[] }>('engine-cost')
const fuzz = readRun<FuzzReport>('fuzz')
const parts = [
  INTRODUCTION,
  ocr && describeReading(ocr),
  cost && describeCost(cost.rows),
  fuzz && describeFuzz(fuzz),
  LIMITS,
]
writeFileSync(PAGE, `${parts.filter((part) => part !== null).join('\n\n')}\n`)
