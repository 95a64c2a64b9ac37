/** Records of checks: the queries behind `Checks`. */

import type { Selectable } from 'kysely'
import type { Connection, Db } from '../connection.ts'
import { limitOf, pageBy } from '../cursor.ts'
import type { Database } from '../database.ts'
import { isAmong } from '../members/members.ts'
import { type CheckKey, fromCheckCursor, isBefore, LAST, toCheckCursor } from './check-cursor.ts'
import type { Check, CheckFilter, Checks } from './checks.types.ts'
import { findInBlocks, type KeyedCheck, listFromBlocks } from './read-blocks.ts'
import { type CheckCounter, openCheckRecord } from './record-checks.ts'

export interface OpenChecks extends Checks {
  /** When everything that was to be recorded is. */
  drained(): Promise<void>
}

export function createChecks({ db, pool }: Connection, tally: CheckCounter): OpenChecks {
  const { record, drained } = openCheckRecord(pool, tally)
  return {
    record,
    drained,

    async find(id) {
      const row = await selectWhole(db).where('id', '=', id).executeTakeFirst()
      return row ? toCheck(row) : findInBlocks(db, id)
    },

    async list(filter = {}) {
      const limit = limitOf(filter)
      const after = filter.cursor === undefined ? LAST : fromCheckCursor(filter.cursor)
      const count = limit + 1
      const [rows, packed] = await Promise.all([
        select(db, filter, after).limit(count).execute(),
        listFromBlocks(db, filter, { after, count }),
      ])
      const all = [...rows.map(toKeyed), ...packed].sort((one, other) =>
        isBefore(one, other) ? 1 : -1,
      )
      return pageBy(all.slice(0, count), limit, ({ check }) => check, toCheckCursor)
    },

    async forgetTexts(now) {
      const forgotten = await db
        .updateTable('checks')
        .set({ texts: null, texts_until: null })
        .where('texts_until', '<=', now)
        .executeTakeFirst()
      return Number(forgotten.numUpdatedRows)
    },
  }
}

/** Newest first, after the cursor. By a clause, its own table says in which order. */
function select(db: Db, filter: CheckFilter, { at, n }: CheckKey) {
  const { appid, appids, writer, clause, suggest, from, until } = filter
  let query = selectWhole(db)
  if (appid !== undefined) query = query.where('appid', '=', appid)
  if (appids !== undefined) query = query.where(isAmong(appids))
  if (writer !== undefined) query = query.where('writer', '=', writer)
  if (suggest !== undefined) query = query.where('suggest', '=', suggest)
  if (clause === undefined) {
    if (from !== undefined) query = query.where('at', '>=', from)
    if (until !== undefined) query = query.where('at', '<', until)
    return query
      .where(({ eb, refTuple, tuple }) => eb(refTuple('at', 'n'), '<', tuple(at, n)))
      .orderBy('at', 'desc')
      .orderBy('n', 'desc')
  }
  let listed = query
    .innerJoin('check_clauses as listed', 'listed.check_id', 'checks.id')
    .where('listed.clause', '=', clause)
  if (from !== undefined) listed = listed.where('listed.at', '>=', from)
  if (until !== undefined) listed = listed.where('listed.at', '<', until)
  return listed
    .where(({ eb, refTuple, tuple }) => eb(refTuple('listed.at', 'listed.n'), '<', tuple(at, n)))
    .orderBy('listed.at', 'desc')
    .orderBy('listed.n', 'desc')
}

function selectWhole(db: Db) {
  return db
    .selectFrom('checks')
    .leftJoin('shared_evidence', 'shared_evidence.key', 'checks.evidence_key')
    .selectAll('checks')
    .select('shared_evidence.evidence as shared')
}

type Row = Selectable<Database['checks']> & {
  readonly shared: Readonly<Record<string, unknown>> | null
}

function toKeyed(row: Row): KeyedCheck {
  return { at: row.at, n: row.n, check: toCheck(row) }
}

function toCheck({
  n,
  texts_until,
  evidence_key,
  clauses,
  evidence,
  shared,
  ...check
}: Row): Check {
  return {
    ...check,
    evidence: shared === null ? evidence : { ...shared, ...Object(evidence) },
    clauses: clauses ?? [],
  }
}
