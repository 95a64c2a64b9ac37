/**
 * A raster as the line finder wants it: sides that 32 divides, planes of blue, green, red, normalised.
 *
 * Large rasters are shrunk to 1.5 megapixels (averaging), small ones doubled: the finder wants
 * letters of 10 to 60 pixels. Pure.
 */

import type { Raster } from '../picture/decode.ts'
import { toPlanes } from '../runtime/raster-planes.ts'

export interface DetectorInput {
  readonly values: Float32Array
  readonly width: number
  readonly height: number
  /** Pixels of the input per pixel of the raster. */
  readonly scaleX: number
  readonly scaleY: number
}

/** Means and spreads of ImageNet, as the model was trained, in the order it takes the planes. */
const MEAN = [0.485, 0.456, 0.406]
const SPREAD = [0.229, 0.224, 0.225]
const MAX_PIXELS = 1_500_000
/** Below this long side letters are often smaller than the finder sees. */
const SMALL = 640
const STRIDE = 32

export function toDetectorInput(raster: Raster): DetectorInput {
  const scale = scaleFor(raster)
  const width = snap(raster.width * scale)
  const height = snap(raster.height * scale)
  const planes = toPlanes(raster, width, height)
  const values = new Float32Array(planes.length)
  const size = width * height
  for (let channel = 0; channel < 3; channel += 1) {
    const target = 2 - channel
    const factor = 1 / (255 * (SPREAD[target] ?? 1))
    const offset = (MEAN[target] ?? 0) / (SPREAD[target] ?? 1)
    for (let at = 0; at < size; at += 1) {
      values[target * size + at] = (planes[channel * size + at] ?? 0) * factor - offset
    }
  }
  return { values, width, height, scaleX: width / raster.width, scaleY: height / raster.height }
}

function scaleFor({ width, height }: Raster): number {
  const long = Math.max(width, height)
  if (long < SMALL) return Math.min(2, SMALL / long)
  return Math.min(1, Math.sqrt(MAX_PIXELS / (width * height)))
}

function snap(side: number): number {
  return Math.max(STRIDE, Math.round(side / STRIDE) * STRIDE)
}
