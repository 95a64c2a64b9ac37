/**
 * Brings the schema to what this version of the code needs: the files of `migrations/`, in order.
 *
 * All that is missing is applied in one transaction, under a lock that other processes wait for:
 * several may start at once, and a failed migration leaves nothing. A file that was applied must
 * never change (its checksum is kept). A database written by a later version is refused with
 * STORAGE_TOO_NEW.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { AppError } from '@fangxing/contract'
import type pg from 'pg'
import { sha256 } from './secrets.ts'

export interface Migration {
  /** `NNNN-words`, the file's name without `.sql`. */
  readonly name: string
  readonly sql: string
}

/** Any number that no other user of the database takes for its own advisory lock. */
const LOCK = 7_300_202_611

const FOLDER = new URL('./migrations/', import.meta.url)

export function readMigrations(): readonly Migration[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({
      name: file.slice(0, -'.sql'.length),
      sql: readFileSync(new URL(file, FOLDER), 'utf8'),
    }))
}

/** Returns the names of those that were applied now. */
export async function migrate(
  pool: pg.Pool,
  migrations: readonly Migration[] = readMigrations(),
): Promise<readonly string[]> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [LOCK])
    const missing = findMissing(migrations, await readApplied(client))
    for (const { name, sql } of missing) {
      await client.query(sql)
      await client.query('insert into fangxing.migrations (name, checksum) values ($1, $2)', [
        name,
        sha256(sql),
      ])
    }
    await client.query('commit')
    return missing.map(({ name }) => name)
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

async function readApplied(client: pg.PoolClient): Promise<ReadonlyMap<string, string>> {
  const found = await client.query("select 1 where to_regclass('fangxing.migrations') is not null")
  // Asked first, so that an account that may not create anything can run an up-to-date schema.
  if (found.rowCount === 0) {
    await client.query('create schema if not exists fangxing')
    await client.query(`create table fangxing.migrations (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`)
  }
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from fangxing.migrations',
  )
  return new Map(rows.map(({ name, checksum }) => [name, checksum]))
}

function findMissing(
  migrations: readonly Migration[],
  applied: ReadonlyMap<string, string>,
): readonly Migration[] {
  const known = new Set(migrations.map(({ name }) => name))
  const unknown = [...applied.keys()].filter((name) => !known.has(name))
  if (unknown.length > 0) throw new AppError('STORAGE_TOO_NEW', { unknown })

  return migrations.filter(({ name, sql }) => {
    const checksum = applied.get(name)
    if (checksum !== undefined && checksum !== sha256(sql)) {
      throw new Error(
        `migration ${name} was changed after it was applied: add another file instead`,
      )
    }
    return checksum === undefined
  })
}
