/**
 * Where the database lies on disk, and how a program of PostgreSQL is started in it.
 *
 * As root on Linux, PostgreSQL runs as another account which often cannot walk to the directory
 * (below /root, say). It need not: it is started with the cluster as its working directory, and
 * knows it by no other name than `/proc/self/cwd`. The data stays where the user wants it.
 */

import { type SpawnOptions, spawnSync } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { cannotStart } from './cannot-start.ts'

/** A cluster of another major version cannot be opened by these programs. */
const MAJOR_VERSION = '18'

export const DATABASE_USER = 'fangxing'

export interface Cluster {
  readonly path: string
  readonly account: Account | null
}

/** How programs are started so that they see the cluster: `-D` takes `seenAs`. */
export function insideOf(cluster: Cluster): { seenAs: string; options: SpawnOptions } {
  const magic = cluster.account !== null && process.platform === 'linux'
  return {
    seenAs: magic ? '/proc/self/cwd' : cluster.path,
    options: {
      cwd: cluster.path,
      ...cluster.account,
      // Nothing of our environment may steer it: no PGDATA, no PGPORT, no locale.
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      windowsHide: true,
    },
  }
}

export function clusterExists(cluster: Cluster): boolean {
  if (!existsSync(cluster.path)) return false
  const version = readVersion(cluster.path)
  if (version === MAJOR_VERSION) return true
  throw cannotStart(
    `${cluster.path} holds a PostgreSQL ${version} cluster, and these programs are ${MAJOR_VERSION}: dump it with the former version of Fangxing and load it here`,
  )
}

/** Makes the cluster, whole or not at all: it gets its name when it is complete. */
export function createCluster(cluster: Cluster, binaries: Binaries, passwordFile: string): void {
  const partial = { ...cluster, path: `${cluster.path}.partial` }
  rmSync(partial.path, { recursive: true, force: true })
  mkdirSync(partial.path, { mode: 0o700 })
  if (cluster.account) {
    chownSync(partial.path, cluster.account.uid, cluster.account.gid)
    chownSync(passwordFile, cluster.account.uid, cluster.account.gid)
  }
  const failure = runInitdb(partial, binaries, passwordFile)
  if (failure !== null) {
    rmSync(partial.path, { recursive: true, force: true })
    throw cannotStart(`initdb failed: ${failure}`)
  }
  renameSync(partial.path, cluster.path)
}

function runInitdb(cluster: Cluster, binaries: Binaries, passwordFile: string): string | null {
  const { seenAs, options } = insideOf(cluster)
  const text = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = [`--username=${DATABASE_USER}`, '--auth-local=trust', '--auth-host=scram-sha-256']
  // Handed over open, because the other account may not be able to walk to it.
  const pwfile = cluster.account ? '/dev/stdin' : passwordFile
  const password = openSync(passwordFile, 'r')
  try {
    const answer = spawnSync(
      binaries.initdb,
      ['-D', seenAs, ...text, '--locale=C', '--data-checksums', ...access, `--pwfile=${pwfile}`],
      { ...options, stdio: [password, 'ignore', 'pipe'], encoding: 'utf8' },
    )
    return answer.status === 0 ? null : (answer.error?.message ?? answer.stderr.trim())
  } finally {
    closeSync(password)
  }
}

function readVersion(path: string): string {
  try {
    return readFileSync(join(path, 'PG_VERSION'), 'utf8').trim()
  } catch (error) {
    throw cannotStart(`${path} cannot be read as this user; who started it before?`, error)
  }
}
