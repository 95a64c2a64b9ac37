/**
 * The PostgreSQL process: started in the cluster, awaited until it answers, stopped in good order.
 *
 * It gets a process group of its own, so that Ctrl-C reaches us first and the last requests are
 * still served. It writes to `postgres.log` by itself, so that it never depends on our pipes.
 */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Binaries } from './binaries.ts'
import { cannotStart } from './cannot-start.ts'
import { type Cluster, insideOf } from './cluster.ts'
import type { Endpoint } from './endpoint.ts'
import { stopPostmaster } from './leftover.ts'
import type { Log } from './log.ts'

/** The log starts anew above this size: it is for looking at the last trouble, not an archive. */
const MAX_LOG_BYTES = 10_000_000
/** Crash recovery takes as long as it takes; after this long we say that it is running. */
const SAY_AFTER_MS = 5_000
const LOOK_AGAIN_MS = 20

export interface Postmaster {
  stop(): Promise<void>
}

interface Start {
  readonly cluster: Cluster
  readonly binaries: Binaries
  readonly endpoint: Endpoint
  readonly logFile: string
  readonly log: Log
}

export async function startPostmaster(start: Start): Promise<Postmaster> {
  const { child, said } = launch(start)
  if (await isReady(child, start)) return { stop: () => stop(child, start.binaries, start.cluster) }
  throw cannotStart(`PostgreSQL ended: ${said() || 'see '.concat(start.logFile)}`)
}

function launch({ cluster, binaries, endpoint, logFile }: Start) {
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > MAX_LOG_BYTES) {
    truncateSync(logFile)
  }
  const from = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  const log = openSync(logFile, 'a', 0o600)
  const { seenAs, options } = insideOf(cluster)
  const settings = [...endpoint.settings, 'fsync=on', 'logging_collector=off', 'timezone=UTC']
  const child = spawn(
    binaries.postgres,
    ['-D', seenAs, ...settings.flatMap((setting) => ['-c', setting])],
    { ...options, detached: true, stdio: ['ignore', log, log] },
  )
  child.on('error', () => {}) // Reported by `isReady`: the child then has no pid.
  closeSync(log)
  const said = () => readFileSync(logFile).subarray(from).toString('utf8').trim().slice(-2000)
  return { child, said }
}

/** True when it answers a query, false when it ended before. */
async function isReady(child: ChildProcess, { endpoint, log }: Start): Promise<boolean> {
  if (child.pid === undefined) {
    const [error] = await once(child, 'error')
    throw cannotStart(`PostgreSQL cannot be started: ${String(error)}`, error)
  }
  for (let waitedMs = 0; hasEnded(child) === false; waitedMs += LOOK_AGAIN_MS) {
    if (await answers(endpoint.urlOf('postgres'))) return true
    if (waitedMs === SAY_AFTER_MS) {
      log({
        zh: '数据库正在从上次的中断中恢复，请稍候……',
        en: 'The database recovers from its last interruption; please wait…',
      })
    }
    await pause(LOOK_AGAIN_MS)
  }
  return false
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

async function stop(child: ChildProcess, binaries: Binaries, cluster: Cluster): Promise<void> {
  if (hasEnded(child) || child.pid === undefined) return
  if (process.platform !== 'win32') return stopPostmaster(child.pid)
  // Windows has no such signals; PostgreSQL's own tool knows how to ask there.
  spawn(binaries.pgCtl, ['stop', '-m', 'fast', '-D', cluster.path], { stdio: 'ignore' })
  await once(child, 'exit')
}
