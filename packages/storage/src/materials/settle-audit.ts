/** The end of an audit: its report, its pictures, the state, the case and what is told, or nothing. */

import type { Db } from '../connection.ts'
import type { EventDraft } from '../outbox/outbox.types.ts'
import { writeOutbox } from '../outbox/write-outbox.ts'
import { randomHex } from '../secrets.ts'
import { toJson } from '../stored-text.ts'
import { forgetPlates } from './forget-plates.ts'
import { keepBlob } from './hand-in.ts'
import type { AuditSettlement } from './materials.types.ts'

export function settleAudit(
  db: Db,
  auditId: string,
  settlement: AuditSettlement,
  told: readonly EventDraft[],
): Promise<boolean> {
  return db.transaction().execute(async (within) => {
    const audit = await writeEnd(within, auditId, settlement)
    if (audit === undefined) return false
    await keepPlates(within, auditId, settlement)
    const { appid } = await within
      .updateTable('materials')
      .set(({ case: when }) => ({
        state: when()
          .when('state', '=', 'withdrawn')
          .then('state')
          .else(settlement.state)
          .end() as never,
      }))
      .where('id', '=', audit.material_id)
      .returning('appid')
      .executeTakeFirstOrThrow()
    if (settlement.trouble === undefined) {
      await changeCases(within, { auditId, appid, materialId: audit.material_id }, settlement)
    }
    await forgetPlates(within, audit.material_id)
    await writeOutbox(within, { appid }, { webhookEvents: told })
    return true
  })
}

function writeEnd(
  db: Db,
  auditId: string,
  { report, verdict, changes, trouble, settledAt }: AuditSettlement,
) {
  return db
    .updateTable('material_audits')
    .set({
      report: trouble === undefined ? toJson(report) : null,
      changes: changes === undefined ? null : toJson(changes),
      trouble: trouble === undefined ? null : toJson(trouble),
      verdict: verdict ?? null,
      settled_at: settledAt,
    })
    .where('id', '=', auditId)
    .where('settled_at', 'is', null)
    .returning('material_id')
    .executeTakeFirst()
}

async function keepPlates(
  db: Db,
  auditId: string,
  { plates = [], settledAt }: AuditSettlement,
): Promise<void> {
  for (const [place, { name, width, height, content }] of plates.entries()) {
    const sha256 = await keepBlob(db, content, settledAt)
    await db
      .insertInto('material_blobs')
      .values({ audit_id: auditId, place, name, width, height, sha256 })
      .execute()
  }
}

/** What a person was to look at is no longer what the material is. */
async function changeCases(
  db: Db,
  { auditId, appid, materialId }: Record<'auditId' | 'appid' | 'materialId', string>,
  { state, settledAt }: AuditSettlement,
): Promise<void> {
  await db
    .updateTable('material_cases')
    .set({ closed_at: settledAt })
    .where('material_id', '=', materialId)
    .where('decided_at', 'is', null)
    .where('closed_at', 'is', null)
    .execute()
  if (state !== 'review') return
  await db
    .insertInto('material_cases')
    .values({
      ...{ id: randomHex(10), material_id: materialId, audit_id: auditId, appid },
      ...{ round: 'first', reason: null, opened_at: settledAt, claimed_by: null, answers: null },
      ...{ verdict: null, note: null, decided_by: null, decided_at: null, closed_at: null },
      not_by: null,
    })
    .execute()
}
