/**
 * Starts the PostgreSQL that npm brought along, in a data directory, and keeps it to this process.
 *
 * In `directory`: `postgres/` is the cluster, `postgres.log` what it says, `fangxing.lock` the
 * lock. The first start makes the cluster (a few seconds). fsync and data checksums are on.
 * Throws STORAGE_LOCKED when another process holds the directory, STORAGE_CANNOT_START with a
 * sentence otherwise. Stop it, or the next start will have to stop it first.
 */

import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { chooseAccount } from './account.ts'
import { findBinaries } from './binaries.ts'
import { cannotStart } from './cannot-start.ts'
import { clusterExists, createCluster } from './cluster.ts'
import { lockDirectory } from './directory-lock.ts'
import { type Endpoint, loopbackEndpoint, socketEndpoint } from './endpoint.ts'
import { stopLeftover } from './leftover.ts'
import type { Log } from './log.ts'
import { startPostmaster } from './postmaster.ts'

const DATABASE_NAME = 'fangxing'

export interface EmbeddedOptions {
  readonly directory: string
  readonly log: Log
  /** A loopback port with a password instead of a socket. Default: only where there are no sockets. */
  readonly listen?: 'socket' | 'loopback'
}

export interface EmbeddedPostgres {
  /** For `openStorage`, and for `psql` on this machine. */
  readonly url: string
  /** Fast shutdown; then the directory is free. Close every storage on it before. */
  stop(): Promise<void>
}

export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const directory = resolve(options.directory)
  makeDirectory(directory)
  const lock = lockDirectory(directory)
  try {
    const running = await start({ ...options, directory })
    return {
      url: running.url,
      async stop() {
        await running.stop()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true })
  } catch (error) {
    throw cannotStart(`${directory} cannot be made a directory: ${String(error)}`, error)
  }
}

async function start({ directory, log, listen }: EmbeddedOptions) {
  const path = join(directory, 'postgres')
  const cluster = { path, account: chooseAccount(path) }
  const binaries = findBinaries(directory, cluster.account)
  const passwordFile = join(directory, 'postgres.password')
  const password = ownPassword(passwordFile)
  if (clusterExists(cluster)) {
    await stopLeftover(path, log)
  } else {
    log({
      zh: '首次启动：正在建立内置数据库，约几秒……',
      en: 'First start: making the embedded database, a few seconds…',
    })
    createCluster(cluster, binaries, passwordFile)
  }
  const byPort = (listen ?? (process.platform === 'win32' ? 'loopback' : 'socket')) === 'loopback'
  const endpoint = byPort ? await loopbackEndpoint(password) : socketEndpoint(path)
  try {
    const logFile = join(directory, 'postgres.log')
    const postmaster = await startPostmaster({ cluster, binaries, endpoint, logFile, log })
    await ensureDatabase(endpoint)
    return {
      url: endpoint.urlOf(DATABASE_NAME),
      async stop() {
        await postmaster.stop()
        endpoint.remove()
      },
    }
  } catch (error) {
    endpoint.remove()
    throw error
  }
}

/** Only needed on a port; kept so that a cluster can be opened either way. */
function ownPassword(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

async function ensureDatabase(endpoint: Endpoint): Promise<void> {
  const client = new pg.Client({ connectionString: endpoint.urlOf('postgres') })
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [
      DATABASE_NAME,
    ])
    if (found.rowCount === 0) await client.query(`create database ${DATABASE_NAME}`)
  } finally {
    await client.end()
  }
}
