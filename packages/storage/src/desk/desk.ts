/** The reviewer's desk, put together: the queries behind `Desk`. */

import { sql } from 'kysely'
import type { Db } from '../connection.ts'
import { claimItem, giveBackItem, subjectOf } from './claim-item.ts'
import { listCorrected } from './corrected.ts'
import type { Desk, DeskItem } from './desk.types.ts'
import { createDeskPeople } from './desk-people.ts'
import { createGolden } from './golden.ts'
import { type ItemRow, toItem } from './item-row.ts'
import { createMarks } from './marks.ts'
import { readPast } from './past.ts'
import { claimNext, countWaiting, listItems } from './queue.ts'
import { settle } from './settle.ts'
import { createVotes } from './votes.ts'

export function createDesk(db: Db): Desk {
  return {
    list: (filter, now) => listItems(db, filter, now),
    countWaiting: () => countWaiting(db),
    find: (id, now) => findItem(db, id, now),
    subjectOf: (id) => subjectOf(db, id),
    claim: (id, userId, now, lastsMs) => claimItem(db, id, userId, now, lastsMs),
    claimNext: (filter, now, lastsMs) => claimNext(db, filter, now, lastsMs),
    giveBack: (id, userId) => giveBackItem(db, id, userId),
    past: (checkId) => readPast(db, checkId),
    underSecondLook: (checkIds) => underSecondLook(db, checkIds),
    corrected: (userId, page) => listCorrected(db, userId, page),
    settle: (settling) => settle(db, settling),
    ...createMarks(db),
    ...createGolden(db),
    ...createVotes(db),
    ...createDeskPeople(db),
  }
}

/** Also what is decided already. */
async function findItem(db: Db, id: string, now: number): Promise<DeskItem | null> {
  const { rows } = await sql<ItemRow>`
    select 'case' as source, i.*, u.name as claimed_name, 0 as rank, m.kind as mark_kind, mu.name as mark_by,
      m.note as mark_note, m.until as mark_until
    from (
      select check_id as id, kind, appid, writer, scene, label, opened_at, false as is_expedited,
        claimed_by, fence, case when verdict is null then claim_until else 0 end as claim_until
      from fangxing.cases where check_id = ${id}
      union all
      select id, kind, appid, writer, scene, label, opened_at, false, claimed_by, fence,
        case when closed_at is null then claim_until else 0 end
      from fangxing.looks where id = ${id}
      union all
      select r.id, case r.state when 'appealed' then 'appeal' else 'release' end, r.appid, null, 0,
        100, e.at, r.expedited, k.user_id, k.fence, k.expires_at
      from fangxing.releases r
      join fangxing.release_events e on e.release_id = r.id and e.seq = r.event_count - 1
      left join fangxing.claims k on k.release_id = r.id
      where r.id = ${id}
      union all
      select id, 'material', appid, null, 0, 100, opened_at, false, claimed_by, fence,
        case when decided_at is null and closed_at is null then claim_until else 0 end
      from fangxing.material_cases where id = ${id}
    ) i
    left join fangxing.users u on u.id = i.claimed_by
    left join lateral (
      select * from fangxing.desk_marks d
      where d.item_id = i.id and d.kind <> 'skip' and (d.until is null or d.until > ${now})
      order by d.kind limit 1
    ) m on true
    left join fangxing.users mu on mu.id = m.user_id`.execute(db)
  const [row] = rows
  return row ? toItem(row, now) : null
}

async function underSecondLook(db: Db, checkIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (checkIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('looks')
    .select('subject')
    .where('subject', 'in', checkIds)
    .where('closed_at', 'is', null)
    .where('purpose', '<>', 'golden')
    .execute()
  return new Set(rows.map(({ subject }) => subject))
}
