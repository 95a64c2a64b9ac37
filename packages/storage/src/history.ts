/** The stored events of releases, as they were appended. */

import type { Selectable } from 'kysely'
import type { Db } from './connection.ts'
import type { Database } from './database.ts'
import type { StoredEvent } from './releases.types.ts'

/** By release, each in order of seq. One query, however many releases. */
export async function readHistories(
  db: Db,
  releaseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
  const histories = new Map<string, StoredEvent[]>()
  if (releaseIds.length === 0) return histories
  const rows = await db
    .selectFrom('release_events')
    .selectAll()
    .where('release_id', 'in', releaseIds)
    .orderBy('release_id')
    .orderBy('seq')
    .execute()
  for (const row of rows) {
    const history = histories.get(row.release_id) ?? []
    history.push(toStoredEvent(row))
    histories.set(row.release_id, history)
  }
  return histories
}

export function toStoredEvent(row: Selectable<Database['release_events']>): StoredEvent {
  const { release_id, seq, event, state, previous_hash, hash } = row
  return { releaseId: release_id, seq, event, state, previousHash: previous_hash, hash }
}
