/** A screenshot as pixels: RGB, rows from the top. */

import sharp from 'sharp'

export interface RawScreen {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** `width`: scaled down to so many columns, the ratio kept. Throws when the bytes are no picture. */
export async function readScreen(png: Uint8Array, width?: number): Promise<RawScreen> {
  const picture = width === undefined ? sharp(png) : sharp(png).resize({ width, kernel: 'nearest' })
  const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}

/** Luma after ITU-R BT.601, 0 to 255. */
export function lumaAt({ data }: RawScreen, pixel: number): number {
  const at = pixel * 3
  return 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
}
