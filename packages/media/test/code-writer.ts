/** The encoder of the tests, with its binary from the package and not from the network. */

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { prepareZXingModule } from 'zxing-wasm/writer'

export async function prepareWriter(): Promise<void> {
  const wasm = readFileSync(
    fileURLToPath(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm')),
  )
  const wasmBinary = new Uint8Array(wasm).buffer
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
}
