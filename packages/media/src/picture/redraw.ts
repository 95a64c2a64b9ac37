/**
 * A stranger's picture drawn anew: only its pixels come through, in a file that we have written.
 *
 * What a file may carry besides (another file behind the end, scripts, places where it was taken,
 * further frames) stays behind. Null when it cannot be read whole; never throws on content. Longer
 * sides are scaled to 4096 pixels: places in it are told in pixels of the original.
 */

import type { PictureFormat } from '@fangxing/contract'
import type { Sharp } from 'sharp'
import { decodePicture, toUpright } from './decode.ts'

export const REDRAWN_TYPE = 'image/webp'

/** More than a screen shows, and a few hundred kilobytes at most. */
const LONGEST_SIDE = 4096
const QUALITY = 85

export function redrawPicture(bytes: Uint8Array): Promise<Uint8Array | null> {
  const size = { width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside' } as const
  return drawAnew(bytes, (upright) =>
    upright.resize({ ...size, withoutEnlargement: true }).webp({ quality: QUALITY }),
  )
}

/** The first frame, upright, on white, in sRGB, as `draw` finishes it. */
export async function drawAnew(
  bytes: Uint8Array,
  draw: (upright: Sharp, format: PictureFormat) => Sharp,
): Promise<Uint8Array | null> {
  const decoding = await decodePicture(bytes)
  if (!decoding.ok) return null
  const { format } = decoding.picture
  try {
    return await draw(toUpright(bytes, format).toColourspace('srgb'), format).toBuffer()
  } catch {
    return null
  }
}
