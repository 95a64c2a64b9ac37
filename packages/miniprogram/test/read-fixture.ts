/** Fixture programs as packages in memory, for the tests. */

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PackageFiles } from '@fangxing/contract'

export const FIXTURES = fileURLToPath(new URL('../../../fixtures/miniprograms/', import.meta.url))

/** Reads a fixture program into memory, as the server and the command line do. */
export function readFixture(name: string): PackageFiles {
  const folder = join(FIXTURES, name)
  const files = new Map<string, Uint8Array>()
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const full = join(folder, path)
    if (statSync(full).isFile()) files.set(path.replaceAll('\\', '/'), readFileSync(full))
  }
  return files
}

const encoder = new TextEncoder()

/** A package of texts by path. */
export function packageOf(texts: Readonly<Record<string, string>>): PackageFiles {
  return new Map(Object.entries(texts).map(([path, text]) => [path, encoder.encode(text)]))
}
