/**
 * Which file a `require` or `import` means.
 *
 * Relative requests, requests from the program root (`/utils/x`, `@/utils/x`, `@utils/x`) and, as the
 * platform allows, bare ones that name a file. Anything else is an npm package and stays unresolved.
 */

import { folderOf, joinPath } from '../package/path.ts'
import type { SourceTree } from '../package/source-tree.ts'

const ENDINGS = [
  '',
  '.weapp.tsx',
  '.weapp.ts',
  '.weapp.jsx',
  '.weapp.js',
  '.js',
  '.ts',
  '.jsx',
  '.tsx',
  '.vue',
  '.mpx',
  '/index.weapp.tsx',
  '/index.weapp.js',
  '/index.js',
  '/index.ts',
  '/index.jsx',
  '/index.tsx',
  '/index.vue',
] as const

export function resolveRequest(
  tree: SourceTree,
  programFolder: string,
  from: string,
  request: string,
): string | undefined {
  const bases = request.startsWith('.')
    ? [joinPath(folderOf(from), request)]
    : [
        joinPath(programFolder, request.replace(/^[@~]\/?/, '')),
        request.startsWith('/') ? undefined : joinPath(folderOf(from), request),
      ]
  for (const base of bases) {
    const found =
      base === undefined ? undefined : ENDINGS.find((ending) => isScript(tree, base + ending))
    if (found !== undefined) return base + found
  }
  return undefined
}

function isScript(tree: SourceTree, path: string): boolean {
  return /\.([jt]sx?|vue|nvue|mpx)$/.test(path) && !path.endsWith('.d.ts') && tree.has(path)
}
