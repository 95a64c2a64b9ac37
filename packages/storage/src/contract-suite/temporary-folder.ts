/**
 * An empty folder for a cluster that lives as long as a test, in memory where there is room.
 *
 * Making a cluster syncs a thousand files: seconds on a busy disk, nothing to learn from.
 */

import { mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
/** A cluster with its log takes 100 MB; containers often have 64 MB in all. */
const ROOM_BYTES = 2_000_000_000

export function makeTemporaryFolder(): string {
  return mkdtempSync(join(hasRoom(MEMORY) ? MEMORY : tmpdir(), 'fangxing-test-'))
}

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize > ROOM_BYTES
  } catch {
    return false
  }
}
