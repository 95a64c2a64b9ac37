/**
 * What is known already about who wrote something, about its app, and about the very same content.
 *
 * Never the case itself: who looks a second time must not read what was decided the first time.
 */

import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../connection.ts'
import type { Past, PastCase } from './desk.types.ts'

/** What fits beside the content. */
const SHOWN = 6

interface Tally {
  readonly waiting: number
  readonly passed: number
  readonly risky: number
}

export async function readPast(db: Db, checkId: string): Promise<Past> {
  const about = await db
    .selectFrom('cases')
    .select(['appid', 'writer', 'content_key'])
    .where('check_id', '=', checkId)
    .executeTakeFirst()
  if (about === undefined) return { ofWriter: NOTHING, ofApp: NOTHING, ofContent: NOTHING }
  const { appid, writer, content_key } = about
  const read = (where: RawBuilder<unknown> | null) =>
    where === null ? NOTHING : readPart(db, checkId, where)
  const [ofWriter, ofApp, ofContent] = await Promise.all([
    read(writer === null ? null : sql`c.writer = ${writer} and c.appid = ${appid}`),
    read(sql`c.appid = ${appid}`),
    read(content_key === null ? null : sql`c.content_key = ${content_key}`),
  ])
  return { ofWriter, ofApp, ofContent }
}

const NOTHING = { tally: { waiting: 0, passed: 0, risky: 0 }, items: [] }

/** Counting an app with a million cases would cost a second: of the latest thousand. */
const COUNTED = 1000

async function readPart(db: Db, checkId: string, where: RawBuilder<unknown>) {
  const { rows } = await sql<PastCase & Tally>`
    with latest as (
      select c.check_id as id, c.kind, c.appid, c.scene, c.label, c.opened_at as "openedAt", c.n,
        coalesce(r.verdict, c.verdict) as verdict, coalesce(r.label, c.final_label) as "finalLabel",
        coalesce(r.note, c.note) as note
      from fangxing.cases c left join fangxing.corrections r on r.check_id = c.check_id
      where ${where} and c.check_id <> ${checkId}
      order by c.n desc limit ${COUNTED}
    )
    select latest.*, tally.* from (
      select count(*) filter (where verdict is null)::int as waiting,
        count(*) filter (where verdict = 'pass')::int as passed,
        count(*) filter (where verdict = 'risky')::int as risky
      from latest
    ) tally join latest on true order by (verdict is null), n desc limit ${SHOWN}`.execute(db)
  const [first] = rows
  if (first === undefined) return NOTHING
  const { waiting, passed, risky } = first
  return { tally: { waiting, passed, risky }, items: rows.map(toPastCase) }
}

function toPastCase(row: PastCase): PastCase {
  const { id, kind, appid, scene, label, openedAt, verdict, finalLabel, note } = row
  return { id, kind, appid, scene, label, openedAt, verdict, finalLabel, note }
}
