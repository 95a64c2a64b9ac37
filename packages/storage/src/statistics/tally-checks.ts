/**
 * Counts the checks that are recorded, by the hour, beside the record.
 *
 * Counts are gathered in memory and added up in the database every few seconds: recording costs two
 * look-ups in a map. What a process has gathered when it is killed is missing from the counts, never
 * from the record.
 */

import { sql } from 'kysely'
import type { CheckDraft } from '../checks/checks.types.ts'
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
  let answers = new Map<string, Counted>()
  let clauses = new Map<string, Counted>()
  /** What was counted last, since most checks are answered as the one before. */
  let last: Last | null = null
  let timer: NodeJS.Timeout | null = null

  async function flush(): Promise<void> {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const [ofAnswers, ofClauses] = [answers, clauses]
    last = null
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
      if (last === null || !isAlike(last, { hour, kind, suggest, label, appid })) {
        const counted = findIn(answers, `${hour} ${kind} ${suggest} ${label} ${appid ?? ''}`)
        last = { hour, kind, suggest, label, appid, counted }
      }
      last.counted.count += 1
      for (const clause of held) findIn(clauses, `${hour} ${clause}`).count += 1
      timer ??= setTimeout(() => void flush(), FLUSH_AFTER_MS).unref()
    },
    flush,
  }
}

interface Counted {
  count: number
}

type Alike = Pick<CheckDraft, 'kind' | 'suggest' | 'label' | 'appid'> & { readonly hour: number }

interface Last extends Alike {
  readonly counted: Counted
}

function isAlike(one: Alike, other: Alike): boolean {
  return (
    one.hour === other.hour &&
    one.appid === other.appid &&
    one.suggest === other.suggest &&
    one.label === other.label &&
    one.kind === other.kind
  )
}

function findIn(counts: Map<string, Counted>, key: string): Counted {
  const known = counts.get(key)
  if (known !== undefined) return known
  const counted = { count: 0 }
  counts.set(key, counted)
  return counted
}

/** In one order in every process, so that two that add at once never wait for each other in a ring. */
function inOrder(counts: ReadonlyMap<string, Counted>): readonly (readonly [string, number])[] {
  return [...counts]
    .map(([key, { count }]) => [key, count] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
}

async function addAnswers(db: Db, counts: ReadonlyMap<string, Counted>): Promise<void> {
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

async function addClauses(db: Db, counts: ReadonlyMap<string, Counted>): Promise<void> {
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
