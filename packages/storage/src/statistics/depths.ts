/** How much waits in the queues of the database, and how much the database holds. */

import { sql } from 'kysely'
import type { Db } from '../connection.ts'
import type { Depths, JobDepth } from './statistics.types.ts'

/** The queue's tables exist from the first job on. */
const HAS_JOBS = sql<{ found: boolean }>`select to_regclass('pgboss.job') is not null as found`

export function createDepths(db: Db): (now: number) => Promise<Depths> {
  return async (now) => {
    const { rows } = await sql<Omit<Depths, 'jobs'>>`select
      (select count(*) from fangxing.cases where verdict is null)::bigint as cases,
      (select count(*) from fangxing.deliveries where next_attempt_at <= ${now})::bigint
        as deliveries,
      (select count(*) from fangxing.deliveries
        where next_attempt_at is null and dead_at is not null)::bigint as "deadDeliveries",
      (select count(*) from fangxing.media_checks where settled_at is null)::bigint
        as "mediaChecks",
      (select count(*) from pg_stat_activity where datname = current_database())::bigint
        as connections,
      pg_database_size(current_database())::bigint as "databaseBytes"`.execute(db)
    const [counted] = rows
    if (counted === undefined) throw new Error('a count without a row')
    return { ...counted, jobs: await countJobs(db) }
  }
}

async function countJobs(db: Db): Promise<readonly JobDepth[]> {
  const { rows } = await HAS_JOBS.execute(db)
  if (!rows[0]?.found) return []
  const counted = await sql<JobDepth>`
    select name, (count(*) filter (where state in ('created', 'retry')))::bigint as waiting,
      (count(*) filter (where state = 'active'))::bigint as running,
      (count(*) filter (where state = 'failed'))::bigint as failed
    from pgboss.job group by name order by name`.execute(db)
  return counted.rows
}
