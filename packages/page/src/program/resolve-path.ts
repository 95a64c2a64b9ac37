/** What a path in a mini-program's source means: relative, from the root, or of an npm package. */

import type { ProgramFiles } from './find-program.ts'

/** The first of the candidates that `exists`, from the nearest; null when there is none. */
export function resolvePath(
  from: string,
  named: string,
  exists: (path: string) => boolean,
): string | null {
  const folder = from.slice(0, Math.max(0, from.lastIndexOf('/')))
  const candidates = named.startsWith('/')
    ? [named.slice(1)]
    : [joinPath(folder, named), ...packageFolders(folder).map((one) => joinPath(one, named)), named]
  return candidates.find(exists) ?? null
}

/** `miniprogram_npm` beside the file and in every folder above it. */
function packageFolders(folder: string): readonly string[] {
  const parts = folder === '' ? [] : folder.split('/')
  return Array.from({ length: parts.length + 1 }, (_, up) =>
    [...parts.slice(0, parts.length - up), 'miniprogram_npm'].join('/'),
  )
}

export function joinPath(folder: string, path: string): string {
  const joined: string[] = []
  for (const part of [...folder.split('/'), ...path.split('/')]) {
    if (part === '..') joined.pop()
    else if (part !== '' && part !== '.') joined.push(part)
  }
  return joined.join('/')
}

/** A script by its path with or without extension, or the index of a folder. */
export function resolveScript(files: ProgramFiles, from: string, named: string): string | null {
  for (const ending of ['', '.js', '.ts', '/index.js', '/index.ts']) {
    const found = resolvePath(from, `${named}${ending}`, (path) => isScript(path, files))
    if (found !== null) return found
  }
  return null
}

function isScript(path: string, files: ProgramFiles): boolean {
  return files.has(path) && /\.(?:js|ts|json)$/.test(path) && !path.endsWith('.d.ts')
}
