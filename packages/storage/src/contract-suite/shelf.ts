/**
 * What each fact of the contract suite is tried on: an open storage, and the database below it.
 *
 * Facts share one database and never each other's rows: each makes its own app. A fact that must
 * see nothing else asks for `fresh`, one that changes the schema for `separate`: making a database
 * takes a third of a second, emptying one does not.
 */

import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { openStorage } from '../open-storage.ts'
import type { Storage } from '../storage.ts'

export interface Shelf {
  readonly storage: Storage
  readonly url: string
  /** As another process would open it. */
  another(reportTrouble?: (error: unknown) => void): Promise<Storage>
  /** An empty database; the same one each time, so facts run one after the other. */
  fresh(): Promise<Shelf>
  /** A database of one's own. */
  separate(): Promise<Shelf>
  /** SQL as a person with psql would type it. */
  sql(text: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>
  /** The id of a user without a password: hashing one takes a while. */
  reviewer(name: string): Promise<string>
  /** Waits until this many connections to the database wait for a lock; their pids. */
  blocked(count: number): Promise<readonly number[]>
  /** A connection of one's own, for locks and transactions. */
  client(): Promise<pg.Client>
  close(): Promise<void>
}

export type Facts = Readonly<Record<string, (shelf: Shelf) => Promise<void>>>

type Keep = <Kept>(kept: Kept, close: () => Promise<unknown>) => Kept

/** Makes a database on the server of `serverUrl`; that account must be allowed to. */
export async function openShelf(serverUrl: string): Promise<Shelf> {
  const name = `fangxing_test_${randomBytes(6).toString('hex')}`
  await runSql(serverUrl, `create database ${name}`)
  const url = onDatabase(serverUrl, name)
  const closing: (() => Promise<unknown>)[] = []
  const keep: Keep = (kept, close) => {
    closing.push(close)
    return kept
  }
  const another: Shelf['another'] = async (reportTrouble) => {
    const storage = await openStorage({ url, reportTrouble })
    return keep(storage, () => storage.close())
  }
  const separate = async () => {
    const shelf = await openShelf(serverUrl)
    return keep(shelf, () => shelf.close())
  }
  let emptied: Promise<Shelf> | null = null
  const fresh = async () => {
    emptied ??= separate()
    const shelf = await emptied
    await shelf.sql(EMPTY)
    return shelf
  }
  const close = async () => {
    await Promise.all(closing.splice(0).map((closeOne) => closeOne()))
    await runSql(serverUrl, `drop database ${name} with (force)`)
  }
  return { storage: await another(), url, another, separate, fresh, close, ...besides(url, keep) }
}

/** What goes past the storage, straight to the database. */
function besides(url: string, keep: Keep): Pick<Shelf, 'sql' | 'reviewer' | 'blocked' | 'client'> {
  return {
    sql: (text, values) => runSql(url, text, values),
    async reviewer(name) {
      const id = `user ${name}`
      await runSql(url, INSERT_USER, [id, name, '["reviewer"]', 'none', 0])
      return id
    },
    async blocked(count) {
      for (;;) {
        const rows = await runSql(url, WAITING_FOR_LOCKS)
        if (rows.length >= count) return rows.map(({ pid }) => Number(pid))
      }
    },
    async client() {
      const client = new pg.Client({ connectionString: url })
      client.on('error', () => {})
      await client.connect()
      return keep(client, () => client.end())
    },
  }
}

const INSERT_USER = `insert into fangxing.users (id, name, roles, password_hash, created_at)
  values ($1, $2, $3, $4, $5)`

const WAITING_FOR_LOCKS = `select pid from pg_stat_activity
  where wait_event_type = 'Lock' and datname = current_database()`

/** The owner of a table may do what the table refuses everybody else. */
const EMPTY = `
  alter table fangxing.release_events disable trigger user;
  alter table fangxing.acts disable trigger user;
  truncate fangxing.apps, fangxing.users, fangxing.first_run_tokens, fangxing.packages,
    fangxing.checks, fangxing.check_blocks, fangxing.check_clauses, fangxing.shared_evidence, fangxing.known_pictures, fangxing.terms, fangxing.lexicon_editions, fangxing.settings, fangxing.filing_profiles, fangxing.retro_scans,
    fangxing.acts, fangxing.trials, fangxing.check_policies, fangxing.check_tallies,
    fangxing.clause_tallies, fangxing.text_models cascade;
  alter table fangxing.acts enable trigger user;
  alter table fangxing.release_events enable trigger user`

/** The same server and account, another database. */
export function onDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

async function runSql(url: string, text: string, values: readonly unknown[] = []) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text, [...values])).rows
  } finally {
    await client.end()
  }
}
