/** An audit as JSON: every row of the book with its outcome, for programs and for comparing audits. */

import { findClause } from '@fangxing/policy'
import type { AuditReport } from './report.ts'

export function renderAuditJson({ name, observed, assessment }: AuditReport): string {
  const { verdict, edition, rows } = assessment
  return JSON.stringify(
    {
      name,
      verdict,
      edition,
      notes: observed.notes,
      rows: rows.map((row) => ({ ...row, clauseWords: findClause(row.clauseId)?.words })),
    },
    null,
    2,
  )
}
