/**
 * Hashes under which a picture that enters a bank will also be found after a crop or a mirror.
 *
 * The hash itself moves little under new encodings, sizes and light, and far under a crop of two
 * percent. A bank that holds these variants finds most pictures cropped by up to 6 percent on all sides
 * or by about 5 percent above or below, and their mirror images. Eight hashes instead of one.
 */

import type { DecodedPicture } from '../picture/decode.ts'
import { type Luma, toLuma } from '../picture/luma.ts'
import { hashLuma, type PictureHash, TRUSTED_HASH_QUALITY } from './hash-picture.ts'

/** Shares of width and height that are cut off. */
interface Crop {
  readonly sides: number
  readonly top: number
  readonly bottom: number
}

const CROPS: readonly Crop[] = [
  { sides: 0.015, top: 0.015, bottom: 0.015 },
  { sides: 0.03, top: 0.03, bottom: 0.03 },
  { sides: 0.045, top: 0.045, bottom: 0.045 },
  { sides: 0.06, top: 0.06, bottom: 0.06 },
  { sides: 0, top: 0.05, bottom: 0 },
  { sides: 0, top: 0, bottom: 0.05 },
]

/** The picture's own hash first; none whose quality is too low to be trusted. */
export function hashVariants({ raster }: DecodedPicture): readonly PictureHash[] {
  const luma = toLuma(raster)
  const variants = [luma, ...CROPS.map((crop) => cropLuma(luma, crop)), mirrorLuma(luma)]
  return variants.map(hashLuma).filter(({ quality }) => quality >= TRUSTED_HASH_QUALITY)
}

function cropLuma({ width, height, data }: Luma, { sides, top, bottom }: Crop): Luma {
  const left = Math.round(width * sides)
  const above = Math.round(height * top)
  const kept = { width: width - 2 * left, height: height - above - Math.round(height * bottom) }
  const cropped = new Float32Array(kept.width * kept.height)
  for (let y = 0; y < kept.height; y += 1) {
    const from = (y + above) * width + left
    cropped.set(data.subarray(from, from + kept.width), y * kept.width)
  }
  return { ...kept, data: cropped }
}

function mirrorLuma({ width, height, data }: Luma): Luma {
  const mirrored = new Float32Array(data.length)
  for (let y = 0; y < height; y += 1) {
    const row = data.subarray(y * width, (y + 1) * width)
    mirrored.set(row.toReversed(), y * width)
  }
  return { width, height, data: mirrored }
}
