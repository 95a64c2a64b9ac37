/**
 * Readers of words behind one shape: ours, and tesseract.js with its Simplified Chinese data.
 *
 * Both get the same file; each answers with what it read, without spaces, in its own order.
 */

import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createWordReader, decodePicture } from '@fangxing/media'
import { createWorker, PSM } from 'tesseract.js'

export interface OcrReader {
  readonly name: string
  read(bytes: Buffer): Promise<string>
  close(): Promise<void>
}

export function ourReader(): OcrReader {
  const reader = createWordReader()
  return {
    name: 'fangxing',
    async read(bytes) {
      const decoding = await decodePicture(bytes)
      if (!decoding.ok) throw new Error(decoding.because.en)
      const words = await reader.read(decoding.picture)
      return words.map(({ text }) => text).join('\n')
    },
    close: async () => undefined,
  }
}

/** How tesseract looks for lines: by itself, or taking the picture for one block of them. */
const LAYOUTS = { auto: PSM.AUTO, block: PSM.SINGLE_BLOCK } as const

export async function tesseractReader(layout: keyof typeof LAYOUTS): Promise<OcrReader> {
  const { resolve } = createRequire(import.meta.url)
  const folder = dirname(resolve('@tesseract.js-data/chi_sim/package.json'))
  const worker = await createWorker('chi_sim', 1, {
    langPath: join(folder, '4.0.0_best_int'),
    cacheMethod: 'none',
  })
  await worker.setParameters({ tessedit_pageseg_mode: LAYOUTS[layout] })
  return {
    name: `tesseract.js 7.0.0, ${layout}`,
    async read(bytes) {
      const { data } = await worker.recognize(bytes)
      return data.text
    },
    async close() {
      await worker.terminate()
    },
  }
}
