/**
 * Ends this child at once, with every program that it has started, and clears away what they left.
 *
 * For when the pool is gone and can do neither: the folder of this child is removed, and the pool's
 * own with the last child. What a program writes at that very moment the next pool clears away.
 */

import { rmdirSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'

/** The first argument of a child is its own folder, which the crew made under this name. */
export const CHILD_FOLDER = 'child-'

export function endGroup(): void {
  const own = process.argv[2] ?? ''
  if (basename(own).startsWith(CHILD_FOLDER)) clear(own)
  if (process.platform === 'win32') process.exit(1)
  // The pool starts each child as the head of a group of its own.
  process.kill(-process.pid, 'SIGKILL')
}

function clear(own: string): void {
  try {
    rmSync(own, { recursive: true, force: true, maxRetries: 5, retryDelay: 40 })
    rmdirSync(dirname(own))
  } catch {
    // Another child is still there, or something in it is still being written.
  }
}
