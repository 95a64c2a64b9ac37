/**
 * One audit as a line of a batch's output: the name first, then the verdict, then every row.
 *
 * A material that could not be opened has a line too, with the error in place of rows: the batch goes
 * on, and its exit code says so.
 */

import type { ClauseRow } from '@fangxing/assessment'
import { AppError, type Verdict } from '@fangxing/contract'
import type { AuditReport } from './report.ts'

/** With what each of them begins. */
export const BEGINNING = '{"name":'

export type LineRow = Pick<ClauseRow, 'clauseId' | 'outcome' | 'ruleIds'>

/** What is kept of an audit that can be compared with another. */
export interface KeptAudit {
  readonly name: string
  readonly verdict: Verdict
  readonly edition: string
  readonly rows: readonly LineRow[]
}

export interface FailedAudit {
  readonly name: string
  readonly error: { readonly code: string; readonly details: unknown }
}

export function toLine(name: string, { assessment }: AuditReport): string {
  const { verdict, edition, rows } = assessment
  return JSON.stringify({
    name,
    verdict,
    edition,
    rows: rows.map(({ clauseId, outcome, ruleIds }) => ({ clauseId, outcome, ruleIds })),
  })
}

/** Null: not the material's fault, and the batch ends. */
export function toFailedLine(name: string, error: unknown): string | null {
  if (!(error instanceof AppError) || error.code === 'BROWSER_MISSING') return null
  return JSON.stringify({ name, error: { code: error.code, details: error.details } })
}

/** Null: the line is none of ours. */
export function readLine(text: string): KeptAudit | FailedAudit | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const { name, rows, error } = value as Record<string, unknown>
  if (typeof name !== 'string') return null
  return Array.isArray(rows) || (typeof error === 'object' && error !== null)
    ? (value as KeptAudit | FailedAudit)
    : null
}

export function hasFailed(line: KeptAudit | FailedAudit): line is FailedAudit {
  return 'error' in line
}
