/**
 * Holds a data directory for this process, so that two servers never share one database by mistake.
 *
 * The lock is a SQLite file held in an exclusive transaction: the operating system drops it with
 * the process, however that ends, so a lock can never be stale and no pid has to be believed. It
 * also works on Windows, and between containers that share a volume on one kernel.
 * The pid beside it is only for the sentence that the second one reads.
 */

import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { AppError } from '@fangxing/contract'
import { cannotStart } from './cannot-start.ts'

/** SQLITE_BUSY: someone else holds the lock. */
const BUSY = 5

export interface DirectoryLock {
  release(): void
}

/** Throws STORAGE_LOCKED with the directory and, where known, the holder's pid. */
export function lockDirectory(directory: string): DirectoryLock {
  const pidFile = join(directory, 'fangxing.pid')
  const held = openExclusive(join(directory, 'fangxing.lock'), () => readPid(pidFile), directory)
  writeFileSync(pidFile, `${process.pid}\n`)
  return {
    release() {
      rmSync(pidFile, { force: true })
      held.close()
    },
  }
}

function openExclusive(file: string, holder: () => number | undefined, directory: string) {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file, { timeout: 0 })
    database.exec('BEGIN EXCLUSIVE')
    return database
  } catch (error) {
    database?.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === BUSY) {
      throw new AppError('STORAGE_LOCKED', { directory, pid: holder() }, { cause: error })
    }
    throw cannotStart(`${file} cannot be locked: ${String(error)}`, error)
  }
}

function readPid(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined
  } catch {
    return undefined
  }
}
