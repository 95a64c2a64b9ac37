/**
 * Folders in which files of strangers lie while they are looked at.
 *
 * Each is removed with its work. What a process that was killed left behind, another removes: no work
 * takes an hour.
 */

import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PREFIX = 'fangxing-media-check-'
const LEFT_AFTER_MS = 3_600_000

export async function inWorkFolder<Result>(
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), PREFIX))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Returns how many there were. Those of other accounts stay. */
export async function removeLeftFolders(now: number, parent: string = tmpdir()): Promise<number> {
  const names = (await readdir(parent)).filter((name) => name.startsWith(PREFIX))
  let removed = 0
  for (const name of names) {
    try {
      const folder = join(parent, name)
      if ((await stat(folder)).mtimeMs > now - LEFT_AFTER_MS) continue
      await rm(folder, { recursive: true })
      removed += 1
    } catch {
      // Somebody else's, or gone already.
    }
  }
  return removed
}
