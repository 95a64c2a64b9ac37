/**
 * Counts the checks that are recorded, by the hour, beside the record.
 *
 * Counts are gathered in memory and added up in the database every few seconds: recording costs two
 * look-ups in a map. What a process has gathered when it is killed is missing from the counts, never
 * from the record.
 */

import { sql } from 'kysely'
import type { CheckDraft, Checks } from '../checks/checks.types.ts'
import type { Db } from '../connection.ts'

const HOUR_MS = 3_600_000
const FLUSH_AFTER_MS = 2000
/** Of PostgreSQL's 65,535 parameters for one statement, six for each row. */
const ROWS_AT_ONCE = 5000

export interface CheckTally {
  count(draft: CheckDraft): void
  /** Adds what was gathered to the database; afterwards nothing is scheduled. */
  flush(): Promise<void>
}

export function openCheckTally(db: Db): CheckTally {
  let answers = new Map<string, number>()
  let clauses = new Map<string, number>()
  let timer: NodeJS.Timeout | null = null

  async function flush(): Promise<void> {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const [ofAnswers, ofClauses] = [answers, clauses]
    answers = new Map()
    clauses = new Map()
    try {
      await addAnswers(db, ofAnswers)
      await addClauses(db, ofClauses)
    } catch {
      // The record stands; the counts of these seconds are what is lost.
    }
  }

  return {
    count({ at, appid, kind = 'text', suggest, label, clauses: held = [] }) {
      const hour = at - (at % HOUR_MS)
      add(answers, `${hour} ${kind} ${suggest} ${label} ${appid ?? ''}`)
      for (const clause of held) add(clauses, `${hour} ${clause}`)
      timer ??= setTimeout(() => void flush(), FLUSH_AFTER_MS).unref()
    },
    flush,
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** In one order in every process, so that two that add at once never wait for each other in a ring. */
function inOrder(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1))
}

async function addAnswers(db: Db, counts: ReadonlyMap<string, number>): Promise<void> {
  const rows = inOrder(counts).map(([key, count]) => {
    const [hour, kind, suggest, label, ...appid] = key.split(' ')
    return sql`(${Number(hour)}::bigint, ${appid.join(' ')}, ${kind}, ${suggest},
      ${Number(label)}::integer, ${count}::bigint)`
  })
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await sql`insert into fangxing.check_tallies as kept (hour, appid, kind, suggest, label, count)
      values ${sql.join(rows.slice(start, start + ROWS_AT_ONCE))}
      on conflict (hour, appid, kind, suggest, label)
      do update set count = kept.count + excluded.count`.execute(db)
  }
}

async function addClauses(db: Db, counts: ReadonlyMap<string, number>): Promise<void> {
  const rows = inOrder(counts).map(([key, count]) => {
    const [hour, ...clause] = key.split(' ')
    return sql`(${Number(hour)}::bigint, ${clause.join(' ')}, ${count}::bigint)`
  })
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await sql`insert into fangxing.clause_tallies as kept (hour, clause, count)
      values ${sql.join(rows.slice(start, start + ROWS_AT_ONCE))}
      on conflict (hour, clause) do update set count = kept.count + excluded.count`.execute(db)
  }
}

/** The checks, each counted once its record is on disk. */
export function countedChecks(checks: Checks, tally: CheckTally): Checks {
  return {
    ...checks,
    async record(draft) {
      const id = await checks.record(draft)
      tally.count(draft)
      return id
    },
  }
}
