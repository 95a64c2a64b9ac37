/**
 * A stranger's picture drawn anew: only its pixels come through, in a file that we have written.
 *
 * What a file may carry besides (another file behind the end, scripts, places where it was taken,
 * further frames) stays behind. Null when it cannot be read whole; never throws on content. Longer
 * sides are scaled to 4096 pixels: places in it are told in pixels of the original.
 */

import { decodePicture, toUpright } from './decode.ts'

export const REDRAWN_TYPE = 'image/webp'

/** More than a screen shows, and a few hundred kilobytes at most. */
const LONGEST_SIDE = 4096
const QUALITY = 85

export async function redrawPicture(bytes: Uint8Array): Promise<Uint8Array | null> {
  const decoding = await decodePicture(bytes)
  if (!decoding.ok) return null
  try {
    const size = { width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside' } as const
    return await toUpright(bytes, decoding.picture.format)
      .resize({ ...size, withoutEnlargement: true })
      .toColourspace('srgb')
      .webp({ quality: QUALITY })
      .toBuffer()
  } catch {
    return null
  }
}
