/**
 * Windows bitmaps: libvips does not read them, and Baidu accepts them.
 *
 * Uncompressed ones of 8, 24 and 32 bits a pixel, bottom-up or top-down; anything rarer throws, as
 * a damaged picture does. The pixels are counted before memory is taken for them.
 *
 * Source: BITMAPINFOHEADER, https://learn.microsoft.com/windows/win32/api/wingdi/ns-wingdi-bitmapinfoheader
 */

import sharp, { type Sharp } from 'sharp'

interface Header {
  readonly width: number
  readonly height: number
  readonly isTopDown: boolean
  readonly bits: number
  readonly pixelsAt: number
  readonly paletteAt: number
  readonly colours: number
}

const READABLE_BITS = new Set([8, 24, 32])
/** BI_RGB; BI_BITFIELDS is read as its usual order, blue first. */
const READABLE_COMPRESSIONS = new Set([0, 3])

export function isBitmapType(type: string): boolean {
  return type === 'image/bmp'
}

/** Throws when the bitmap is damaged, of a rare kind, or larger than `maxPixels`. */
export function openBitmap(bytes: Uint8Array, maxPixels: number): Sharp {
  const header = readHeader(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const { width, height } = header
  const stride = Math.ceil((width * header.bits) / 32) * 4
  const isWhole = header.pixelsAt + stride * height <= bytes.length
  if (width < 1 || height < 1 || !isWhole) throw new Error('damaged bitmap')
  if (width * height > maxPixels) throw new Error('bitmap too large')
  return sharp(readPixels(bytes, header, stride), { raw: { width, height, channels: 3 } })
}

function readHeader(view: DataView): Header {
  const size = view.getUint32(14, true)
  const bits = view.getUint16(28, true)
  const compression = view.getUint32(30, true)
  const isReadable = READABLE_BITS.has(bits) && READABLE_COMPRESSIONS.has(compression)
  if (size < 40 || !isReadable) throw new Error('rare bitmap')
  const height = view.getInt32(22, true)
  return {
    width: view.getInt32(18, true),
    height: Math.abs(height),
    isTopDown: height < 0,
    bits,
    pixelsAt: view.getUint32(10, true),
    paletteAt: 14 + size,
    colours: bits === 8 ? view.getUint32(46, true) || 256 : 0,
  }
}

function readPixels(bytes: Uint8Array, header: Header, stride: number): Uint8Array {
  const { width, height, isTopDown, bits, pixelsAt, paletteAt, colours } = header
  const rgb = new Uint8Array(width * height * 3)
  const step = bits / 8
  let at = 0
  for (let row = 0; row < height; row += 1) {
    const line = pixelsAt + (isTopDown ? row : height - 1 - row) * stride
    for (let column = 0; column < width; column += 1) {
      const pixel = line + column * step
      const index = bytes[pixel] ?? 0
      const from = bits === 8 ? paletteAt + Math.min(index, colours - 1) * 4 : pixel
      rgb[at] = bytes[from + 2] ?? 0
      rgb[at + 1] = bytes[from + 1] ?? 0
      rgb[at + 2] = bytes[from] ?? 0
      at += 3
    }
  }
  return rgb
}
