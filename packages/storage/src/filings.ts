/**
 * Which filings and take-down orders are due: an index range, so the cost follows what is due and
 * not what is open.
 *
 * `due_at` is derived from the events (see `derived-columns.ts`); `rederiveDue` makes it again,
 * after a correction of the calendar, say. Many sweepers may find the same row: each appends with
 * the `expectedSeq` it was given, and only one of them succeeds.
 */

import { fold } from '@fangxing/release'
import type { Db } from './connection.ts'
import { derivedColumns } from './derived-columns.ts'
import { readHistories } from './history.ts'
import type { DueFiling } from './releases.types.ts'

/** Releases read at once while deriving again. */
const BATCH = 200

export async function findDue(db: Db, now: number, limit: number): Promise<readonly DueFiling[]> {
  const rows = await db
    .selectFrom('releases')
    .select(['id', 'due_at', 'event_count'])
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('n')
    .limit(limit)
    .execute()
  return rows.map(({ id, due_at, event_count }) => ({
    releaseId: id,
    dueAt: Number(due_at),
    expectedSeq: event_count,
  }))
}

export async function rederiveDue(db: Db): Promise<number> {
  let wrong = 0
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('releases')
      .select(['id', 'n'])
      .where('n', '>', after)
      .where((where) =>
        where.or([
          where('due_at', 'is not', null),
          where('state', 'in', ['filing', 'materialRequested', 'takedownOrdered']),
        ]),
      )
      .orderBy('n')
      .limit(BATCH)
      .execute()
    const last = rows.at(-1)
    if (!last) return wrong
    for (const { id } of rows) wrong += (await rederiveOne(db, id)) ? 1 : 0
    after = last.n
  }
}

/** True when it was wrong. Locked, so that an append at the same time is not overwritten. */
function rederiveOne(db: Db, id: string): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const row = await transaction
      .selectFrom('releases')
      .select(['due_at', 'head_hash'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const history = (await readHistories(transaction, [id])).get(id) ?? []
    const life = fold(history.map(({ event }) => event))
    const due_at = life && derivedColumns(life, row.head_hash).due_at
    if (due_at === row.due_at) return false
    await transaction.updateTable('releases').set({ due_at }).where('id', '=', id).execute()
    return true
  })
}
