/**
 * Makes a fresh cluster one that has been in use for a while.
 *
 * PostgreSQL writes its log into files of 16 MB and, once a checkpoint is behind them, takes old ones
 * again. A fresh cluster has none: each is filled with zeros first, and meanwhile, 25 to 70 ms, every
 * write waits. A file is full after some 90,000 checks.
 */

import pg from 'pg'

/** More than a bench writes until the next checkpoint, which comes within 1 GB. */
const LOG_FILES = 40

export async function runIn(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    for (let nth = 0; nth < LOG_FILES; nth += 1) {
      // Without a record in it a log file is not closed.
      await client.query("select pg_logical_emit_message(true, 'run in', ''), pg_switch_wal()")
    }
    await client.query('checkpoint')
  } finally {
    await client.end()
  }
}
