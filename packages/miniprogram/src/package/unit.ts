/**
 * A page or a component with the files that make it: template, script, the templates it includes,
 * the components it uses.
 */

import { NESTED_TOO_DEEP } from '../because.ts'
import { reactScript, readReactUnit } from '../react/read-react-unit.ts'
import { resolveRequest } from '../script/resolve.ts'
import { parseTemplate, type Template } from '../template/parse-template.ts'
import { keepForWechat } from './conditional.ts'
import { member, readJson, textOf } from './json.ts'
import { componentEntries } from './manifest.ts'
import { folderOf, isVendored, joinPath } from './path.ts'
import { isSingleFile, jsonBlock, scriptBlock, sourceOf, templateBlock } from './single-file.ts'
import type { SourceFile, SourceTree } from './source-tree.ts'
import type { Unit, UnitReader } from './unit.types.ts'

const SINGLE_FILE_ENDINGS = ['.vue', '.nvue', '.mpx'] as const
const TEMPLATE_ENDINGS = ['.wxml', '.swan'] as const
const SCRIPT_ENDINGS = ['.js', '.ts'] as const

export function readUnit(reader: UnitReader, path: string): Unit {
  const { tree } = reader
  const isNative = firstOf(tree, path, TEMPLATE_ENDINGS) !== undefined
  const single = isNative ? undefined : firstOf(tree, path, SINGLE_FILE_ENDINGS)
  if (single !== undefined) return readSingleFileUnit(reader, path, single)
  const script = isNative || !reader.isReact ? undefined : reactScript(reader, path)
  return script === undefined ? readNativeUnit(reader, path) : readReactUnit(reader, path, script)
}

function readNativeUnit(reader: UnitReader, path: string): Unit {
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
    flavour: 'native',
    title: textOf(member(root, 'navigationBarTitleText')) ?? '',
    config: config && root && { source: config, root },
    scriptPath: firstOf(tree, path, SCRIPT_ENDINGS),
    templates: readTemplates(tree, reader.programFolder, firstOf(tree, path, TEMPLATE_ENDINGS)),
    components,
  }
}

export function unitExists(reader: UnitReader, path: string): boolean {
  const { tree } = reader
  return (
    (reader.isReact && reactScript(reader, path) !== undefined) ||
    firstOf(tree, path, SINGLE_FILE_ENDINGS) !== undefined ||
    (firstOf(tree, path, TEMPLATE_ENDINGS) !== undefined &&
      firstOf(tree, path, SCRIPT_ENDINGS) !== undefined)
  )
}

function readSingleFileUnit(reader: UnitReader, path: string, filePath: string): Unit {
  const { tree, programFolder } = reader
  const whole = tree.read(filePath)
  const file = whole && keepForWechat(whole)
  const template = file && templateBlock(file)
  const script = file && scriptBlock(file)
  const json = file && jsonBlock(file)?.source
  const reading = json && readJson(json)
  const root = reading && 'root' in reading ? reading.root : undefined
  const external = script && sourceOf(script)
  const imported = script ? importedComponents(reader, filePath, script.source.text) : []
  const declared = (root ? componentEntries(root) : []).map(
    ([tag, written]) => [tag, resolveComponent(reader, path, written)] as const,
  )
  return {
    path,
    flavour: filePath.endsWith('.mpx') ? 'mpx' : 'vue',
    title: textOf(member(root, 'navigationBarTitleText')) ?? '',
    config: json && root && { source: json, root },
    scriptPath: external ? resolveRequest(tree, programFolder, filePath, external) : filePath,
    templates: template ? [readTemplate(tree, template.source)] : [],
    components: new Map([...imported, ...reader.sharedComponents, ...declared]),
  }
}

/** `import CommentBox from './comment-box.vue'`, under both spellings of its tag. */
function importedComponents(
  { tree, programFolder }: UnitReader,
  from: string,
  text: string,
): readonly (readonly [string, string | undefined])[] {
  return [...text.matchAll(/\bimport\s+([A-Za-z_$][\w$]*)\s+from\s+["']([^"']+)["']/g)].flatMap(
    ([, name = '', request = '']) => {
      const path = resolveRequest(tree, programFolder, from, request)
      if (path === undefined || !isSingleFile(path)) return []
      const unit = isVendored(path) ? undefined : path.replace(/\.\w+$/, '')
      const kebab = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()
      return [[name, unit] as const, [kebab, unit] as const]
    },
  )
}

function readTemplate(tree: SourceTree, source: SourceFile): Template {
  const template = parseTemplate(source)
  if (template.isCutShort) tree.refuse(source.path, NESTED_TOO_DEEP)
  return template
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
      (path) => firstOf(tree, path, [...TEMPLATE_ENDINGS, ...SINGLE_FILE_ENDINGS]) !== undefined,
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
    const template = readTemplate(tree, source)
    read.set(path, template)
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
