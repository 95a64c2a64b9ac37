/**
 * QR codes and bar codes in a picture, in any direction, dark on light or light on dark.
 *
 * zxing-cpp as WebAssembly, with its binary from the package: left alone it would fetch it from the
 * network. Only kinds that people print and whose checks are strong: the others are “found” in any
 * photograph. A QR code whose format was read but whose words were damaged comes without content.
 */

import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Box } from '@fangxing/contract'
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader'
import type { Luma } from '../picture/luma.ts'

export interface FoundCode {
  readonly symbology: string
  readonly content: string | null
  /** In pixels of the luma. */
  readonly box: Box
}

/** What the reader calls a kind, and what we do. */
const SYMBOLOGIES = new Map<string, string>(
  Object.entries({
    QRCode: 'qr',
    QRCodeModel1: 'qr',
    QRCodeModel2: 'qr',
    MicroQRCode: 'micro-qr',
    RMQRCode: 'micro-qr',
    DataMatrix: 'data-matrix',
    Aztec: 'aztec',
    AztecCode: 'aztec',
    PDF417: 'pdf417',
    EAN13: 'ean-13',
    EAN8: 'ean-8',
    ISBN: 'ean-13',
    UPCA: 'upc-a',
    UPCE: 'upc-e',
    Code128: 'code-128',
    Code39: 'code-39',
    Code39Std: 'code-39',
    Code93: 'code-93',
  }),
)

const COMMON = ['QRCode', 'EAN13', 'EAN8', 'UPCA', 'UPCE', 'Code128'] as const
const RARE = [
  'MicroQRCode',
  'RMQRCode',
  'DataMatrix',
  'Aztec',
  'PDF417',
  'Code39',
  'Code93',
] as const

/** `common` kinds cost a third of all. */
const KINDS = { all: [...COMMON, ...RARE], common: [...COMMON] } as const
export type CodeKinds = keyof typeof KINDS

const OPTIONS: ReaderOptions = {
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  returnErrors: true,
  maxNumberOfSymbols: 64,
}

let loading: Promise<unknown> | undefined

/** Loads the binary once; a process that never reads a code never loads it. */
async function loadReader(): Promise<void> {
  loading ??= readFile(
    fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')),
  ).then((wasm) =>
    prepareZXingModule({
      overrides: { wasmBinary: new Uint8Array(wasm).buffer },
      fireImmediately: true,
    }),
  )
  await loading
}

export async function readCodes(luma: Luma, kinds: CodeKinds): Promise<readonly FoundCode[]> {
  await loadReader()
  const results = await readBarcodes(toImage(luma), { ...OPTIONS, formats: [...KINDS[kinds]] })
  return results.flatMap(({ format, isValid, error, text, position }) => {
    const symbology = SYMBOLOGIES.get(format)
    const isDamagedQr = symbology === 'qr' && error.startsWith('ChecksumError')
    if (!symbology || !(isValid || isDamagedQr)) return []
    const { topLeft, topRight, bottomLeft, bottomRight } = position
    const box = boxAround([topLeft, topRight, bottomLeft, bottomRight])
    return [{ symbology, content: isValid ? text : null, box }]
  })
}

/** What the reader takes: the shape of a browser's ImageData, which Node does not have. */
interface Picture {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray<ArrayBuffer>
  readonly colorSpace: 'srgb'
}

/** Four equal bytes a pixel: the reader takes colours and makes brightness of them. */
function toImage({ width, height, data }: Luma): Picture {
  const words = new Uint32Array(data.length)
  for (let at = 0; at < words.length; at += 1) {
    words[at] = (0xff000000 | (((data[at] ?? 0) | 0) * 0x010101)) >>> 0
  }
  return { width, height, data: new Uint8ClampedArray(words.buffer), colorSpace: 'srgb' }
}

function boxAround(corners: readonly { readonly x: number; readonly y: number }[]): Box {
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}
