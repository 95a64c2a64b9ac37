/**
 * A page or a component of Taro: one script whose JSX is its template.
 *
 * Which components it uses is read from its imports, through files that only hand on what others
 * export. A name of a library keeps the name that the library gives it.
 */

import type { Node, Program } from 'oxc-parser'
import { member, textOf } from '../package/json.ts'
import { componentEntries } from '../package/manifest.ts'
import { isVendored } from '../package/path.ts'
import type { Unit, UnitReader } from '../package/unit.types.ts'
import { nameOfKey } from '../script/name-of-key.ts'
import { configObject } from './config-object.ts'
import { parseJsx } from './parse-jsx.ts'

/** A file that hands on from another that hands on …: real ones do it twice. */
const MAX_HANDS = 5

interface Imported {
  /** The file, absent for a library. */
  readonly file: string | undefined
  /** What the other side calls it; `*` for all of it. */
  readonly name: string
}

export function readReactUnit(reader: UnitReader, path: string, scriptPath: string): Unit {
  const script = reader.script(scriptPath)
  const program = script?.reading.kind === 'script' ? script.reading.program : undefined
  const root = pageConfig(reader, path, program)
  const imports = program ? importsOf(reader, scriptPath, program) : new Map<string, Imported>()
  const own = program ? declaredIn(program) : new Set<string>()
  const components = new Map<string, string | undefined>()
  for (const [local, { file, name }] of imports) {
    const source = file && fileOf(reader, file, name, 0)
    if (source !== undefined && !isVendored(source)) components.set(local, withoutEnding(source))
  }
  for (const [tag] of root ? componentEntries(root.json) : []) components.set(tag, undefined)

  const libraryName = (local: string) => {
    const [first = '', ...rest] = local.split('.')
    if (own.has(first) || components.has(first)) return undefined
    const name = imports.get(first)?.name
    const inside = name === undefined || name === '*' || name === 'default' ? first : name
    return rest.at(-1) ?? inside
  }
  return {
    path,
    flavour: 'react',
    title: textOf(member(root?.json, 'navigationBarTitleText')) ?? '',
    config: root && { source: root.source, root: root.json },
    scriptPath,
    templates: program && script ? [parseJsx(script.source, program, libraryName)] : [],
    components,
  }
}

/** `index.config.ts` beside the page, else the object in the page itself. */
function pageConfig(reader: UnitReader, path: string, program: Program | undefined) {
  const beside = ['.config.ts', '.config.js'].map((ending) => path + ending).find(reader.tree.has)
  const script = beside === undefined ? undefined : reader.script(beside)
  if (script?.reading.kind === 'script') {
    const json = configObject(script.reading.program)
    if (json) return { source: script.source, json }
  }
  const json = program && configObject(program)
  const own = json && reader.script(reactScript(reader, path) ?? '')
  return own && json ? { source: own.source, json } : undefined
}

const ENDINGS = ['.weapp.tsx', '.weapp.jsx', '.weapp.js', '.tsx', '.jsx', '.ts', '.js'] as const

/** The script of a page or component as a build for WeChat takes it. */
export function reactScript({ tree }: UnitReader, path: string): string | undefined {
  return [path, `${path}/index`]
    .flatMap((base) => ENDINGS.map((ending) => base + ending))
    .find(tree.has)
}

function importsOf(
  reader: UnitReader,
  from: string,
  program: Program,
): ReadonlyMap<string, Imported> {
  return new Map(
    program.body.flatMap((node) => {
      if (node.type !== 'ImportDeclaration' || node.importKind === 'type') return []
      const file = reader.resolve(from, node.source.value)
      return node.specifiers.map((one): readonly [string, Imported] => {
        const name =
          one.type === 'ImportNamespaceSpecifier'
            ? '*'
            : one.type === 'ImportDefaultSpecifier'
              ? 'default'
              : nameOfKey(one.imported as Node)
        return [one.local.name, { file, name }]
      })
    }),
  )
}

function declaredIn(program: Program): ReadonlySet<string> {
  return new Set(
    program.body.flatMap((node) => {
      const one =
        node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration'
          ? node.declaration
          : node
      if (one?.type === 'VariableDeclaration')
        return one.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []))
      const isNamed = one?.type === 'FunctionDeclaration' || one?.type === 'ClassDeclaration'
      return isNamed && one.id ? [one.id.name] : []
    }),
  )
}

/** The file in which `name` is written, which may not be the one that exports it. */
function fileOf(reader: UnitReader, file: string, name: string, hands: number): string {
  const reading = reader.script(file)?.reading
  if (hands > MAX_HANDS || reading?.kind !== 'script') return file
  const { program } = reading
  const imports = importsOf(reader, file, program)
  for (const node of program.body) {
    if (node.type !== 'ExportNamedDeclaration') continue
    const given = node.specifiers.find((one) => nameOfKey(one.exported as Node) === name)
    if (given === undefined) continue
    const local = nameOfKey(given.local as Node)
    const imported = node.source
      ? { file: reader.resolve(file, node.source.value), name: local }
      : imports.get(local)
    return imported?.file === undefined
      ? file
      : fileOf(reader, imported.file, imported.name, hands + 1)
  }
  return file
}

/** A unit is named by its path; which of the endings it has is found again. */
function withoutEnding(path: string): string {
  return path.replace(/(\.weapp)?\.\w+$/, '')
}
