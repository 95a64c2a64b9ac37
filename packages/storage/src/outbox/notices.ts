/**
 * The inbox: the queries behind `Notices`.
 *
 * What somebody has read is a row for each notice, and one mark below which all is read: finding what
 * is unread costs what was read one by one since that mark.
 */

import { AppError } from '@fangxing/contract'
import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Db } from '../connection.ts'
import { pageOf, windowOf } from '../cursor.ts'
import { isAmong } from '../members/members.ts'
import type { Notice, NoticeFilter, Notices } from './outbox.types.ts'
import type { OutboxTables } from './tables.ts'

type Row = Selectable<OutboxTables['notices']>

export function createNotices(db: Db): Notices {
  const find = async (id: string): Promise<Notice | null> => {
    const row = await db.selectFrom('notices').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? toNotice({ ...row, read_at: null }) : null
  }

  return {
    find,

    async list(filter, { reader, unread }) {
      const { before, limit } = windowOf(filter)
      let asked = select(db, filter).where('n', '<', before)
      if (unread) asked = asked.where(isUnread(reader))
      const rows = await asked
        .select(readAtBy(reader).as('read_at'))
        .orderBy('n', 'desc')
        .limit(limit + 1)
        .execute()
      return pageOf(rows, limit, toNotice)
    },

    async markRead(id, reader, now) {
      const asked = db.selectFrom('notices').selectAll().where('id', '=', id)
      const read_at = readAtBy(reader).as('read_at')
      await insertReads(db, reader, now, sql`id = ${id}`)
      const row = await asked.select(read_at).executeTakeFirst()
      if (row === undefined) throw new AppError('NOTICE_NOT_FOUND', { noticeId: id })
      return toNotice(row)
    },

    async markAllRead(appid, reader, now) {
      if (appid !== undefined) return insertReads(db, reader, now, sql`appid = ${appid}`)
      await sql`
        insert into fangxing.notice_marks (reader, n, read_at)
        select ${reader}, coalesce(max(n), 0), ${now} from fangxing.notices
        on conflict (reader) do update set n = excluded.n, read_at = excluded.read_at`.execute(db)
    },
  }
}

async function insertReads(
  db: Db,
  reader: string,
  now: number,
  which: RawBuilder<unknown>,
): Promise<void> {
  await sql`
    insert into fangxing.notice_reads (reader, notice_id, read_at)
    select ${reader}, id, ${now} from fangxing.notices where ${which} and ${isUnread(reader)}
    on conflict do nothing`.execute(db)
}

/** Of a row of `notices`. */
export function isUnread(reader: string): RawBuilder<boolean> {
  return sql<boolean>`notices.read_at is null
    and notices.n > coalesce((select k.n from fangxing.notice_marks k where k.reader = ${reader}), 0)
    and not exists (select from fangxing.notice_reads r
      where r.reader = ${reader} and r.notice_id = notices.id)`
}

function readAtBy(reader: string): RawBuilder<number | null> {
  return sql<number | null>`coalesce(
    (select r.read_at from fangxing.notice_reads r
      where r.reader = ${reader} and r.notice_id = notices.id),
    (select k.read_at from fangxing.notice_marks k
      where k.reader = ${reader} and k.n >= notices.n),
    notices.read_at)`
}

function select(db: Db, { audiences, appid, appids, region }: NoticeFilter) {
  let rows = db.selectFrom('notices').selectAll().where('audience', 'in', audiences)
  if (appid !== undefined) rows = rows.where('appid', '=', appid)
  if (appids !== undefined) {
    rows = rows.where(({ or, eb }) => or([eb('audience', '<>', 'developer'), isAmong(appids)]))
  }
  if (region === undefined || region === null) return rows
  return rows.where((where) =>
    where.or([where('audience', '=', 'developer'), where('region', '=', region)]),
  )
}

function toNotice(row: Row): Notice {
  const { id, appid, audience, region, kind, letter, version, state, at } = row
  const notice = { id, appid, audience, region, kind, letter, version, state, at }
  return { ...notice, releaseId: row.release_id, auditId: row.audit_id, readAt: row.read_at }
}
