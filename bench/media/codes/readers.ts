/**
 * The readers that are compared, behind one shape: pixels in, the words of every code out.
 *
 * Each is asked for what it offers: both polarities where there is a switch, every orientation, its
 * slow and thorough mode. jsQR finds one code at most; zbar knows no light on dark.
 */

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { decodePicture, findCodes } from '@fangxing/media'
import { scanImageData } from '@undecaf/zbar-wasm'
import jsqr from 'jsqr'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** Red, green, blue, 255. */
  readonly data: Uint8ClampedArray<ArrayBuffer>
  readonly colorSpace: 'srgb'
}

export interface Reader {
  readonly name: string
  /** The encoded picture and its pixels: ours takes the former, the others the latter. */
  readonly read: (bytes: Uint8Array, pixels: Pixels) => Promise<readonly string[]>
}

/** Ours comes first. */
export const READERS: readonly Reader[] = [
  {
    name: '@fangxing/media',
    async read(bytes) {
      const decoding = await decodePicture(bytes)
      if (!decoding.ok) return []
      return (await findCodes(decoding.picture)).flatMap(({ content }) => content ?? [])
    },
  },
  {
    name: 'zxing-wasm 3.1.4',
    async read(_bytes, pixels) {
      const found = await readBarcodes(pixels, { formats: ['QRCode'] })
      return found.map(({ text }) => text)
    },
  },
  {
    name: 'jsQR 1.4.0',
    async read(_bytes, { data, width, height }) {
      const found = readByJsQr(data, width, height)
      return found ? [found.data] : []
    },
  },
  {
    name: '@undecaf/zbar-wasm 0.11.0',
    async read(_bytes, pixels) {
      return (await scanImageData(pixels)).map((symbol) => symbol.decode())
    },
  },
]

/** A CommonJS package whose function may come wrapped. */
const readByJsQr = 'default' in jsqr ? (jsqr.default as typeof jsqr.default) : jsqr

let isReady = false

/** The plain reader takes its binary from the package, as ours does. */
export function prepareReaders(): void {
  if (isReady) return
  isReady = true
  const wasm = readFileSync(
    fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')),
  )
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })
}
