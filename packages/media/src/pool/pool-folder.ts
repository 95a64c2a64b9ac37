/**
 * The one temporary folder of a pool, and the clearing away of those whose pool was killed.
 */

import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

/** The process id stands in the name, so that a later pool can tell that nobody uses it. */
const NAME = /^fangxing-media-(\d+)-/
/** Of this process: after a restart in a container another one had the same number. */
const opened = new Set<string>()

export async function openPoolFolder(): Promise<string> {
  for (const name of await readdir(tmpdir())) {
    const [, id] = NAME.exec(name) ?? []
    if (id === undefined || isUsed(name, Number(id))) continue
    // Of another user, or cleared away by another pool at the same moment: not ours to mind.
    await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined)
  }
  const folder = await mkdtemp(join(tmpdir(), `fangxing-media-${process.pid}-`))
  opened.add(basename(folder))
  return folder
}

function isUsed(name: string, id: number): boolean {
  return id === process.pid ? opened.has(name) : isRunning(id)
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
