/**
 * Finds the mini-program in a folder: its root, its platform, the pages that it registers.
 *
 * The root is what `project.config.json` names, else the nearest folder with an `app.json` that has
 * pages. Forms that need a compiler of their own (Taro, uni-app, mpx) have none: null.
 */

import { type JsonObject, readJson, toList, toObject, toText } from './read-json.ts'

export type ProgramFiles = ReadonlyMap<string, Uint8Array>

export interface Program {
  readonly platform: 'wechat' | 'baidu'
  /** Files of the program, by path from its root. */
  readonly files: ProgramFiles
  readonly app: JsonObject
  /** Registered pages in their order, subpackages last. */
  readonly pages: readonly string[]
}

export function findProgram(files: ProgramFiles): Program | null {
  const root = findRoot(files)
  if (root === null) return null
  const own = new Map(
    [...files].flatMap(([path, bytes]) =>
      path.startsWith(root) ? [[path.slice(root.length), bytes] as const] : [],
    ),
  )
  const app = readJson(own.get('app.json'))
  const isBaidu =
    files.has('project.swan.json') || [...own.keys()].some((path) => path.endsWith('.swan'))
  return { platform: isBaidu ? 'baidu' : 'wechat', files: own, app, pages: listPages(app) }
}

function findRoot(files: ProgramFiles): string | null {
  for (const name of ['project.config.json', 'project.swan.json']) {
    const settings = readJson(files.get(name))
    const named = toText(settings.miniprogramRoot) ?? toText(settings.smartProgramRoot) ?? ''
    const root = named.replace(/^\.?\//, '').replace(/\/?$/, '/')
    if (hasPages(files.get(`${root}app.json`))) return root
  }
  const found = [...files.keys()]
    .filter((path) => path === 'app.json' || path.endsWith('/app.json'))
    .filter((path) => !path.includes('node_modules/') && hasPages(files.get(path)))
    .sort((one, other) => one.length - other.length)[0]
  return found === undefined ? null : found.slice(0, -'app.json'.length)
}

function hasPages(bytes: Uint8Array | undefined): boolean {
  return listPages(readJson(bytes)).length > 0
}

function listPages(app: JsonObject): readonly string[] {
  const main = toList(app.pages).map(toPagePath)
  const packages = [...toList(app.subPackages), ...toList(app.subpackages)].flatMap((one) => {
    const { root, pages } = toObject(one)
    const folder = (toText(root) ?? '').replace(/^\/|\/$/g, '')
    return toList(pages).map((page) => `${folder}/${toPagePath(page)}`)
  })
  return [...new Set([...main, ...packages])].filter((path) => path !== '' && !path.endsWith('/'))
}

/** Baidu also writes a page as an object. */
function toPagePath(page: unknown): string {
  return (toText(page) ?? toText(toObject(page).path) ?? '').replace(/^\/|\\/g, '')
}
