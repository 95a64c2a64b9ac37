/**
 * Keeps what a run measured for `write-docs.ts`, when the command line has `--save`: the figures, and
 * what else the machine had to do meanwhile.
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'wechat', 'runs')

export interface Saved<Figures> {
  readonly cores: number
  /** Programs that wanted to run at the end, by the minute; those of the run itself among them. */
  readonly wanting: number
  readonly figures: Figures
}

/** The numbers on the command line, without flags. */
export function numbersGiven(): readonly number[] {
  return process.argv
    .slice(2)
    .filter((word) => !word.startsWith('--'))
    .map(Number)
}

export function saveRun(name: RunName, figures: unknown): void {
  if (!process.argv.includes('--save')) return
  const saved = { cores: cpus().length, wanting: Math.round(loadavg()[0] ?? 0), figures }
  writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify(saved, null, 2)}\n`)
}

/** Null when it was never saved. */
export function readRun<Figures>(name: RunName): Saved<Figures> | null {
  try {
    return JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'))
  } catch {
    return null
  }
}

export type RunName = 'ratio' | 'cost' | 'memory' | 'mixed' | 'soak'
