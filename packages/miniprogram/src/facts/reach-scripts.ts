/**
 * Every script that a registered page, the app itself or a called cloud function loads.
 *
 * In file order. A cloud function counts as called when its name stands as a literal in a script
 * that is reached, which also sees names passed through wrappers.
 */

import type { Node } from 'oxc-parser'
import { folderOf } from '../package/path.ts'
import type { Program } from '../package/program.ts'
import { compare } from '../package/source-tree.ts'
import type { ReadScript } from '../script/parse-script.ts'
import { walk } from '../script/walk.ts'

export interface ReachedScript extends ReadScript {
  readonly path: string
  /** All nodes in source order; empty for a library. */
  readonly nodes: readonly Node[]
}

export function reachScripts(program: Program): readonly ReachedScript[] {
  const reached = new Map<string, ReachedScript>()
  const waiting = [
    ...(program.appScript ? [program.appScript] : []),
    ...program.pages.flatMap(({ units }) => units.flatMap(({ scriptPath }) => scriptPath ?? [])),
  ]
  const functions = cloudFunctions(program)
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const script = reached.has(path) ? undefined : program.script(path)
    if (script === undefined) continue
    const nodes = script.reading.kind === 'script' ? [...walk(script.reading.program)] : []
    reached.set(path, { path, nodes, ...script })
    for (const node of nodes) {
      const request = requestOf(node)
      const file = request === undefined ? undefined : program.resolve(path, request)
      if (file !== undefined) waiting.push(file)
      const called =
        node.type === 'Literal' && typeof node.value === 'string' && functions.get(node.value)
      if (called) waiting.push(called)
    }
  }
  return [...reached.values()].sort((a, b) => compare(a.path, b.path))
}

/** The request of `require('x')`, `import … from 'x'`, `export … from 'x'` and `import('x')`. */
export function requestOf(node: Node): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
      return node.importKind === 'type' ? undefined : node.source.value
    case 'ExportAllDeclaration':
      return node.source.value
    case 'ExportNamedDeclaration':
      return node.source?.value
    case 'ImportExpression':
      return literal(node.source)
    case 'CallExpression':
      return node.callee.type === 'Identifier' && node.callee.name === 'require'
        ? literal(node.arguments[0])
        : undefined
    default:
      return undefined
  }
}

function literal(node: Node | undefined): string | undefined {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
}

function cloudFunctions({ tree, root, cloudFunction }: Program): ReadonlyMap<string, string> {
  const prefix = `${root.cloudFolder}/`
  const names = tree
    .paths()
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length).split('/')[0] ?? '')
  return new Map(
    [...new Set(names)].flatMap((name) => {
      const path = cloudFunction(name)
      return path !== undefined && folderOf(path) !== '' ? [[name, path] as const] : []
    }),
  )
}
