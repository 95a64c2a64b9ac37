/** The queries behind `Trail`: the events of all releases, by time, whoever caused them. */

import { AppError } from '@fangxing/contract'
import type { ReleaseEvent, State } from '@fangxing/release'
import { sql } from 'kysely'
import type { Db } from '../connection.ts'
import { limitOf, pageBy } from '../cursor.ts'
import type { Trail, TrailEntry, TrailFilter } from './acts.types.ts'

interface Row {
  readonly release_id: string
  readonly seq: number
  readonly event: ReleaseEvent
  readonly state: State
  readonly at: number
  readonly previous_hash: string
  readonly hash: string
  readonly appid: string
  readonly app_name: string
}

export function createTrail(db: Db): Trail {
  return {
    async list(filter = {}) {
      const limit = limitOf(filter)
      const rows = await select(db, filter)
        .limit(limit + 1)
        .execute()
      return pageBy(rows, limit, toEntry, toCursor)
    },
  }
}

function select(db: Db, { appid, releaseId, kind, actor, from, until, cursor }: TrailFilter) {
  let query = db
    .selectFrom('release_events')
    .innerJoin('releases', 'releases.id', 'release_events.release_id')
    .innerJoin('apps', 'apps.appid', 'releases.appid')
    .select(['release_events.release_id', 'seq', 'event', 'release_events.state', 'at'])
    .select(['previous_hash', 'hash', 'releases.appid', 'apps.name as app_name'])
  if (appid !== undefined) query = query.where('releases.appid', '=', appid)
  if (releaseId !== undefined) query = query.where('releases.id', '=', releaseId)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (from !== undefined) query = query.where('at', '>=', from)
  if (until !== undefined) query = query.where('at', '<', until)
  if (actor !== undefined) {
    query = query.where(
      sql<boolean>`(event -> 'actor' ->> 'id' = ${actor} or event -> 'actor' ->> 'name' = ${actor})`,
    )
  }
  if (cursor !== undefined) {
    const last = fromCursor(cursor)
    query = query.where(
      sql<boolean>`(at, release_events.release_id, seq) < (${last.at}, ${last.releaseId}, ${last.seq})`,
    )
  }
  return query
    .orderBy('at', 'desc')
    .orderBy('release_events.release_id', 'desc')
    .orderBy('seq', 'desc')
}

function toEntry(row: Row): TrailEntry {
  return {
    releaseId: row.release_id,
    seq: row.seq,
    event: row.event,
    state: row.state,
    previousHash: row.previous_hash,
    hash: row.hash,
    appid: row.appid,
    appName: row.app_name,
  }
}

function toCursor({ at, release_id, seq }: Row): string {
  return Buffer.from(`${at} ${release_id} ${seq}`).toString('base64url')
}

function fromCursor(cursor: string) {
  const text = Buffer.from(cursor, 'base64url').toString('utf8')
  const [, at, releaseId, seq] = /^(\d{1,15}) (\S{1,64}) (\d{1,9})$/.exec(text) ?? []
  if (at === undefined || releaseId === undefined || seq === undefined) {
    throw new AppError('REQUEST_MALFORMED', { field: 'cursor' })
  }
  return { at: Number(at), releaseId, seq: Number(seq) }
}
