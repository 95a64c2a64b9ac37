/** Materials and their audits: the queries behind `Materials`. */

import { AppError } from '@fangxing/contract'
import { sql } from 'kysely'
import { type Db, refusedBy } from '../connection.ts'
import { pageOf, windowOf } from '../cursor.ts'
import type { TransactionalJobs } from '../jobs.ts'
import { toJson } from '../stored-text.ts'
import { handIn, jobOf, startAudit } from './hand-in.ts'
import { AUDIT_COLUMNS, toAudit, toMaterial } from './material-rows.ts'
import {
  MATERIAL_JOB,
  type MaterialFilter,
  type MaterialSettings,
  type Materials,
} from './materials.types.ts'
import { settleAudit } from './settle-audit.ts'

/** As many are settled, recalled or due at once; whoever asks comes back. */
const MOST_AT_ONCE = 100

const NO_SETTINGS: MaterialSettings = { everyMs: null, profile: null, webBase: null }

export function createMaterials(db: Db, jobs: TransactionalJobs): Materials {
  return {
    handIn: (draft, wish) => handIn(db, jobs, draft, wish),
    find: (id) => findOne(db, 'id', id),

    async findByClientId(appid, clientId) {
      const query = selectAll(db).where('appid', '=', appid).where('client_id', '=', clientId)
      const row = await query.executeTakeFirst()
      return row ? toMaterial(row) : null
    },

    list: (filter = {}) => list(db, filter),

    async startAudit(materialId, wish) {
      await jobs.prepare([{ name: MATERIAL_JOB, payload: {} }])
      return db.transaction().execute((within) => startAudit(within, jobs, materialId, wish))
    },

    ...auditReading(db),
    ...auditing(db, jobs),
    ...scheduling(db),

    async withdraw(materialId) {
      await db
        .updateTable('materials')
        .set({ state: 'withdrawn' })
        .where('id', '=', materialId)
        .execute()
    },

    async blob(sha256) {
      const query = db.selectFrom('blobs').select('content').where('sha256', '=', sha256)
      return (await query.executeTakeFirst())?.content ?? null
    },
  }
}

function selectAll(db: Db) {
  return db.selectFrom('materials').selectAll()
}

async function findOne(db: Db, column: 'id', value: string) {
  const row = await selectAll(db).where(column, '=', value).executeTakeFirst()
  return row ? toMaterial(row) : null
}

async function list(db: Db, { appid, appids, state, clientPrefix, ...request }: MaterialFilter) {
  const { before, limit } = windowOf(request)
  if (appids?.length === 0) return { items: [], nextCursor: null }
  let query = selectAll(db).where('n', '<', before)
  if (appid !== undefined) query = query.where('appid', '=', appid)
  if (appids !== undefined) query = query.where('appid', 'in', appids)
  if (state !== undefined) query = query.where('state', '=', state)
  if (clientPrefix !== undefined) {
    query = query.where(sql<boolean>`starts_with(client_id, ${clientPrefix})`)
  }
  const rows = await query
    .orderBy('n', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, toMaterial)
}

function selectAudits(db: Db) {
  return db.selectFrom('material_audits').select(AUDIT_COLUMNS)
}

function auditReading(db: Db): Pick<Materials, 'audits' | 'findAudit' | 'findReport' | 'plates'> {
  return {
    async audits(materialId, request = {}) {
      const { before, limit } = windowOf(request)
      const rows = await selectAudits(db)
        .where('material_id', '=', materialId)
        .where('n', '<', before)
        .orderBy('n', 'desc')
        .limit(limit + 1)
        .execute()
      return pageOf(rows, limit, toAudit)
    },

    async findAudit(auditId) {
      const row = await selectAudits(db).where('id', '=', auditId).executeTakeFirst()
      return row ? toAudit(row) : null
    },

    async findReport(materialId, nth) {
      let query = selectAudits(db)
        .select('report')
        .where('material_id', '=', materialId)
        .where('report', 'is not', null)
      if (nth !== undefined) query = query.where('nth', '=', nth)
      const row = await query.orderBy('nth', 'desc').executeTakeFirst()
      return row ? { audit: toAudit(row), report: row.report } : null
    },

    plates: (auditId) =>
      db
        .selectFrom('material_blobs')
        .select(['name', 'width', 'height', 'sha256'])
        .where('audit_id', '=', auditId)
        .orderBy('place')
        .execute(),
  }
}

function auditing(
  db: Db,
  jobs: TransactionalJobs,
): Pick<Materials, 'begin' | 'progress' | 'settle' | 'overdue' | 'recall'> {
  return {
    async begin(auditId, now) {
      const row = await db
        .updateTable('material_audits')
        .set({ attempts: sql<number>`attempts + 1`, begun_at: now })
        .where('id', '=', auditId)
        .where('settled_at', 'is', null)
        .returning(AUDIT_COLUMNS)
        .executeTakeFirst()
      return row ? toAudit(row) : null
    },

    async progress(auditId, progress) {
      await db
        .updateTable('material_audits')
        .set({ progress: toJson(progress) })
        .where('id', '=', auditId)
        .where('settled_at', 'is', null)
        .execute()
    },

    settle: (auditId, settlement, told) => settleAudit(db, auditId, settlement, told),

    async overdue(now) {
      const rows = await selectAudits(db)
        .where('settled_at', 'is', null)
        .where('due_at', '<=', now)
        .orderBy('due_at')
        .limit(MOST_AT_ONCE)
        .execute()
      return rows.map(toAudit)
    },

    async recall(before) {
      const rows = await db
        .selectFrom('material_audits')
        .select('id')
        .where('settled_at', 'is', null)
        .where(sql<number>`coalesce(begun_at, requested_at)`, '<', before)
        .orderBy('due_at')
        .limit(MOST_AT_ONCE)
        .execute()
      for (const { id } of rows) await jobs.send(jobOf(id))
      return rows.length
    },
  }
}

function scheduling(db: Db): Pick<Materials, 'due' | 'setInterval' | 'settings' | 'setSettings'> {
  return {
    async due(now) {
      const rows = await db
        .selectFrom('materials')
        .leftJoin('material_settings', 'material_settings.appid', 'materials.appid')
        .selectAll('materials')
        .where('state', 'not in', ['withdrawn', 'waiting'])
        .where(
          sql<boolean>`audited_at + coalesce(materials.every_ms, material_settings.every_ms) <= ${now}`,
        )
        .orderBy('audited_at')
        .limit(MOST_AT_ONCE)
        .execute()
      return rows.map(toMaterial)
    },

    async setInterval(materialId, everyMs) {
      await db
        .updateTable('materials')
        .set({ every_ms: everyMs })
        .where('id', '=', materialId)
        .execute()
    },

    async settings(appid) {
      const query = db.selectFrom('material_settings').selectAll().where('appid', '=', appid)
      const row = await query.executeTakeFirst()
      if (row === undefined) return NO_SETTINGS
      return { everyMs: row.every_ms, profile: row.profile, webBase: row.web_base }
    },

    async setSettings(appid, { everyMs, profile, webBase }) {
      const row = { appid, every_ms: everyMs, profile, web_base: webBase }
      try {
        await db
          .insertInto('material_settings')
          .values(row)
          .onConflict((conflict) => conflict.column('appid').doUpdateSet(row))
          .execute()
      } catch (error) {
        if (refusedBy(error) !== 'material_settings_appid_fkey') throw error
        throw new AppError('APP_NOT_FOUND', { appid }, { cause: error })
      }
    },
  }
}
