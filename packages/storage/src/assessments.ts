/** What the machine answered for each submission. Rows are added, never changed; the last one counts. */

import type { Verdict } from '@fangxing/contract'
import type { Db } from './connection.ts'
import type { StoredAssessment } from './releases.types.ts'

export async function readAssessment(
  db: Db,
  releaseId: string,
  auditId?: number,
): Promise<StoredAssessment | null> {
  let query = db.selectFrom('assessments').selectAll().where('release_id', '=', releaseId)
  if (auditId !== undefined) query = query.where('audit_id', '=', auditId)
  const row = await query.orderBy('n', 'desc').limit(1).executeTakeFirst()
  if (!row) return null
  const { audit_id, assessment, summary, at } = row
  return { auditId: audit_id, assessment, ...(summary === null ? {} : { summary }), at }
}

/** The last verdict of each release, with the submission it is about. */
export async function readVerdicts(
  db: Db,
  releaseIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly auditId: number; readonly verdict: Verdict }>> {
  if (releaseIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('assessments')
    .distinctOn('release_id')
    .select(['release_id', 'audit_id', 'verdict'])
    .where('release_id', 'in', releaseIds)
    .orderBy('release_id')
    .orderBy('n', 'desc')
    .execute()
  return new Map(
    rows.map(({ release_id, audit_id, verdict }) => [release_id, { auditId: audit_id, verdict }]),
  )
}
