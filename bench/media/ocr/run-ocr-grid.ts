/**
 * The OCR grid, read by each reader in turn, and the error of each row: font, size, colours, turn.
 *
 * `node bench/media/ocr/run-ocr-grid.ts [EVERY] [--save]` takes every EVERY-th case, default all 128:
 * about five minutes. Characters that are wrong, in percent; milliseconds of one process on this machine.
 */

import { saveRun } from '../runs.ts'
import { characterErrors } from './character-errors.ts'
import { describeOcrCase, drawOcrCase, type OcrCase, ocrGrid, useGridFonts } from './ocr-grid.ts'
import { type OcrReader, ourReader, tesseractReader } from './ocr-readers.ts'

export interface OcrScore {
  readonly reader: string
  readonly one: OcrCase
  readonly error: number
  readonly ms: number
}

/** A step that shares no factor with the sides of the grid meets every row of it. */
export async function runOcrGrid(every: number, log: (line: string) => void): Promise<OcrScore[]> {
  useGridFonts()
  const readers: OcrReader[] = [
    ourReader(),
    await tesseractReader('auto'),
    await tesseractReader('block'),
  ]
  const scores: OcrScore[] = []
  try {
    for (const [index, one] of ocrGrid().entries()) {
      if (index % every !== 0) continue
      const bytes = await drawOcrCase(one)
      const errors: string[] = []
      for (const reader of readers) {
        const start = performance.now()
        const error = characterErrors(one.lines, await reader.read(bytes))
        scores.push({ reader: reader.name, one, error, ms: performance.now() - start })
        errors.push(percent(error))
      }
      log(`${describeOcrCase(one)}: ${errors.join(' against ')}`)
    }
  } finally {
    for (const reader of readers) await reader.close()
  }
  return scores
}

export interface OcrRow {
  /** e.g. `size 14`. */
  readonly row: string
  /** By reader, in their order. */
  readonly errors: readonly { readonly reader: string; readonly error: number }[]
  readonly pictures: number
}

/** One row for each font, size, pair of colours and rotation, and one for all. */
export function toRows(scores: readonly OcrScore[]): readonly OcrRow[] {
  const kinds: ((one: OcrCase) => string)[] = [
    () => 'all',
    ({ font }) => font,
    ({ size }) => `${size} px`,
    ({ colours }) => colours,
    ({ rotation }) => `${rotation}°`,
  ]
  return kinds.flatMap((kind) => {
    const groups = Map.groupBy(scores, ({ one }) => kind(one))
    return [...groups].map(([row, group]) => {
      const byReader = [...Map.groupBy(group, ({ reader }) => reader)]
      const errors = byReader.map(([reader, own]) => ({ reader, error: meanOf(own) }))
      return { row, errors, pictures: group.length / byReader.length }
    })
  })
}

function meanOf(scores: readonly OcrScore[]): number {
  return scores.reduce((sum, { error }) => sum + error, 0) / scores.length
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

/** Milliseconds a picture, the median, by reader. */
export function medianTimes(scores: readonly OcrScore[]): Readonly<Record<string, number>> {
  const byReader = [...Map.groupBy(scores, ({ reader }) => reader)]
  return Object.fromEntries(
    byReader.map(([reader, own]) => {
      const times = own.map(({ ms }) => ms).toSorted((one, other) => one - other)
      return [reader, Math.round(times[Math.floor(times.length / 2)] ?? 0)]
    }),
  )
}

if (import.meta.main) {
  const every = Number(process.argv[2]) || 1
  const scores = await runOcrGrid(every, (line) => console.error(line))
  const rows = toRows(scores)
  for (const { row, errors, pictures } of rows) {
    const each = errors.map(({ reader, error }) => `${reader} ${percent(error)}`)
    console.log(`${row} (${pictures}): ${each.join(', ')}`)
  }
  const medians = medianTimes(scores)
  console.log(`median milliseconds: ${JSON.stringify(medians)}`)
  if (process.argv.includes('--save')) saveRun('ocr', { every, rows, medians })
}
