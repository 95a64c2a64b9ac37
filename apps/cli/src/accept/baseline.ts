/**
 * The baseline: findings that a team knew when it began to check, counted by fingerprint.
 *
 * A finding beyond the count of its fingerprint is a later one. Sorted, one finding a line, so that
 * a difference can be read. Does not say that anything is right.
 */

import { AppError } from '@fangxing/contract'
import type { OpenFinding } from './open-findings.ts'

export const BASELINE_FILE = 'fangxing-baseline.json'

export interface BaselineEntry {
  readonly rule: string
  readonly file: string
  readonly fingerprint: string
  readonly count: number
  /** For the person who reads the file; not compared. */
  readonly message: string
}

export interface Baseline {
  readonly findings: readonly BaselineEntry[]
}

export function toBaseline(findings: readonly OpenFinding[]): Baseline {
  const entries = new Map<string, BaselineEntry>()
  for (const { ruleId, file, fingerprint, message } of findings) {
    const count = (entries.get(fingerprint)?.count ?? 0) + 1
    entries.set(fingerprint, { rule: ruleId, file, fingerprint, count, message: message.zh })
  }
  const sorted = [...entries.values()].sort((a, b) => compare(keyOf(a), keyOf(b)))
  return { findings: sorted }
}

export function describeBaseline(baseline: Baseline): string {
  return `${JSON.stringify(baseline, null, 2)}\n`
}

export function parseBaseline(text: string, file: string): Baseline {
  const refuse = (because: string) => new AppError('PROJECT_FILE_MALFORMED', { file, because })
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    throw refuse('JSON')
  }
  const listed = (found as { findings?: unknown } | null)?.findings
  if (!Array.isArray(listed)) throw refuse('findings')
  return { findings: listed.map((one: unknown, index) => parseEntry(one, index, refuse)) }
}

function parseEntry(
  one: unknown,
  index: number,
  refuse: (because: string) => AppError,
): BaselineEntry {
  const fields = (one ?? {}) as Readonly<Record<string, unknown>>
  const { rule, fingerprint, count, file = '', message = '' } = fields
  const isWhole =
    typeof rule === 'string' && typeof fingerprint === 'string' && typeof count === 'number'
  if (!isWhole) throw refuse(`findings[${index}]`)
  return { rule, fingerprint, count, file: String(file), message: String(message) }
}

function keyOf({ rule, file, fingerprint }: BaselineEntry): string {
  return `${rule}\0${file}\0${fingerprint}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
