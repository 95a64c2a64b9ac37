/**
 * The pool of connections to PostgreSQL, and what every query goes through.
 *
 * Going in, texts lose nothing (see `stored-text.ts`). Coming out, int8 is a number (every one we
 * keep is below 2^53) and jsonb a value. A database that does not answer is STORAGE_UNAVAILABLE;
 * any other refusal of PostgreSQL stays what it is, for whoever asked.
 */

import { AppError } from '@fangxing/contract'
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import type { Database } from './database.ts'
import { fromJson, fromStored, toStored } from './stored-text.ts'

const SCHEMA = 'fangxing'

/** A query must not wait for a connection longer than a person waits for a page. */
const CONNECT_WITHIN_MS = 10_000

/** Classes of SQLSTATE: connection lost, no resources, operator intervention (shutdown, kill). */
const TROUBLE = /^(08|53|57P)/

const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<
  number,
  (text: string) => unknown
>([
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.TEXT, fromStored],
  [pg.types.builtins.JSONB, fromJson],
])

export type Db = Kysely<Database>

export interface Connection {
  readonly db: Db
  readonly pool: pg.Pool
  close(): Promise<void>
}

export function connect(url: string, maxConnections: number): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    application_name: 'fangxing',
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format ?? 'text'),
    },
  })
  // A connection that breaks fails its query, or is replaced by the next one. Without listeners
  // its error event would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))

  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: guarded(pool) }) })
  return { db: db.withSchema(SCHEMA), pool, close: () => db.destroy() }
}

function guarded(pool: pg.Pool): PostgresPool {
  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect().catch(refuseTrouble)
      const query = (sql: string, parameters: readonly unknown[]) =>
        client.query(sql, parameters.map(storable)).catch(refuseTrouble)
      return {
        // The other form, with a cursor, is not asked for: no cursor class is configured.
        query: query as unknown as PostgresPoolClient['query'],
        release: (destroy?: boolean) => client.release(destroy),
      }
    },
    end: () => pool.end(),
  }
}

function storable(parameter: unknown): unknown {
  return typeof parameter === 'string' ? toStored(parameter) : parameter
}

/** For `catch`: trouble with the connection becomes STORAGE_UNAVAILABLE, the rest goes on. */
export function refuseTrouble(error: unknown): never {
  if (isTrouble(error)) throw new AppError('STORAGE_UNAVAILABLE', {}, { cause: error })
  throw error
}

function isTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (sqlStateOf(error) !== null) return TROUBLE.test(sqlStateOf(error) ?? '')
  const code = 'code' in error ? String(error.code) : ''
  return /^E[A-Z]+$/.test(code) || /timeout|terminated|not queryable|ended/i.test(error.message)
}

/** PostgreSQL's five-character code, or null when the error is not PostgreSQL's. */
export function sqlStateOf(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.code ?? null) : null
}

/** The constraint that refused a write, or null. */
export function refusedBy(error: unknown): string | null {
  const refused = sqlStateOf(error)?.startsWith('23')
  return refused && error instanceof pg.DatabaseError ? (error.constraint ?? null) : null
}
