/** What else is written down when events happen: submissions, ledger, assessment. */

import type { Category } from '@fangxing/contract'
import type { Effect, Life, ReleaseEvent } from '@fangxing/release'
import type { Db } from './connection.ts'
import type { AssessmentDraft } from './releases.types.ts'
import { toJson } from './stored-text.ts'

export async function record(
  db: Db,
  releaseId: string,
  life: Life,
  events: readonly ReleaseEvent[],
  effects: readonly Effect[],
  assessment: AssessmentDraft | undefined,
): Promise<void> {
  for (const event of events) {
    if (event.kind === 'submitted') await addSubmission(db, releaseId, life.appid, event.auditId)
  }
  for (const effect of effects) {
    if (effect.kind === 'addToLedger') {
      await addToLedger(db, releaseId, life, effect.categories)
    }
  }
  if (assessment) await addAssessment(db, releaseId, assessment, life.changedAt)
}

async function addSubmission(db: Db, releaseId: string, appid: string, auditId: number) {
  const row = { audit_id: auditId, appid, release_id: releaseId }
  await db.insertInto('submissions').values(row).execute()
}

/** The first completion stands: it is what made later versions exempt. */
async function addToLedger(
  db: Db,
  releaseId: string,
  life: Life,
  categories: readonly Category[],
): Promise<void> {
  if (categories.length === 0) return
  await db
    .insertInto('ledger')
    .values(
      categories.map(({ first, second }) => ({
        appid: life.appid,
        first,
        second,
        release_id: releaseId,
        completed_at: life.changedAt,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function addAssessment(
  db: Db,
  releaseId: string,
  { auditId, assessment, summary }: AssessmentDraft,
  at: number,
): Promise<void> {
  await db
    .insertInto('assessments')
    .values({
      release_id: releaseId,
      audit_id: auditId,
      verdict: assessment.verdict,
      edition: assessment.edition,
      assessment: toJson(assessment),
      summary: summary === undefined ? null : toJson(summary),
      at,
    })
    .execute()
}
