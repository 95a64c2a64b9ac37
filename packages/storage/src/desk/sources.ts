/**
 * Where what waits comes from: one statement for each place, all answering the same row.
 *
 * A new kind of thing to review is one more statement here, one more branch in `claim-item.ts`.
 */

import { type RawBuilder, sql } from 'kysely'
import type { DeskKind, QueueFilter } from './desk.types.ts'
import type { ItemRow } from './item-row.ts'

export interface Asked extends QueueFilter {
  readonly now: number
  readonly limit: number
  readonly isFree: boolean
  readonly after: { readonly rank: number; readonly id: string }
}

export const CHECKED: readonly DeskKind[] = ['text', 'picture', 'sound', 'video']

const MARK = sql`m.kind as mark_kind, mu.name as mark_by, m.note as mark_note,
  m.until as mark_until`

/** Only these shifts, as rows `(kind, label, is_expedited, shift_ms)`. */
function shiftsOf({ shifts }: Asked, isWanted: (kind: DeskKind) => boolean) {
  const rows = shifts
    .filter(({ kind }) => isWanted(kind))
    .map(({ kind, label, isExpedited, shiftMs }) => ({
      ...{ kind, label },
      ...{ is_expedited: isExpedited, shift_ms: shiftMs },
    }))
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as g(kind text, label integer, is_expedited boolean, shift_ms bigint)`
}

/** The mark that is shown; one that is over is none. */
function joinMark(id: RawBuilder<unknown>, { now }: Asked) {
  return sql`left join lateral (
      select * from fangxing.desk_marks d
      where d.item_id = ${id} and d.kind <> 'skip' and (d.until is null or d.until > ${now})
      order by d.kind limit 1
    ) m on true left join fangxing.users mu on mu.id = m.user_id`
}

interface LeaseColumns {
  readonly id: RawBuilder<unknown>
  readonly by: RawBuilder<unknown>
  readonly until: RawBuilder<unknown>
}

/** Which of what waits is meant by the state that is asked for. */
function stateOf(asked: Asked, { id, by, until }: LeaseColumns): RawBuilder<unknown> {
  const { state, userId, now, isLead, isFree } = asked
  const marked = (wanted: RawBuilder<unknown>) => sql`exists (
    select from fangxing.desk_marks d
    where d.item_id = ${id} and (d.until is null or d.until > ${now}) and ${wanted})`
  const free = isFree ? sql`coalesce(${until}, 0) <= ${now}` : sql`true`
  switch (state) {
    case 'mine':
      return sql`${by} = ${userId} and ${until} > ${now}`
    case 'aside':
      return marked(sql`d.kind in ('hold', 'escalate')`)
    case 'escalated':
      return sql`${isLead} and ${marked(sql`d.kind = 'escalate'`)} and ${free}`
    case 'waiting':
      return sql`${free} and not ${marked(sql`(d.kind in ('hold', 'escalate')
        or (d.kind = 'skip' and d.user_id = ${userId}))`)}`
  }
}

function alsoEqual({ appid, scene }: Asked, table: RawBuilder<unknown>): RawBuilder<unknown> {
  const ofApp = appid === undefined ? sql`true` : sql`${table}.appid = ${appid}`
  return scene === undefined ? ofApp : sql`${ofApp} and ${table}.scene = ${scene}`
}

export function selectCases(asked: Asked): RawBuilder<ItemRow> {
  const { after, limit } = asked
  const lease = { id: sql`c.check_id`, by: sql`c.claimed_by`, until: sql`c.claim_until` }
  return sql<ItemRow>`
    select 'case' as source, c.check_id as id, c.kind, c.appid, c.writer, c.scene, c.label, c.opened_at,
      false as is_expedited, c.claimed_by, u.name as claimed_name, c.fence, c.claim_until,
      c.opened_at + g.shift_ms as rank, ${MARK}
    from ${shiftsOf(asked, (kind) => CHECKED.includes(kind))}
    cross join lateral (
      select * from fangxing.cases c
      where c.verdict is null and not c.awaits_second and c.kind = g.kind and c.label = g.label
        and (c.opened_at > ${after.rank} - g.shift_ms
          or (c.opened_at = ${after.rank} - g.shift_ms and c.check_id > ${after.id}))
        and ${stateOf(asked, lease)} and ${alsoEqual(asked, sql`c`)}
      order by c.opened_at, c.n limit ${limit}
    ) c
    left join fangxing.users u on u.id = c.claimed_by
    ${joinMark(lease.id, asked)}
    order by rank, c.check_id limit ${limit}`
}

/** A golden task shows to nobody but whose it is. */
export function selectLooks(asked: Asked): RawBuilder<ItemRow> {
  const { after, limit, userId, isLead } = asked
  const lease = { id: sql`l.id`, by: sql`l.claimed_by`, until: sql`l.claim_until` }
  return sql<ItemRow>`
    select 'look' as source, l.id, l.kind, l.appid, l.writer, l.scene, l.label, l.opened_at,
      false as is_expedited, l.claimed_by, u.name as claimed_name, l.fence, l.claim_until,
      l.opened_at + g.shift_ms as rank, ${MARK}
    from fangxing.looks l
    join ${shiftsOf(asked, (kind) => CHECKED.includes(kind))}
      on g.kind = l.kind and g.label = l.label
    left join fangxing.users u on u.id = l.claimed_by
    ${joinMark(lease.id, asked)}
    where l.closed_at is null and not ${userId} = any(l.not_by)
      and (l.purpose <> 'lead' or ${isLead})
      and (l.purpose <> 'golden' or l.claimed_by = ${userId})
      and (l.opened_at + g.shift_ms, l.id) > (${after.rank}::bigint, ${after.id}::text)
      and ${stateOf(asked, lease)} and ${alsoEqual(asked, sql`l`)}
    order by rank, l.id limit ${limit}`
}

/** An appeal is not shown to who has decided the submission before. */
export function selectReleases(asked: Asked): RawBuilder<ItemRow> {
  const { after, limit, userId, appid, scene } = asked
  const lease = { id: sql`r.id`, by: sql`k.user_id`, until: sql`k.expires_at` }
  const ofApp = appid === undefined ? sql`true` : sql`r.appid = ${appid}`
  return sql<ItemRow>`
    select 'release' as source, r.id, g.kind, r.appid, null as writer, 0 as scene, 100 as label, e.at as opened_at,
      r.expedited as is_expedited, k.user_id as claimed_by, u.name as claimed_name, k.fence,
      k.expires_at as claim_until, e.at + g.shift_ms as rank, ${MARK}
    from fangxing.releases r
    join fangxing.release_events e on e.release_id = r.id and e.seq = r.event_count - 1
    join ${shiftsOf(asked, (kind) => !CHECKED.includes(kind))}
      on g.kind = (case r.state when 'appealed' then 'appeal' else 'release' end)
      and g.is_expedited = r.expedited
    left join fangxing.claims k on k.release_id = r.id
    left join fangxing.users u on u.id = k.user_id
    ${joinMark(lease.id, asked)}
    where r.state in ('humanReview', 'delayed', 'appealed') and ${ofApp} and ${scene === undefined}
      and (e.at + g.shift_ms, r.id) > (${after.rank}::bigint, ${after.id}::text)
      and (r.state <> 'appealed' or not exists (
        select from fangxing.release_events d
        where d.release_id = r.id and d.event -> 'actor' ->> 'id' = ${userId}
          and d.kind in ('reviewerRejected', 'appealDismissed')))
      and ${stateOf(asked, lease)}
    order by rank, r.id limit ${limit}`
}

/** Both rounds; an appeal is not shown to who has decided before. */
export function selectMaterials(asked: Asked): RawBuilder<ItemRow> {
  const { after, limit, userId, scene } = asked
  const lease = { id: sql`c.id`, by: sql`c.claimed_by`, until: sql`c.claim_until` }
  return sql<ItemRow>`
    select 'material' as source, c.id, 'material' as kind, c.appid, null as writer, 0 as scene,
      100 as label, c.opened_at, false as is_expedited, c.claimed_by, u.name as claimed_name,
      c.fence, c.claim_until, c.opened_at + g.shift_ms as rank, ${MARK}
    from fangxing.material_cases c
    join ${shiftsOf(asked, (kind) => kind === 'material')} on not g.is_expedited
    left join fangxing.users u on u.id = c.claimed_by
    ${joinMark(lease.id, asked)}
    where c.decided_at is null and c.closed_at is null and ${scene === undefined}
      and (c.not_by is null or c.not_by <> ${userId})
      and (c.opened_at + g.shift_ms, c.id) > (${after.rank}::bigint, ${after.id}::text)
      and ${stateOf(asked, lease)} and ${alsoEqual({ ...asked, scene: undefined }, sql`c`)}
    order by rank, c.id limit ${limit}`
}
