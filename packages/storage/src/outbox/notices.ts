/** The inbox: the queries behind `Notices`. */

import { AppError } from '@fangxing/contract'
import type { Selectable } from 'kysely'
import type { Db } from '../connection.ts'
import { pageOf, windowOf } from '../cursor.ts'
import { isAmong } from '../members/members.ts'
import type { Notice, NoticeFilter, Notices } from './outbox.types.ts'
import type { OutboxTables } from './tables.ts'

export function createNotices(db: Db): Notices {
  const find = async (id: string): Promise<Notice | null> => {
    const row = await db.selectFrom('notices').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? toNotice(row) : null
  }

  return {
    find,

    async list(filter) {
      const { before, limit } = windowOf(filter)
      const rows = await select(db, filter)
        .where('n', '<', before)
        .orderBy('n', 'desc')
        .limit(limit + 1)
        .execute()
      return pageOf(rows, limit, toNotice)
    },

    async markRead(id, now) {
      await db
        .updateTable('notices')
        .set({ read_at: now })
        .where('id', '=', id)
        .where('read_at', 'is', null)
        .execute()
      const notice = await find(id)
      if (notice === null) throw new AppError('NOTICE_NOT_FOUND', { noticeId: id })
      return notice
    },
  }
}

function select(db: Db, { audiences, appid, appids, region, unread }: NoticeFilter) {
  let rows = db.selectFrom('notices').selectAll().where('audience', 'in', audiences)
  if (appid !== undefined) rows = rows.where('appid', '=', appid)
  if (appids !== undefined) {
    rows = rows.where(({ or, eb }) => or([eb('audience', '<>', 'developer'), isAmong(appids)]))
  }
  if (unread) rows = rows.where('read_at', 'is', null)
  if (region === undefined || region === null) return rows
  return rows.where((where) =>
    where.or([where('audience', '=', 'developer'), where('region', '=', region)]),
  )
}

function toNotice(row: Selectable<OutboxTables['notices']>): Notice {
  const { id, appid, audience, region, kind, letter, version, state, at } = row
  const notice = { id, appid, audience, region, kind, letter, version, state, at }
  return { ...notice, releaseId: row.release_id, auditId: row.audit_id, readAt: row.read_at }
}
