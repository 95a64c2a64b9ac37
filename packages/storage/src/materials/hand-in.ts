/** Takes in a material with its first audit, or the next audit of one that is known by its client id. */

import { AppError } from '@fangxing/contract'
import { type Db, refusedBy } from '../connection.ts'
import type { TransactionalJobs } from '../jobs.ts'
import { randomHex, sha256 } from '../secrets.ts'
import { toJson } from '../stored-text.ts'
import { AUDIT_COLUMNS, toAudit, toContentHash, toMaterial } from './material-rows.ts'
import {
  type AuditWish,
  type HandedInMaterial,
  MATERIAL_JOB,
  type MaterialAudit,
  type MaterialDraft,
} from './materials.types.ts'

export async function handIn(
  db: Db,
  jobs: TransactionalJobs,
  draft: MaterialDraft,
  wish: Omit<AuditWish, 'cause' | 'by'>,
): Promise<HandedInMaterial> {
  await jobs.prepare([{ name: MATERIAL_JOB, payload: {} }])
  try {
    return await db.transaction().execute((within) => take(within, jobs, draft, wish))
  } catch (error) {
    if (refusedBy(error) === 'materials_appid_fkey') {
      throw new AppError('APP_NOT_FOUND', { appid: draft.appid }, { cause: error })
    }
    // Handed in twice at the same moment: the other one is there by now.
    if (refusedBy(error) !== 'materials_appid_client_id_key') throw error
    return db.transaction().execute((within) => take(within, jobs, draft, wish))
  }
}

async function take(
  db: Db,
  jobs: TransactionalJobs,
  draft: MaterialDraft,
  { at, dueAt }: Omit<AuditWish, 'cause' | 'by'>,
): Promise<HandedInMaterial> {
  const { by } = draft
  const hash = toContentHash(draft)
  const known = await findKnown(db, draft)
  if (known?.content_hash === hash && known.state !== 'withdrawn') {
    return { material: toMaterial(known), audit: null }
  }
  const archive = draft.archive === null ? null : await keepBlob(db, draft.archive, at)
  const values = {
    name: draft.name,
    kind: draft.kind,
    source: toJson(draft.source),
    ...{ archive, content_hash: hash, profile: draft.profile, every_ms: draft.everyMs },
  }
  const id = known?.id ?? randomHex(10)
  if (known === undefined) {
    const made = { id, appid: draft.appid, client_id: draft.clientId }
    const moments = { audited_at: at, created_at: at, created_by: by, state: 'waiting' as const }
    await db
      .insertInto('materials')
      .values({ ...made, ...values, ...moments })
      .execute()
  } else {
    await db.updateTable('materials').set(values).where('id', '=', id).execute()
  }
  const cause = known === undefined ? 'submitted' : 'changed'
  const audit = await startAudit(db, jobs, id, { cause, by, at, dueAt })
  const row = await db
    .selectFrom('materials')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { material: toMaterial(row), audit }
}

function findKnown(db: Db, { appid, clientId }: MaterialDraft) {
  if (clientId === null) return undefined
  return db
    .selectFrom('materials')
    .selectAll()
    .where('appid', '=', appid)
    .where('client_id', '=', clientId)
    .forUpdate()
    .executeTakeFirst()
}

/** Returns its hash. Equal bytes are kept once. */
export async function keepBlob(db: Db, content: Uint8Array, at: number): Promise<string> {
  const hash = sha256(content)
  await db
    .insertInto('blobs')
    .values({ sha256: hash, content, created_at: at })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
  return hash
}

/** Of a material whose content changed, what runs looks at what was there before: it is given up. */
export async function startAudit(
  db: Db,
  jobs: TransactionalJobs,
  materialId: string,
  { cause, by, at, dueAt }: AuditWish,
): Promise<MaterialAudit> {
  const material = await db
    .selectFrom('materials')
    .select(['id', 'appid'])
    .where('id', '=', materialId)
    .forUpdate()
    .executeTakeFirst()
  if (material === undefined) throw new AppError('MATERIAL_NOT_FOUND', { materialId })
  const last = await db
    .selectFrom('material_audits')
    .select(AUDIT_COLUMNS)
    .where('material_id', '=', materialId)
    .orderBy('nth', 'desc')
    .executeTakeFirst()
  if (last !== undefined && last.settled_at === null) {
    if (cause !== 'changed') return toAudit(last)
    const trouble = toJson({ code: 'OVERTAKEN', details: {} })
    await db
      .updateTable('material_audits')
      .set({ trouble, settled_at: at })
      .where('id', '=', last.id)
      .execute()
  }
  const row = await db
    .insertInto('material_audits')
    .values({
      ...{ id: randomHex(10), material_id: materialId, nth: (last?.nth ?? 0) + 1, cause },
      ...{ requested_by: by, requested_at: at, due_at: dueAt },
    })
    .returning(AUDIT_COLUMNS)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('materials')
    .set({ audited_at: at, ...(cause === 'schedule' ? {} : { state: 'waiting' as const }) })
    .where('id', '=', materialId)
    .execute()
  const waiting = await countWaiting(db, material.appid)
  await jobs.sendWithin(db, { ...jobOf(row.id), priority: 1 - waiting })
  return toAudit(row)
}

/**
 * Of one app, this audit included. The nth that waits comes after the first of every other app, so
 * whoever hands in a thousand at once keeps nobody waiting but themselves.
 */
async function countWaiting(db: Db, appid: string): Promise<number> {
  const { waiting } = await db
    .selectFrom('material_audits')
    .innerJoin('materials', 'materials.id', 'material_audits.material_id')
    .select((count) => count.fn.countAll<number>().as('waiting'))
    .where('materials.appid', '=', appid)
    .where('material_audits.settled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(waiting)
}

/** The key keeps an audit that waits in the queue from waiting there twice. */
export function jobOf(id: string) {
  return { name: MATERIAL_JOB, payload: { id }, key: id }
}
