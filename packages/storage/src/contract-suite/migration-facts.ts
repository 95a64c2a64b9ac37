/** Facts about bringing a database to the present schema. */

import assert from 'node:assert/strict'
import pg from 'pg'
import { migrate, readMigrations } from '../migrate.ts'
import { openStorage } from '../open-storage.ts'
import { withCode } from './refused.ts'
import type { Facts, Shelf } from './shelf.ts'

const MIGRATIONS = readMigrations()

async function withPool<Result>(
  { url }: Shelf,
  use: (pool: pg.Pool) => Promise<Result>,
): Promise<Result> {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  try {
    return await use(pool)
  } finally {
    await pool.end()
  }
}

export const migrationFacts: Facts = {
  async 'four processes that open an empty database migrate it once'(shelf) {
    const own = await shelf.separate()
    await own.sql('drop schema fangxing cascade')
    const applied = await Promise.all(
      Array.from({ length: 4 }, () => withPool(own, (pool) => migrate(pool))),
    )
    assert.deepEqual(
      applied.flat(),
      MIGRATIONS.map(({ name }) => name),
    )
  },

  async 'a migration that fails leaves nothing, and the next try succeeds'(shelf) {
    const own = await shelf.separate()
    const first = { name: '9001-good', sql: 'create table fangxing.first (n int)' }
    const bad = { name: '9002-bad', sql: 'create table fangxing.second (n int); select 1/0' }
    const good = { name: '9002-bad', sql: 'create table fangxing.second (n int)' }
    const migrateWith = (...more: { name: string; sql: string }[]) =>
      withPool(own, (pool) => migrate(pool, [...MIGRATIONS, ...more]))

    await assert.rejects(migrateWith(first, bad), /division by zero/)
    const tables = await own.sql("select to_regclass('fangxing.first') as found")
    assert.equal(tables[0]?.found, null)
    assert.deepEqual(await migrateWith(first, good), ['9001-good', '9002-bad'])
  },

  async 'a migration that changed after it was applied is refused'(shelf) {
    const changed = MIGRATIONS.map(({ name, sql }) => ({ name, sql: `${sql}\n-- later` }))
    await assert.rejects(
      withPool(shelf, (pool) => migrate(pool, changed)),
      /was changed after it was applied/,
    )
  },

  async 'a database of a later version is refused'(shelf) {
    const own = await shelf.separate()
    await own.sql("insert into fangxing.migrations values ('9999-later', 'x')")
    await assert.rejects(openStorage({ url: own.url }), withCode('STORAGE_TOO_NEW'))
  },

  async 'a database that does not answer is unavailable'() {
    const url = 'postgresql://nobody@127.0.0.1:1/nothing'
    await assert.rejects(openStorage({ url }), withCode('STORAGE_UNAVAILABLE'))
  },

  async 'a closed storage says that it does not answer'({ url }) {
    const storage = await openStorage({ url })
    assert.equal(await storage.isReachable(), true)
    await storage.close()
    assert.equal(await storage.isReachable(), false)
  },
}
