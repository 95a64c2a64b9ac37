/** Reads, writes and prunes the files in which a team says what it accepts. */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, type PackageFiles } from '@fangxing/contract'
import { writeWhole } from '../output/write-file.ts'
import { type Baseline, describeBaseline, parseBaseline } from './baseline.ts'
import type { Acceptance } from './hold-back.ts'
import { parseSettings, SETTINGS_FILE, suppressionsIn } from './suppressions.ts'

export async function readBaseline(file: string): Promise<Baseline> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('FILE_NOT_FOUND', { file }, { cause })
  })
  return parseBaseline(text, file)
}

export async function writeBaseline(file: string, baseline: Baseline): Promise<void> {
  await writeWhole(file, describeBaseline(baseline))
}

/** The baseline without the findings that are gone. */
export function prunedBaseline(baseline: Baseline, { gone }: Acceptance): Baseline {
  const left = new Map(gone.map(({ fingerprint, count }) => [fingerprint, count]))
  return {
    findings: baseline.findings.flatMap((entry) => {
      const count = entry.count - (left.get(entry.fingerprint) ?? 0)
      return count > 0 ? [{ ...entry, count }] : []
    }),
  }
}

/** Writes `fangxing.json` without the suppressions that are past their day or not needed. */
export async function pruneSettings(
  folder: string,
  files: PackageFiles,
  { expired, unused }: Acceptance,
): Promise<number> {
  const bytes = files.get(SETTINGS_FILE)
  const done = new Set([...expired, ...unused].map(({ origin }) => origin))
  if (bytes === undefined) return 0
  const settings = parseSettings(bytes)
  const listed = suppressionsIn(settings)
  const left = listed.filter((_, index) => !done.has(`${SETTINGS_FILE}#${index}`))
  if (left.length === listed.length) return 0
  const text = `${JSON.stringify({ ...settings, suppressions: left }, null, 2)}\n`
  await writeWhole(join(folder, SETTINGS_FILE), text)
  return listed.length - left.length
}
