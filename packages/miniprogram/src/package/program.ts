/**
 * A mini-program as it would run: its registered pages, the components they reach, and the
 * scripts those load.
 *
 * Files that no registered page reaches are never read. Each file is read and parsed once.
 */

import type { SeenPage } from '@fangxing/contract'
import { type ReadScript, readScript } from '../script/parse-script.ts'
import { resolveRequest } from '../script/resolve.ts'
import { keepForWechat } from './conditional.ts'
import { type ReadManifest, readManifest } from './manifest.ts'
import { joinPath } from './path.ts'
import { findProgramRoot, type ProgramRoot } from './program-root.ts'
import { isSingleFile, scriptBlock } from './single-file.ts'
import type { SourceFile, SourceTree } from './source-tree.ts'
import { readUnit, unitExists } from './unit.ts'
import type { Unit, UnitReader } from './unit.types.ts'

export interface Program {
  readonly tree: SourceTree
  readonly root: ProgramRoot
  readonly manifest: ReadManifest
  readonly pages: readonly ProgramPage[]
  readonly appScript: string | undefined
  readonly resolve: (from: string, request: string) => string | undefined
  /** The source and its reading; nothing when the file is absent or is not text. */
  readonly script: (path: string) => ReadScript | undefined
  /** The script of a cloud function, or nothing when the package does not hold it. */
  readonly cloudFunction: (name: string) => string | undefined
}

export interface ProgramPage extends SeenPage {
  /** The page first, then every component that it reaches. */
  readonly units: readonly Unit[]
}

export function openProgram(tree: SourceTree): Program {
  const root = findProgramRoot(tree)
  const manifest = readManifest(tree, root)
  const inProgram = (path: string) => joinPath(root.folder, path) ?? path
  const resolve = rememberRequests((from, request) =>
    resolveRequest(tree, root.folder, from, request),
  )
  const script = memoise((path) => openScript(tree, path))
  const reader: UnitReader = {
    tree,
    programFolder: root.folder,
    globalComponents: manifest.components,
    sharedComponents: findSharedComponents(tree, root.folder),
    isReact: root.isReact,
    resolve,
    script,
  }

  const readOnce = memoise((path) => readUnit(reader, path))
  return {
    tree,
    root,
    manifest,
    pages: manifest.pages.map(({ path, title, place }) => {
      const units = reachUnits(readOnce, inProgram(path))
      return {
        path,
        place,
        title: units[0]?.title || title,
        exists: unitExists(reader, inProgram(path)),
        units,
      }
    }),
    appScript: ['app.js', 'app.ts', 'app.jsx', 'app.tsx', 'App.vue', 'app.mpx']
      .map(inProgram)
      .find(tree.has),
    resolve,
    script,
    cloudFunction: (name) =>
      ['index.js', 'index.ts', 'app.js']
        .map((file) => `${root.cloudFolder}/${name}/${file}`)
        .find((path) => !name.includes('/') && tree.has(path)),
  }
}

function openScript(tree: SourceTree, path: string): ReadScript | undefined {
  const file = tree.read(path)
  const source = file && scriptOf(file)
  if (source === undefined) return undefined
  const reading = readScript(source)
  if (reading.kind === 'unreadable') tree.refuse(path, reading.because)
  return { source, reading }
}

/** uni-app takes `components/name/name.vue` for the tag `name` without an import. */
function findSharedComponents(
  tree: SourceTree,
  folder: string,
): readonly (readonly [tag: string, unit: string])[] {
  const prefix = folder === '' ? 'components/' : `${folder}/components/`
  return tree.paths().flatMap((path) => {
    const match = path.startsWith(prefix) ? /([\w-]+)\/\1\.n?vue$/.exec(path) : null
    return match?.[1] ? [[match[1], path.replace(/\.\w+$/, '')] as const] : []
  })
}

/** The script of a single-file component; any other file whole. */
function scriptOf(file: SourceFile): SourceFile | undefined {
  if (!isSingleFile(file.path)) return keepForWechat(file)
  return scriptBlock(keepForWechat(file))?.source
}

function reachUnits(read: (path: string) => Unit, first: string): readonly Unit[] {
  const reached = new Map<string, Unit>()
  const waiting = [first]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (reached.has(path)) continue
    const unit = read(path)
    reached.set(path, unit)
    const used = new Set(unit.templates.flatMap(({ elements }) => elements.map(({ tag }) => tag)))
    for (const [tag, component] of unit.components) {
      if (component !== undefined && used.has(tag)) waiting.push(component)
    }
  }
  return [...reached.values()]
}

/** Every run of a page asks for the same modules again. */
function rememberRequests(resolve: Program['resolve']): Program['resolve'] {
  const known = new Map<string, (request: string) => string | undefined>()
  return (from, request) => {
    const inFile = known.get(from) ?? memoise((one) => resolve(from, one))
    known.set(from, inFile)
    return inFile(request)
  }
}

function memoise<Result>(read: (path: string) => Result): (path: string) => Result {
  const results = new Map<string, { readonly result: Result }>()
  return (path) => {
    const known = results.get(path) ?? { result: read(path) }
    results.set(path, known)
    return known.result
  }
}
