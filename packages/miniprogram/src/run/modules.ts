/**
 * Modules while a program is followed: `require`, `import`, `export`.
 *
 * A module runs once per run; a cycle sees what has been exported so far. A library and an npm
 * package are names of which nothing is known.
 */

import type { ExportNamedDeclaration, ImportDeclaration, Node, Statement } from 'oxc-parser'
import { nameOfKey } from '../script/name-of-key.ts'
import { bindPattern } from './bind.ts'
import { evaluate } from './evaluate.ts'
import { declareVariables, execute, executeAll } from './execute.ts'
import type { Frame } from './frame.ts'
import type { Machine } from './machine.ts'
import { readProperty, writeProperty } from './property.ts'
import { declare, lookUp, openScope } from './scope.ts'
import { native, object, UNDEFINED, UNKNOWN, type Value } from './value.ts'

/** Packages that only give the platform another name. */
const PLATFORM_MODULES: ReadonlyMap<string, string> = new Map([
  ['wx-server-sdk', 'cloud'],
  ['@tarojs/taro', 'Taro'],
  ['remax/wechat', 'wx'],
])

export function requireModule(machine: Machine, from: string, request: string): Value {
  const platform = PLATFORM_MODULES.get(request)
  if (platform !== undefined) return native(platform)
  const path = machine.program.resolve(from, request)
  if (path === undefined) return native(`npm:${request}`)
  return runModule(machine, path)
}

export function runModule(machine: Machine, path: string): Value {
  const known = machine.modules.get(path)
  if (known) return readProperty(known, 'exports')
  const script = machine.program.script(path)
  if (script?.reading.kind !== 'script') {
    const library = object([['exports', native(`lib:${path}`)]])
    machine.modules.set(path, library)
    return readProperty(library, 'exports')
  }

  const module = object([['exports', object([])]])
  machine.modules.set(path, module)
  const scope = openScope()
  machine.scopes.set(path, scope)
  declare(scope, 'module', module)
  declare(scope, 'exports', readProperty(module, 'exports'))
  declare(scope, 'require', native('require'))
  const frame: Frame = { scope, self: UNDEFINED, file: path, pending: undefined }
  const { body } = script.reading.program
  const before = machine.file
  machine.file = path
  for (const statement of body) {
    if (statement.type === 'ImportDeclaration') importNames(machine, frame, statement)
  }
  executeAll(machine, frame, body)
  machine.file = before
  return readProperty(module, 'exports')
}

function importNames(machine: Machine, frame: Frame, node: ImportDeclaration): void {
  if (node.importKind === 'type') return
  const exported = requireModule(machine, frame.file, node.source.value)
  for (const specifier of node.specifiers) {
    const value =
      specifier.type === 'ImportNamespaceSpecifier'
        ? exported
        : specifier.type === 'ImportDefaultSpecifier'
          ? defaultOf(exported)
          : readProperty(exported, nameOfKey(specifier.imported as Node))
    declare(frame.scope, specifier.local.name, value)
  }
}

/** A CommonJS module has no `default`: the whole of it is meant. */
function defaultOf(exported: Value): Value {
  const owner = exported.things.find((one) => one.kind === 'object')
  return owner?.kind === 'object' && !owner.properties.has('default')
    ? exported
    : readProperty(exported, 'default')
}

/** Follows an `export` statement; any other statement is left alone. */
export function declareExport(machine: Machine, frame: Frame, node: Statement): void {
  const exports = lookUp(frame.scope, 'exports') ?? UNKNOWN
  if (node.type === 'ExportDefaultDeclaration') {
    const { declaration } = node
    if (declaration.type === 'TSInterfaceDeclaration') return
    const value =
      declaration.type === 'FunctionDeclaration' && declaration.id
        ? (lookUp(frame.scope, declaration.id.name) ?? UNKNOWN)
        : evaluate(machine, frame, declaration as never)
    writeProperty(exports, 'default', value, false)
  } else if (node.type === 'ExportAllDeclaration') {
    const from = requireModule(machine, frame.file, node.source.value)
    for (const one of from.things) {
      if (one.kind !== 'object') continue
      for (const [name, value] of one.properties) writeProperty(exports, name, value, false)
    }
  } else if (node.type === 'ExportNamedDeclaration') exportNames(machine, frame, node, exports)
  else if (node.type === 'TSExportAssignment') {
    const module = lookUp(frame.scope, 'module') ?? UNKNOWN
    writeProperty(module, 'exports', evaluate(machine, frame, node.expression), false)
  }
}

function exportNames(
  machine: Machine,
  frame: Frame,
  node: ExportNamedDeclaration,
  exports: Value,
): void {
  const { declaration } = node
  const give = (name: string) =>
    writeProperty(exports, name, lookUp(frame.scope, name) ?? UNKNOWN, false)
  if (declaration?.type === 'VariableDeclaration') {
    declareVariables(machine, frame, declaration)
    for (const { id } of declaration.declarations) bindPattern(machine, frame, id, UNKNOWN, give)
  } else if (declaration?.type === 'FunctionDeclaration' && declaration.id)
    give(declaration.id.name)
  else if (declaration?.type === 'ClassDeclaration' && declaration.id) {
    execute(machine, frame, declaration)
    give(declaration.id.name)
  }
  const from = node.source ? requireModule(machine, frame.file, node.source.value) : undefined
  for (const { local, exported } of node.specifiers) {
    const name = nameOfKey(local as Node)
    const value = from
      ? name === 'default'
        ? defaultOf(from)
        : readProperty(from, name)
      : (lookUp(frame.scope, name) ?? UNKNOWN)
    writeProperty(exports, nameOfKey(exported as Node), value, false)
  }
}
