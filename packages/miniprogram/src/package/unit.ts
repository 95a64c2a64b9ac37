/**
 * A page or a component with the files that make it: template, script, the templates it includes,
 * the components it uses.
 */

import { NESTED_TOO_DEEP } from '../because.ts'
import { parseTemplate, type Template } from '../template/parse-template.ts'
import { type JsonNode, member, readJson, textOf } from './json.ts'
import { componentEntries } from './manifest.ts'
import { folderOf, isVendored, joinPath } from './path.ts'
import type { SourceFile, SourceTree } from './source-tree.ts'

export interface Unit {
  /** Relative to the package root, without extension. */
  readonly path: string
  readonly title: string
  /** Its own JSON file, absent when there is none or it cannot be read. */
  readonly config: { readonly source: SourceFile; readonly root: JsonNode } | undefined
  readonly scriptPath: string | undefined
  /** Its own template first, then those it includes, each once. */
  readonly templates: readonly Template[]
  /** Path of the unit behind a tag; absent for a library component. */
  readonly components: ReadonlyMap<string, string | undefined>
}

export interface UnitReader {
  readonly tree: SourceTree
  readonly programFolder: string
  readonly globalComponents: readonly (readonly [tag: string, path: string])[]
}

const TEMPLATE_ENDINGS = ['.wxml', '.swan'] as const
const SCRIPT_ENDINGS = ['.js', '.ts'] as const

export function readUnit(reader: UnitReader, path: string): Unit {
  const { tree } = reader
  const config = tree.read(`${path}.json`)
  const json = config && readJson(config)
  const root = json && 'root' in json ? json.root : undefined
  if (config && json && !('root' in json)) tree.refuse(config.path, json.because)

  const own = root === undefined ? [] : componentEntries(root)
  const components = new Map<string, string | undefined>()
  for (const [tag, written] of reader.globalComponents) {
    components.set(tag, resolveComponent(reader, `${reader.programFolder}/app`, written))
  }
  for (const [tag, written] of own) components.set(tag, resolveComponent(reader, path, written))

  return {
    path,
    title: textOf(member(root, 'navigationBarTitleText')) ?? '',
    config: config && root && { source: config, root },
    scriptPath: firstOf(tree, path, SCRIPT_ENDINGS),
    templates: readTemplates(tree, reader.programFolder, firstOf(tree, path, TEMPLATE_ENDINGS)),
    components,
  }
}

export function unitExists(tree: SourceTree, path: string): boolean {
  return (
    firstOf(tree, path, TEMPLATE_ENDINGS) !== undefined &&
    firstOf(tree, path, SCRIPT_ENDINGS) !== undefined
  )
}

function firstOf(tree: SourceTree, path: string, endings: readonly string[]): string | undefined {
  const ending = endings.find((candidate) => tree.has(path + candidate))
  return ending === undefined ? undefined : path + ending
}

function resolveComponent(
  { tree, programFolder }: UnitReader,
  from: string,
  written: string,
): string | undefined {
  if (/^(plugin|dynamicLib|ext):\/\//.test(written)) return undefined
  const bases = written.startsWith('/')
    ? [joinPath(programFolder, written)]
    : [joinPath(folderOf(from), written), joinPath(programFolder, written)]
  for (const base of bases) {
    if (base === undefined || isVendored(base)) continue
    const found = [base, `${base}/index`].find(
      (path) => firstOf(tree, path, TEMPLATE_ENDINGS) !== undefined,
    )
    if (found !== undefined) return found
  }
  return undefined
}

/** Follows `<import>` and `<include>`; each file once, so that a cycle ends. */
function readTemplates(
  tree: SourceTree,
  programFolder: string,
  first: string | undefined,
): readonly Template[] {
  const read = new Map<string, Template>()
  const waiting = first === undefined ? [] : [first]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const source = read.has(path) ? undefined : tree.read(path)
    if (source === undefined) continue
    const template = parseTemplate(source)
    read.set(path, template)
    if (template.isCutShort) tree.refuse(path, NESTED_TOO_DEEP)
    for (const { tag, attributes } of template.elements) {
      const src = tag === 'import' || tag === 'include' ? attributes.src : undefined
      if (src === undefined) continue
      const folder = src.startsWith('/') ? programFolder : folderOf(path)
      const target = joinPath(folder, src)
      if (target === undefined) continue
      const written = TEMPLATE_ENDINGS.map((ending) => target + ending)
      const found = [target, ...written].find((candidate) => tree.has(candidate))
      if (found !== undefined) waiting.push(found)
    }
  }
  return [...read.values()]
}
