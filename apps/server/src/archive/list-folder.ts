/**
 * The files of a folder on disk with their sizes, before a single byte of them is read.
 *
 * Takes a folder; returns its files by path. Follows a link only to what lies inside the folder,
 * and a folder never into itself. A link that leads out is refused by name, because leaving it out
 * silently would judge another package than the one that runs; a link to nothing is left out.
 * Sockets, pipes and devices are left out. Refuses more entries than `maxFiles`, links included.
 */

import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { AppError } from '@fangxing/contract'
import type { PackageLimits } from './limits.ts'
import { isLeftover, toPackagePath } from './package-path.ts'

export interface ListedFile {
  readonly path: string
  /** Where the bytes are on this machine. */
  readonly location: string
  readonly sizeBytes: number
}

interface Walk {
  readonly root: string
  readonly limits: PackageLimits
  readonly files: ListedFile[]
  entryCount: number
}

/** A folder on the way down: its package path and the real folders above it. */
interface Step {
  readonly path: string
  readonly location: string
  readonly above: ReadonlySet<string>
}

export async function listFolder(
  directory: string,
  limits: PackageLimits,
): Promise<readonly ListedFile[]> {
  const root = await realpath(directory).catch((cause: unknown) => {
    throw new AppError('FILE_NOT_FOUND', { file: directory }, { cause })
  })
  if (!(await stat(root)).isDirectory()) {
    throw new AppError('PACKAGE_UNREADABLE', { file: directory, reason: 'notAFolder' })
  }

  const walk: Walk = { root, limits, files: [], entryCount: 0 }
  await visit(walk, { path: '', location: root, above: new Set() })
  return walk.files.sort((first, second) => (first.path < second.path ? -1 : 1))
}

async function visit(walk: Walk, step: Step): Promise<void> {
  const entries = await readdir(step.location, { withFileTypes: true }).catch((cause: unknown) => {
    throw new AppError('FILE_UNREADABLE', { file: step.path || walk.root }, { cause })
  })

  for (const entry of entries) {
    const path = step.path === '' ? entry.name : `${step.path}/${entry.name}`
    if (isLeftover(entry.name)) continue
    if (toPackagePath(path) !== path) throw new AppError('PACKAGE_PATH_UNSAFE', { file: path })
    walk.entryCount++
    if (walk.entryCount > walk.limits.maxFiles) {
      throw new AppError('PACKAGE_HAS_TOO_MANY_FILES', { maxFiles: walk.limits.maxFiles })
    }
    await visitEntry(walk, { ...step, path, location: join(step.location, entry.name) }, entry)
  }
}

async function visitEntry(walk: Walk, step: Step, entry: Dirent): Promise<void> {
  const location = entry.isSymbolicLink() ? await findTarget(walk, step) : step.location
  if (location === null) return

  const found = await stat(location).catch((cause: unknown) => {
    throw new AppError('FILE_UNREADABLE', { file: step.path }, { cause })
  })
  if (found.isFile()) walk.files.push({ path: step.path, location, sizeBytes: found.size })
  if (!found.isDirectory()) return

  const real = await realpath(location)
  if (step.above.has(real) || real === walk.root) return
  await visit(walk, { path: step.path, location, above: new Set(step.above).add(real) })
}

/** What a link leads to, or `null` when it leads to nothing. */
async function findTarget(walk: Walk, step: Step): Promise<string | null> {
  const target = await realpath(step.location).catch(() => null)
  if (target === null || target === walk.root || target.startsWith(walk.root + sep)) return target
  throw new AppError('PACKAGE_HAS_LINK', { file: step.path })
}
