/**
 * The perceptual hash of a picture: 256 bits that re-encoding, scaling and small changes barely move.
 *
 * PDQ: brightness, a tent filter down to 64 by 64, the 16 by 16 lowest frequencies without the mean,
 * one bit for each that lies above their median. Equal pictures differ in up to 31 of 256 bits,
 * unrelated ones in about 128. Its quality is 0 to 100: below 50 there is too little to tell
 * pictures apart by (a sky, a page of text), and such a hash should not accuse anybody.
 * Pure; a hash agrees with Meta's own programs to a few bits, since they shrink and decode otherwise.
 *
 * Source: “The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing Algorithm”, Facebook 2019,
 * https://github.com/facebook/ThreatExchange/blob/main/hashing/hashing.pdf
 */

import type { SeenHash } from '@fangxing/contract'
import type { DecodedPicture, Raster } from '../picture/decode.ts'
import { type Luma, shrinkLuma, toLuma } from '../picture/luma.ts'
import { hashDistance } from './distance.ts'

export type PictureHash = SeenHash

/** Up to this many differing bits two pictures count as the same, as the paper recommends. */
export const SAME_PICTURE_DISTANCE = 31
/** Hashes below this quality are not to be trusted, as the paper recommends. */
export const TRUSTED_HASH_QUALITY = 50

/** Larger pictures are shrunk to this first, each side on its own. */
const MOST_SIDE = 512
const SIDE = 64
const FREQUENCIES = 16
/** A picture thinner than this has no hash that means anything. */
const LEAST_SIDE = 5

/** Row `i` is the cosine of frequency `i + 1`: the mean is left out. */
const COSINES = Float64Array.from({ length: FREQUENCIES * SIDE }, (_, at) => {
  const frequency = Math.floor(at / SIDE) + 1
  return Math.sqrt(2 / SIDE) * Math.cos((Math.PI / 2 / SIDE) * frequency * (2 * (at % SIDE) + 1))
})

/** Of an animation also the sampled frames that look unlike those before them. */
export function hashPicture({ raster, samples }: DecodedPicture): PictureHash {
  const first = hashRaster(raster)
  const different = [first]
  for (const sample of samples) {
    const hash = hashRaster(sample)
    const isSeen = different.some(
      ({ bits }) => hashDistance(bits, hash.bits) <= SAME_PICTURE_DISTANCE,
    )
    if (!isSeen) different.push(hash)
  }
  return different.length === 1 ? first : { ...first, frames: different.slice(1) }
}

export function hashRaster(raster: Raster): PictureHash {
  return hashLuma(toLuma(raster))
}

export function hashLuma(luma: Luma): PictureHash {
  if (Math.min(luma.width, luma.height) < LEAST_SIDE) return { bits: '0'.repeat(64), quality: 0 }
  const cells = decimate(blurTwice(shrinkLuma(luma, MOST_SIDE, MOST_SIDE)))
  return { bits: toBits(lowFrequencies(cells)), quality: detailOf(cells) }
}

/** Two box filters make a tent, half a cell of the 64 by 64 wide to each side. */
function blurTwice({ width, height, data }: Luma): Luma {
  const across = Math.ceil(width / (2 * SIDE))
  const down = Math.ceil(height / (2 * SIDE))
  let from = data
  for (let pass = 0; pass < 2; pass += 1) {
    const rows = new Float32Array(data.length)
    for (let y = 0; y < height; y += 1) blurLine(from, rows, y * width, 1, width, across)
    const columns = new Float32Array(data.length)
    for (let x = 0; x < width; x += 1) blurLine(rows, columns, x, width, height, down)
    from = columns
  }
  return { width, height, data: from }
}

/** A running mean over `span` values, cut off at both ends; `start` and `step` say where the line lies. */
function blurLine(
  from: Float32Array,
  to: Float32Array,
  start: number,
  step: number,
  length: number,
  span: number,
): void {
  const ahead = Math.floor((span + 2) / 2)
  let sum = 0
  let first = 0
  let next = 0
  for (let at = 0; at < length; at += 1) {
    const end = Math.min(length, at + ahead)
    for (; next < end; next += 1) sum += from[start + next * step] ?? 0
    for (; first < at + ahead - span; first += 1) sum -= from[start + first * step] ?? 0
    to[start + at * step] = sum / (next - first)
  }
}

/** The pixel in the middle of each of 64 by 64 cells. */
function decimate({ width, height, data }: Luma): Float32Array {
  return Float32Array.from({ length: SIDE * SIDE }, (_, cell) => {
    const y = Math.floor(((Math.floor(cell / SIDE) + 0.5) * height) / SIDE)
    const x = Math.floor((((cell % SIDE) + 0.5) * width) / SIDE)
    return data[y * width + x] ?? 0
  })
}

/** 16 by 16 coefficients of the cosine transform, frequencies 1 to 16 both ways. */
function lowFrequencies(cells: Float32Array): Float64Array {
  const rows = new Float64Array(FREQUENCIES * SIDE)
  for (let at = 0; at < rows.length; at += 1) {
    const cosines = Math.floor(at / SIDE) * SIDE
    let sum = 0
    for (let y = 0; y < SIDE; y += 1) {
      sum += (COSINES[cosines + y] ?? 0) * (cells[y * SIDE + (at % SIDE)] ?? 0)
    }
    rows[at] = sum
  }
  return Float64Array.from({ length: FREQUENCIES * FREQUENCIES }, (_, at) => {
    const row = Math.floor(at / FREQUENCIES) * SIDE
    const cosines = (at % FREQUENCIES) * SIDE
    let sum = 0
    for (let x = 0; x < SIDE; x += 1) sum += (rows[row + x] ?? 0) * (COSINES[cosines + x] ?? 0)
    return sum
  })
}

/** The last coefficient is the first bit, as ThreatExchange writes it. */
function toBits(coefficients: Float64Array): string {
  const median = coefficients.toSorted()[coefficients.length / 2 - 1] ?? 0
  let bits = ''
  for (let digit = coefficients.length / 4 - 1; digit >= 0; digit -= 1) {
    let value = 0
    for (let bit = 0; bit < 4; bit += 1) {
      if ((coefficients[digit * 4 + bit] ?? 0) > median) value |= 1 << bit
    }
    bits += value.toString(16)
  }
  return bits
}

/** Steps between neighbouring cells in whole percents: faint ones do not count. 90 make one point. */
function detailOf(cells: Float32Array): number {
  let sum = 0
  for (let at = 0; at < cells.length; at += 1) {
    const here = cells[at] ?? 0
    if (at + SIDE < cells.length) sum += percents(here, cells[at + SIDE] ?? 0)
    if ((at + 1) % SIDE !== 0) sum += percents(here, cells[at + 1] ?? 0)
  }
  return Math.min(100, Math.floor(sum / 90))
}

function percents(one: number, other: number): number {
  return Math.floor((Math.abs(one - other) * 100) / 255)
}
