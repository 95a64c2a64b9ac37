/**
 * A raster as the line finder wants it: sides that 32 divides, planes of blue, green, red, normalised.
 *
 * Large rasters are shrunk to 1.5 megapixels (averaging), small ones doubled: the finder wants
 * letters of 10 to 60 pixels. Pure.
 */

import type { Raster } from '../picture/decode.ts'

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
  const values = new Float32Array(3 * width * height)
  const scaleX = width / raster.width
  const scaleY = height / raster.height
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      putPixel(raster, values, { x, y, width, height, scaleX, scaleY })
    }
  }
  return { values, width, height, scaleX, scaleY }
}

function scaleFor({ width, height }: Raster): number {
  const long = Math.max(width, height)
  if (long < SMALL) return Math.min(2, SMALL / long)
  return Math.min(1, Math.sqrt(MAX_PIXELS / (width * height)))
}

function snap(side: number): number {
  return Math.max(STRIDE, Math.round(side / STRIDE) * STRIDE)
}

interface Spot {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly scaleX: number
  readonly scaleY: number
}

/** The mean of the raster's pixels that fall on the spot, at least the nearest one. */
function putPixel(raster: Raster, values: Float32Array, spot: Spot): void {
  const left = Math.min(raster.width - 1, Math.floor(spot.x / spot.scaleX))
  const top = Math.min(raster.height - 1, Math.floor(spot.y / spot.scaleY))
  const right = Math.min(raster.width, Math.max(left + 1, Math.floor((spot.x + 1) / spot.scaleX)))
  const bottom = Math.min(raster.height, Math.max(top + 1, Math.floor((spot.y + 1) / spot.scaleY)))
  const plane = spot.width * spot.height
  const at = spot.y * spot.width + spot.x
  for (let channel = 0; channel < 3; channel += 1) {
    let sum = 0
    for (let y = top; y < bottom; y += 1) {
      for (let x = left; x < right; x += 1) {
        sum += raster.data[(y * raster.width + x) * 3 + channel] ?? 0
      }
    }
    const value = sum / ((right - left) * (bottom - top) * 255)
    const target = 2 - channel
    values[target * plane + at] = (value - (MEAN[target] ?? 0)) / (SPREAD[target] ?? 1)
  }
}
