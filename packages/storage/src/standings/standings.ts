/** Where apps stand: the queries behind `Standings`. */

import { sql } from 'kysely'
import type { Db } from '../connection.ts'
import { isUnread } from '../outbox/notices.ts'
import { findReleases } from '../release-rows.ts'
import type { Standings } from './standings.types.ts'

const SLOTS = {
  newest: sql`true`,
  live: sql`state in ('launched', 'takedownOrdered')`,
  staged: sql`state = 'greyLaunch'`,
  preLaunched: sql`state = 'preLaunch'`,
  inReview: sql`state in ('machineReview', 'humanReview', 'delayed', 'appealed', 'filing',
    'materialRequested')`,
}

type Slot = keyof typeof SLOTS
type Ids = { readonly appid: string } & Readonly<Record<Slot, string | null>>

export function createStandings(db: Db): Standings {
  return {
    async of(appids, reader) {
      const rows = await findIds(db, appids)
      const ids = rows.flatMap(({ appid, ...slots }) => Object.values(slots))
      const releases = await findReleases(db, [...new Set(ids.filter((id) => id !== null))])
      const unread = await countUnread(db, appids, reader)
      const at = (id: string | null) => (id === null ? null : (releases.get(id) ?? null))
      return rows.map(({ appid, newest, live, staged, preLaunched, inReview }) => ({
        appid,
        newest: at(newest),
        live: at(live),
        staged: at(staged),
        preLaunched: at(preLaunched),
        inReview: at(inReview),
        unread: unread.get(appid) ?? 0,
      }))
    },
  }
}

async function findIds(db: Db, appids: readonly string[]): Promise<readonly Ids[]> {
  const slots = Object.entries(SLOTS).map(
    ([slot, condition]) => sql`(
      select id from fangxing.releases where releases.appid = asked.appid and ${condition}
      order by n desc limit 1) as ${sql.ref(slot)}`,
  )
  const { rows } = await sql<Ids>`
    select asked.appid, ${sql.join(slots)}
    from unnest(${[...appids]}::text[]) with ordinality as asked (appid, place)
    order by asked.place`.execute(db)
  return rows
}

/** Beyond it nobody reads the figure, and counting costs by the row. */
const MOST_UNREAD = 100

async function countUnread(
  db: Db,
  appids: readonly string[],
  reader: string,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ appid: string; count: number }>`
    select asked.appid, (
      select count(*)::int from (
        select from fangxing.notices
        where notices.appid = asked.appid and audience = 'developer' and ${isUnread(reader)}
        order by n desc limit ${MOST_UNREAD}
      ) latest
    ) as count
    from unnest(${[...appids]}::text[]) as asked (appid)`.execute(db)
  return new Map(rows.map(({ appid, count }) => [appid, count]))
}
