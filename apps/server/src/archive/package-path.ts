/**
 * The one form of a path inside a package: relative, `/` between folders, no `.` or `..`.
 *
 * Every reader passes names through here before it looks at the bytes behind them. Pure and total.
 * Refuses what could leave the package on any system; does not ask whether such a file exists.
 */

/** Folders and files that tools leave behind and that are never part of a mini-program. */
const LEFTOVERS = new Set([
  'node_modules',
  '.git',
  '.svn',
  '.hg',
  '__MACOSX',
  '.DS_Store',
  'Thumbs.db',
])

/** A drive letter, also without a slash after it: `C:x` means the current folder of drive C. */
const DRIVE = /^[A-Za-z]:/

/** The package path of a name met in an archive or a folder; empty for the root; `null` when unsafe. */
export function toPackagePath(name: string): string | null {
  const path = name.replaceAll('\\', '/')
  if (path.startsWith('/') || DRIVE.test(path) || hasControlCharacter(path)) return null

  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.')
  return segments.includes('..') ? null : segments.join('/')
}

/** Whether a path lies in or is something that readers leave out, the same in folders and zips. */
export function isLeftover(path: string): boolean {
  return path.split('/').some((segment) => LEFTOVERS.has(segment))
}

/** By UTF-16 units: the same order on every machine and in every language. */
export function byPath(
  [first]: readonly [string, ...unknown[]],
  [second]: readonly [string, ...unknown[]],
): number {
  return first < second ? -1 : first > second ? 1 : 0
}

function hasControlCharacter(path: string): boolean {
  for (let index = 0; index < path.length; index++) {
    const unit = path.charCodeAt(index)
    if (unit < 0x20 || unit === 0x7f) return true
  }
  return false
}
