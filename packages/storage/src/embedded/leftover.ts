/**
 * Deals with a PostgreSQL that outlived the server which started it (a kill -9, a power switch).
 *
 * `postmaster.pid` is believed only when that pid is a postgres which works in this very cluster;
 * then it is shut down in good order. A live pid that is anything else was given to another
 * program since, and the file is removed: PostgreSQL itself would refuse to start over it.
 * Only called while the directory lock is held, so the leftover has no owner any more.
 */

import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { cannotStart } from './cannot-start.ts'
import type { Log } from './log.ts'

/** Fast shutdown writes a checkpoint: seconds at most. Then without one, and recovery on start. */
const FAST_MS = 20_000
const IMMEDIATE_MS = 10_000
const LOOK_AGAIN_MS = 25

export async function stopLeftover(clusterPath: string, log: Log): Promise<void> {
  const file = join(clusterPath, 'postmaster.pid')
  const pid = readPid(file)
  if (pid === null || !isAlive(pid)) return
  if (!worksIn(pid, clusterPath)) return rmSync(file, { force: true })

  log({
    zh: `上次的服务没有正常退出，数据库进程 ${pid} 仍在运行，先让它停下。`,
    en: `The last server did not end in order; its database, process ${pid}, is stopped first.`,
  })
  await stopPostmaster(pid)
}

/** Fast shutdown, and immediate shutdown when that takes too long. Never SIGKILL. */
export async function stopPostmaster(pid: number): Promise<void> {
  if (await endsAfter(pid, 'SIGINT', FAST_MS)) return
  if (await endsAfter(pid, 'SIGQUIT', IMMEDIATE_MS)) return
  throw cannotStart(`the database process ${pid} does not stop`)
}

async function endsAfter(pid: number, signal: NodeJS.Signals, withinMs: number): Promise<boolean> {
  try {
    process.kill(pid, signal)
  } catch {
    return !isAlive(pid)
  }
  for (let waitedMs = 0; waitedMs < withinMs; waitedMs += LOOK_AGAIN_MS) {
    if (!isAlive(pid)) return true
    await pause(LOOK_AGAIN_MS)
  }
  return false
}

function readPid(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
    return Number.isInteger(pid) && pid > 1 ? pid : null
  } catch {
    return null
  }
}

/** Also true for a process of another user: it exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Ended, and nobody asked for its exit status: a container without an init leaves those. */
function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z')
  } catch {
    return false
  }
}

function worksIn(pid: number, clusterPath: string): boolean {
  if (process.platform === 'linux') {
    try {
      // After a reinstall the link reads `…/postgres (deleted)`.
      const program = basename(readlinkSync(`/proc/${pid}/exe`))
      const isPostgres = program === 'postgres' || program.startsWith('postgres ')
      return isPostgres && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(clusterPath)
    } catch {
      return false
    }
  }
  if (process.platform === 'win32') {
    const answer = spawnSync('tasklist', ['/FI', `PID eq ${pid}`, '/NH'], { encoding: 'utf8' })
    return answer.stdout.includes('postgres.exe')
  }
  const answer = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  return answer.stdout.includes('postgres') && answer.stdout.includes(clusterPath)
}
