/**
 * Why a version was rejected, as WeChat writes reasons: HTML with `<br>`.
 *
 * The note first, as its author wrote it; then each clause that it does not name, in its words.
 */

import { findClause } from '@fangxing/policy'

export function toAuditReason(note: string, clauses: readonly string[]): string {
  const unnamed = clauses.filter((id) => !note.includes(id))
  const lines = unnamed.map((id) => `依据：${findClause(id)?.words.zh ?? id}（${id}）`)
  return toHtml([note, ...lines].filter((line) => line !== '').join('\n'))
}

/** A note is text, so it is escaped. */
export function toHtml(note: string): string {
  return note
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>')
}
