/**
 * Deals with a PostgreSQL that outlived the server which started it (a kill -9, a power switch).
 *
 * `postmaster.pid` is believed only when that pid is a postgres which works in this very cluster;
 * then it is shut down in good order. A pid that lives on as another program, or only as a zombie,
 * would keep PostgreSQL from starting, so the file is removed; but never while any process still
 * works in the cluster, because that file is what PostgreSQL tells them by.
 * Only called while the directory lock is held, so a leftover has no owner any more.
 */

import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { cannotStart } from './cannot-start.ts'
import type { Log } from './log.ts'

/** Fast shutdown writes a checkpoint: seconds at most. Then without one, and recovery on start. */
const FAST_MS = 20_000
const IMMEDIATE_MS = 10_000
const LOOK_AGAIN_MS = 25

const SOCKET_LOCK = '.s.PGSQL.5432.lock'

export async function stopLeftover(clusterPath: string, log: Log): Promise<void> {
  const file = join(clusterPath, 'postmaster.pid')
  const pid = readPid(file)
  if (pid === null) return
  if (processesIn(clusterPath, pid).includes(pid)) {
    log({
      zh: `上次的服务没有正常退出，数据库进程 ${pid} 仍在运行，先让它停下。`,
      en: `The last server did not end in order; its database, process ${pid}, is stopped first.`,
    })
    await stopPostmaster(pid)
  }
  if (!(await becomes(() => processesIn(clusterPath, pid).length === 0, IMMEDIATE_MS))) {
    const pids = processesIn(clusterPath, pid).join(', ')
    throw cannotStart(`processes of a former database still run in ${clusterPath}: ${pids}`)
  }
  if (!exists(pid)) return
  for (const stale of [file, join(clusterPath, SOCKET_LOCK)]) rmSync(stale, { force: true })
}

/** Fast shutdown, and immediate shutdown when that takes too long. Never SIGKILL. */
export async function stopPostmaster(pid: number): Promise<void> {
  send(pid, 'SIGINT')
  if (await becomes(() => !isAlive(pid), FAST_MS)) return
  send(pid, 'SIGQUIT')
  if (await becomes(() => !isAlive(pid), IMMEDIATE_MS)) return
  throw cannotStart(`the database process ${pid} does not stop`)
}

async function becomes(condition: () => boolean, withinMs: number): Promise<boolean> {
  for (let waitedMs = 0; !condition(); waitedMs += LOOK_AGAIN_MS) {
    if (waitedMs >= withinMs) return false
    await pause(LOOK_AGAIN_MS)
  }
  return true
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // Gone already; whoever asks next sees that.
  }
}

function readPid(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
    return Number.isInteger(pid) && pid > 1 ? pid : null
  } catch {
    return null
  }
}

/** Also true for a process of another user, and for a zombie: the number is taken. */
function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A zombie has ended, only nobody asked for its exit status: a container without an init has them. */
export function isAlive(pid: number): boolean {
  if (!exists(pid)) return false
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return !stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z')
  } catch {
    return !existsSync('/proc/self/stat')
  }
}

/** Every postgres that works in the cluster; where there is no /proc, at most the postmaster. */
function processesIn(clusterPath: string, postmaster: number): readonly number[] {
  if (process.platform === 'linux') {
    const real = realpathSync(clusterPath)
    const pids = readdirSync('/proc').map(Number).filter(Number.isInteger)
    return pids.filter((pid) => worksIn(pid, real))
  }
  return isPostmaster(postmaster, clusterPath) ? [postmaster] : []
}

function worksIn(pid: number, real: string): boolean {
  try {
    if (readlinkSync(`/proc/${pid}/cwd`) !== real) return false
    // After a reinstall the link reads `…/postgres (deleted)`.
    return /^postgres( |$)/.test(basename(readlinkSync(`/proc/${pid}/exe`)))
  } catch {
    return false
  }
}

function isPostmaster(pid: number, clusterPath: string): boolean {
  if (process.platform === 'win32') {
    const answer = spawnSync('tasklist', ['/FI', `PID eq ${pid}`, '/NH'], { encoding: 'utf8' })
    return answer.stdout.includes('postgres.exe')
  }
  const answer = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  return answer.stdout.includes('postgres') && answer.stdout.includes(clusterPath)
}
