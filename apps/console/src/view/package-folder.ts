/**
 * Which files of a chosen folder go into the package, and under which paths.
 *
 * Browsers give paths that begin with the folder's own name: it is taken off. What no mini-program
 * runs is left out, as the command line leaves it out. Pure.
 */

/** Kept by tools and systems; the server leaves them out as well. */
const LEFT_OUT = new Set(['.git', '.svn', '.hg', '.idea', '.vscode', '.DS_Store', 'Thumbs.db'])

/** Taken whole, a folder of packages would be larger than any limit; what is built from it stays. */
const TOO_MUCH = new Set(['node_modules'])

export interface FolderFile {
  /** With `/`, beginning with the name of the chosen folder. */
  readonly path: string
  readonly size: number
}

export interface PackageEntry<Item extends FolderFile> {
  readonly path: string
  readonly file: Item
}

export type FolderRefusal = 'empty' | 'noManifest' | 'tooLarge'

/** Of all files together, unpacked: the server's limit. */
const MAX_BYTES = 256 * 1024 * 1024

export function toEntries<Item extends FolderFile>(
  files: readonly Item[],
): readonly PackageEntry<Item>[] {
  return files
    .map((file) => ({ path: file.path.split('/').slice(1).join('/'), file }))
    .filter(({ path }) => path !== '' && !path.split('/').some(isLeftOut))
    .sort((one, other) => (one.path < other.path ? -1 : 1))
}

function isLeftOut(name: string): boolean {
  return LEFT_OUT.has(name) || TOO_MUCH.has(name)
}

/** A mini-program says what it is in `app.json`, or names the folder of it in its project file. */
export function refusalOfFolder(
  entries: readonly PackageEntry<FolderFile>[],
): FolderRefusal | null {
  if (entries.length === 0) return 'empty'
  if (entries.reduce((sum, { file }) => sum + file.size, 0) > MAX_BYTES) return 'tooLarge'
  const hasManifest = entries.some(({ path }) => /(?:^|\/)app\.json$/.test(path))
  return hasManifest ? null : 'noManifest'
}

export function nameOfFolder(files: readonly FolderFile[]): string {
  return files[0]?.path.split('/')[0] ?? ''
}
