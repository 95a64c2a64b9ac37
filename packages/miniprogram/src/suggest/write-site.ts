/**
 * The statement that writes, the function it stands in, and the expressions it is given: what has to
 * be known to put a check in front of it.
 */

import type { FilePlace } from '@fangxing/contract'
import type { CallExpression, Expression, Node } from 'oxc-parser'
import { placeAt } from '../package/source-tree.ts'
import { nameOfKey } from '../script/name-of-key.ts'
import type { ReadScript } from '../script/parse-script.ts'
import { childrenOf } from '../script/walk.ts'

export interface WriteSite {
  /** Where the statement, or the body of a short arrow function, begins. */
  readonly start: number
  /** Of a body that is one expression: where it ends. */
  readonly bodyEnd: number | undefined
  /** Where `async` belongs; nothing when the function is asynchronous already. */
  readonly asyncAt: number | undefined
  /** Texts that the call may be carrying, as they are written. */
  readonly contents: readonly string[]
}

interface Path {
  readonly node: Node
  readonly outer: Path | undefined
}

/** More trials than this cost more than the suggestion is worth. */
const MAX_CONTENTS = 8

export function findWriteSite(
  { source, reading }: ReadScript,
  place: FilePlace,
): WriteSite | undefined {
  if (reading.kind !== 'script') return undefined
  const path = pathTo(reading.program, (node) => {
    if (node.type !== 'CallExpression') return false
    const { line, column } = placeAt(source, node.start)
    return line === place.line && column === place.column
  })
  if (path?.node.type !== 'CallExpression') return undefined
  const call = path.node
  const contents = contentsOf(call, source.text)
  for (let at: Path | undefined = path; at?.outer !== undefined; at = at.outer) {
    const around = at.outer.node
    const isBody = around.type === 'ArrowFunctionExpression' && around.body === at.node
    if (isBody && at.node.type !== 'BlockStatement') {
      const { start, end } = at.node
      return { start, bodyEnd: end, asyncAt: asyncAt(at.outer), contents }
    }
    if (around.type !== 'BlockStatement') continue
    const owner = functionAround(at.outer)
    return owner && { start: at.node.start, bodyEnd: undefined, asyncAt: asyncAt(owner), contents }
  }
  return undefined
}

/** The outermost of the calls that begin at one place is the one that was seen. */
function pathTo(program: Node, isMeant: (node: Node) => boolean): Path | undefined {
  const waiting: Path[] = [{ node: program, outer: undefined }]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (isMeant(path.node)) return path
    const outer = path
    for (const node of childrenOf(path.node).toReversed()) waiting.push({ node, outer })
  }
  return undefined
}

function functionAround(from: Path): Path | undefined {
  let at: Path | undefined = from
  while (at !== undefined && !/Function/.test(at.node.type)) at = at.outer
  return at
}

function asyncAt({ node, outer }: Path): number | undefined {
  const isFunction =
    node.type === 'ArrowFunctionExpression' ||
    node.type === 'FunctionExpression' ||
    node.type === 'FunctionDeclaration'
  if (!isFunction || node.async) return undefined
  const holder = outer?.node
  const isMethod =
    (holder?.type === 'Property' && holder.method) || holder?.type === 'MethodDefinition'
  return isMethod ? holder.key.start : node.start
}

/** Names and their members that stand as values of the call's object, then whole names it is given. */
function contentsOf(call: CallExpression, text: string): readonly string[] {
  const written = (node: Node) => text.slice(node.start, node.end)
  const found: string[] = []
  const whole: string[] = []
  const waiting: Node[] = [...call.arguments]
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    if (node.type === 'Identifier') whole.push(`JSON.stringify(${node.name})`)
    if (node.type !== 'ObjectExpression') continue
    for (const property of node.properties) {
      if (property.type !== 'Property') continue
      const { value } = property
      if (nameOfKey(property.key) === 'data') waiting.push(value)
      else if (isName(value)) found.push(written(value))
    }
  }
  return [...new Set([...found, ...whole])].slice(0, MAX_CONTENTS)
}

function isName(node: Expression | Node): boolean {
  if (node.type === 'Identifier' || node.type === 'TemplateLiteral') return true
  return node.type === 'MemberExpression' && !node.computed
}
