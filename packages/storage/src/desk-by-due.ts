/**
 * The authority's desk: open cases of a region, what ends first at the head, endless ones last.
 *
 * By an index that holds only open cases, so a page costs what it shows.
 */

import { AppError } from '@fangxing/contract'
import { sql } from 'kysely'
import type { Db } from './connection.ts'
import { limitOf, pageBy } from './cursor.ts'
import type { Page } from './page.types.ts'
import { findReleases } from './release-rows.ts'
import { DESK_STATES, type DeskFilter, type Release } from './releases.types.ts'

/** After every moment that is ever due. */
const NEVER = sql.raw('9007199254740991')

interface Row {
  readonly id: string
  readonly due: number
  readonly n: number
}

export async function listDeskByDue(db: Db, filter: DeskFilter): Promise<Page<Release>> {
  const limit = limitOf(filter)
  const { region, states = DESK_STATES, cursor } = filter
  const after = cursor === undefined ? { due: -1, n: -1 } : fromCursor(cursor)
  const inRegion = region === undefined ? sql`true` : sql`region = ${region}`
  const { rows } = await sql<Row>`
    select id, coalesce(due_at, ${NEVER}) as due, n from fangxing.releases
    where state in (${sql.join(DESK_STATES.map((state) => sql.lit(state)))})
      and state in (${sql.join([...states])}) and ${inRegion}
      and (coalesce(due_at, ${NEVER}), n) > (${after.due}, ${after.n})
    order by coalesce(due_at, ${NEVER}), n
    limit ${limit + 1}`.execute(db)
  const { items, nextCursor } = pageBy(rows, limit, ({ id }) => id, toCursor)
  const found = await findReleases(db, items)
  return { items: items.flatMap((id) => found.get(id) ?? []), nextCursor }
}

function toCursor({ due, n }: Row): string {
  return Buffer.from(`d${due} ${n}`).toString('base64url')
}

function fromCursor(cursor: string) {
  const text = Buffer.from(cursor, 'base64url').toString('utf8')
  const [, due, n] = /^d(\d{1,16}) (\d{1,15})$/.exec(text) ?? []
  if (due === undefined || n === undefined) {
    throw new AppError('REQUEST_MALFORMED', { field: 'cursor' })
  }
  return { due: Number(due), n: Number(n) }
}
