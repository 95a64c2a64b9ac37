/** The queries behind `Statistics`: hourly counts for checks, the record itself for all else. */

import { sql } from 'kysely'
import type { Db } from '../connection.ts'
import { createDepths } from './depths.ts'
import type { CheckCount, FilingTimes, Period, Statistics } from './statistics.types.ts'
import type { CheckTally } from './tally-checks.ts'

const DAY_MS = 86_400_000

/** The day of Beijing in which a moment lies. */
function dayOf(moment: string) {
  return sql<string>`to_char(to_timestamp(${sql.raw(moment)} / 1000.0) at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`
}

/** Days since a moment, by the steps that a chart shows. */
function ageOf(moment: string, now: number) {
  return sql<'under1' | 'under3' | 'under7' | 'over7'>`case
    when ${now} - ${sql.raw(moment)} < ${DAY_MS} then 'under1'
    when ${now} - ${sql.raw(moment)} < ${3 * DAY_MS} then 'under3'
    when ${now} - ${sql.raw(moment)} < ${7 * DAY_MS} then 'under7'
    else 'over7' end`
}

async function rowsOf<Row>(db: Db, query: ReturnType<typeof sql<Row>>): Promise<readonly Row[]> {
  return (await query.execute(db)).rows
}

/** What this process has gathered is added first: one's own checks are counted at once. */
export function createStatistics(db: Db, tally: Pick<CheckTally, 'flush'>): Statistics {
  return {
    async checks(period, appid) {
      await tally.flush()
      return countChecks(db, period, appid)
    },

    async checkClauses({ from, until }) {
      await tally.flush()
      return rowsOf(
        db,
        sql<{ clause: string; count: number }>`
          select clause, sum(count)::bigint as count from fangxing.clause_tallies
          where hour >= ${from} and hour < ${until}
          group by clause order by count desc, clause`,
      )
    },

    ...createReleaseCounts(db),
    ...createCaseCounts(db),
    depths: createDepths(db),
  }
}

async function countChecks(
  db: Db,
  { from, until }: Period,
  appid?: string,
): Promise<readonly CheckCount[]> {
  const ofApp = appid === undefined ? sql`true` : sql`appid = ${appid}`
  return rowsOf(
    db,
    sql<CheckCount>`
      select ${dayOf('hour')} as day, kind, suggest, label, sum(count)::bigint as count
      from fangxing.check_tallies
      where hour >= ${from} and hour < ${until} and ${ofApp}
      group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
  )
}

function createReleaseCounts(
  db: Db,
): Pick<Statistics, 'events' | 'releaseClauses' | 'ageing' | 'filingTimes'> {
  return {
    events: ({ from, until }) =>
      rowsOf(
        db,
        sql`select ${dayOf('at')} as day, kind, count(*)::bigint as count
          from fangxing.release_events where at >= ${from} and at < ${until}
          group by 1, 2 order by 1, 2`,
      ),

    releaseClauses: ({ from, until }) =>
      rowsOf(
        db,
        sql`select clause, kind, count(*)::bigint as count
          from fangxing.release_events,
            jsonb_array_elements_text(coalesce(event -> 'clauses', '[]')) as clause
          where at >= ${from} and at < ${until}
          group by 1, 2 order by 3 desc, 1, 2`,
      ),

    ageing: (now) =>
      rowsOf(
        db,
        sql`select state, ${ageOf('changed_at', now)} as age, count(*)::bigint as count
          from (
            select releases.state, (select max(at) from fangxing.release_events
              where release_id = releases.id) as changed_at
            from fangxing.releases
            where state not in ('draft', 'superseded', 'rolledBack', 'launched', 'withdrawn')
          ) waiting
          group by 1, 2 order by 1, 2`,
      ),

    filingTimes: (period) => timeFilings(db, period),
  }
}

async function timeFilings(db: Db, { from, until }: Period): Promise<FilingTimes> {
  const [row] = await rowsOf<{
    answered: number
    median: number | null
    ninetieth: number | null
    longest: number | null
  }>(
    db,
    sql`select count(*)::bigint as answered,
        percentile_cont(0.5) within group (order by took) as median,
        percentile_cont(0.9) within group (order by took) as ninetieth,
        max(took) as longest
      from (
        select answer.at - (
          select max(begun.at) from fangxing.release_events begun
          where begun.release_id = answer.release_id and begun.kind = 'filingStarted'
            and begun.seq < answer.seq
        ) as took
        from fangxing.release_events answer
        where answer.kind in ('filingPassed', 'filingRejected', 'preLaunched')
          and answer.at >= ${from} and answer.at < ${until}
      ) answers`,
  )
  return {
    answered: row?.answered ?? 0,
    medianMs: row?.median ?? null,
    ninetiethMs: row?.ninetieth ?? null,
    longestMs: row?.longest ?? null,
  }
}

function createCaseCounts(db: Db): Pick<Statistics, 'decisions' | 'casesWaiting'> {
  return {
    decisions: ({ from, until }) =>
      rowsOf(
        db,
        sql`select ${dayOf('decided_at')} as day, verdict, final_label as label,
            count(*)::bigint as count
          from fangxing.cases where decided_at >= ${from} and decided_at < ${until}
          group by 1, 2, 3 order by 1, 2, 3`,
      ),

    casesWaiting: (now) =>
      rowsOf(
        db,
        sql`select ${ageOf('opened_at', now)} as age, count(*)::bigint as count
          from fangxing.cases where verdict is null group by 1 order by 1`,
      ),
  }
}
