/**
 * Compares an output with the file that says what it should be. For tests only.
 *
 * `FANGXING_GOLDEN=write npm test -- apps/cli` writes the files anew; read the difference before
 * you commit it. The edition, which names every change of a rule or a word, is left out.
 */

import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export function assertGolden(name: string, actual: string): void {
  const path = join(import.meta.dirname, 'golden', name)
  const stable = actual.replace(/policy-[0-9a-f]+\.lexicon-[0-9a-f]+/g, 'EDITION')
  if (process.env.FANGXING_GOLDEN === 'write') writeFileSync(path, stable)
  assert.equal(stable, readFileSync(path, 'utf8'))
}
