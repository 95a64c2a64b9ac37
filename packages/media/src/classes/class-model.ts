/**
 * Scores a picture for nudity: drawing, hentai, neutral, porn, sexy, 0 to 1, together 1.
 *
 * The weights are those of MobileNetV2 in the nsfwjs package; they run on the same runtime as the
 * other models, about 15 ms a view. A long picture is seen in squares, an animation in its samples:
 * the scores are those of the view that is least neutral and least a drawing. A hint, never a
 * verdict: noise and bare walls may score high. Knows nothing of gore, flags or faces.
 *
 * Source: https://github.com/infinitered/nsfwjs (MIT), model of GantMan/nsfw_model (MIT).
 */

import { createRequire } from 'node:module'
import type { ClassScore } from '@fangxing/contract'
import type { ClassModel } from '../observe/picture-models.ts'
import type { DecodedPicture, Raster } from '../picture/decode.ts'
import { type Model, openModel } from '../runtime/open-model.ts'
import { type Part, toPlanes } from '../runtime/raster-planes.ts'
import { type KerasModel, unpackWeights } from './keras-layers.ts'
import { toOnnxBytes } from './onnx-bytes.ts'
import { toOnnxGraph } from './to-onnx-graph.ts'

/** In the order of the model's output. */
const CLASSES = ['drawing', 'hentai', 'neutral', 'porn', 'sexy']
const HARMLESS = new Set(['drawing', 'neutral'])
const SIDE = 224
/** A picture longer than this is not squeezed into one square. */
const LONG = 2
const MAX_VIEWS = 6

export function createClassModel(): ClassModel {
  let opening: Promise<Model> | undefined
  return {
    edition: 'nsfw-mobilenet-v2',
    async score(picture, signal) {
      opening ??= openModel(readWeights())
      const model = await opening
      let worst: readonly ClassScore[] = []
      for (const { raster, part } of viewsOf(picture)) {
        signal?.throwIfAborted()
        const scores = await scoreView(model, raster, part)
        if (harmOf(scores) > harmOf(worst)) worst = scores
      }
      return worst
    },
  }
}

/** The package keeps its model as two scripts: one gives the layers, the other the weights in Base64. */
function readWeights(): Uint8Array {
  const require = createRequire(import.meta.url)
  const folder = require
    .resolve('nsfwjs')
    .replace(/dist[\\/]cjs[\\/].*$/, 'dist/models/mobilenet_v2/')
  const model = require(`${folder}model.min.js`) as KerasModel
  const packed = Buffer.from(require(`${folder}group1-shard1of1.min.js`) as string, 'base64')
  return toOnnxBytes(toOnnxGraph(model, unpackWeights(model, packed), SIDE, CLASSES.length))
}

interface View {
  readonly raster: Raster
  readonly part?: Part
}

function viewsOf({ raster, samples }: DecodedPicture): readonly View[] {
  if (samples.length > 0) return [raster, ...samples].map((frame) => ({ raster: frame }))
  const { width, height } = raster
  const short = Math.min(width, height)
  const long = Math.max(width, height)
  if (long < short * LONG) return [{ raster }]
  const count = Math.min(MAX_VIEWS, Math.ceil(long / short))
  return Array.from({ length: count }, (_, index) => {
    const start = Math.floor(((long - short) * index) / (count - 1))
    const part = width > height ? { x: start, y: 0 } : { x: 0, y: start }
    return { raster, part: { ...part, width: short, height: short } }
  })
}

async function scoreView(
  model: Model,
  raster: Raster,
  part: Part | undefined,
): Promise<readonly ClassScore[]> {
  const values = toPlanes(raster, SIDE, SIDE, part).map((value) => value / 255)
  const { values: scores } = await model.run(values, [1, 3, SIDE, SIDE])
  return CLASSES.map((name, index) => ({
    name,
    score: Math.round((scores[index] ?? 0) * 10_000) / 10_000,
  }))
}

/** -1 for no scores at all, so that the first view always counts. */
function harmOf(scores: readonly ClassScore[]): number {
  if (scores.length === 0) return -1
  return scores.reduce((sum, { name, score }) => (HARMLESS.has(name) ? sum : sum + score), 0)
}
