/**
 * A stranger's picture drawn anew as a JPEG within given sides, for whoever takes no larger one.
 *
 * It may lie on its side, and is never enlarged. Null when it cannot be read whole; never throws on
 * content. Of an animation the first frame.
 */

import { drawAnew } from './redraw.ts'

export interface SideLimits {
  readonly shortSide: number
  readonly longSide: number
}

/** Noise of a megapixel takes two thirds of a megabyte, a photograph a quarter. */
const QUALITY = 85

export function shrinkPicture(
  bytes: Uint8Array,
  { shortSide, longSide }: SideLimits,
): Promise<Uint8Array | null> {
  return drawAnew(bytes, (upright, { width, height }) => {
    const sides =
      width > height
        ? { width: longSide, height: shortSide }
        : { width: shortSide, height: longSide }
    const size = { ...sides, fit: 'inside', withoutEnlargement: true } as const
    return upright.resize(size).jpeg({ quality: QUALITY })
  })
}
