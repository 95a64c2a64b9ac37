/**
 * What a lead decided otherwise than one person had: what was said, what stands, and why.
 *
 * Newest first, of first and second looks alike. Golden tasks are not told of: they would be known.
 */

import type { Db } from '../connection.ts'
import { pageOf, windowOf } from '../cursor.ts'
import type { Page, PageRequest } from '../page.types.ts'
import type { Corrected } from './desk.types.ts'

export async function listCorrected(
  db: Db,
  userId: string,
  page: PageRequest,
): Promise<Page<Corrected>> {
  const { before, limit } = windowOf(page)
  const rows = await db
    .selectFrom('votes as mine')
    .innerJoin('votes as lead', 'lead.subject', 'mine.subject')
    .innerJoin('cases', 'cases.check_id', 'mine.subject')
    .innerJoin('users', 'users.id', 'lead.user_id')
    .select(['mine.n', 'mine.subject', 'mine.kind', 'cases.appid', 'users.name'])
    .select(['mine.verdict', 'mine.label', 'mine.note', 'mine.at', 'mine.clauses'])
    .select(['lead.verdict as lead_verdict', 'lead.label as lead_label', 'lead.note as lead_note'])
    .select(['lead.at as lead_at', 'lead.clauses as lead_clauses'])
    .where('mine.user_id', '=', userId)
    .where('mine.purpose', 'in', ['first', 'second'])
    .where('lead.purpose', '=', 'lead')
    .where((eb) =>
      eb.or([
        eb('mine.verdict', '<>', eb.ref('lead.verdict')),
        eb('mine.label', '<>', eb.ref('lead.label')),
      ]),
    )
    .where('mine.n', '<', before)
    .orderBy('mine.n', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, ({ verdict, label, note, at, clauses, ...row }) => ({
    ...{ checkId: row.subject, kind: row.kind, appid: row.appid },
    said: { verdict, label, note, at, clauses },
    stands: {
      ...{ verdict: row.lead_verdict, label: row.lead_label, note: row.lead_note },
      ...{ at: row.lead_at, clauses: row.lead_clauses, by: row.name },
    },
  }))
}
