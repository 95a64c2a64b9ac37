/**
 * Saved runs of the picture benches: `docs/media/runs/NAME.json`, from which the page is made.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'media', 'runs')

export function saveRun(name: string, run: unknown): void {
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify(run, null, 2)}\n`)
}

/** Null when this bench was never saved. */
export function readRun<Run>(name: string): Run | null {
  const file = join(FOLDER, `${name}.json`)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Run) : null
}
