/**
 * Finds every call of the platform's API, by its dotted name.
 *
 * `wx.chooseMedia`, `wx.cloud.callFunction`, `cloud.openapi.security.msgSecCheck`; also a name
 * that is handed to a wrapper (`promisify(wx.login)`). In a library by pattern, one per name.
 */

import type { ApiCall } from '@fangxing/contract'
import type { Node } from 'oxc-parser'
import { placeAt } from '../package/source-tree.ts'
import type { ReachedScript } from './reach-scripts.ts'

const PLATFORM = /^(wx|swan|uni|Taro|my|tt)\./
const LIBRARY_CALL = /\b(?:wx|swan|uni)(?:\.[a-zA-Z]{2,40}){1,3}(?=\()/g

export function findApiCalls(scripts: readonly ReachedScript[]): readonly ApiCall[] {
  return scripts.flatMap((script) =>
    script.reading.kind === 'library' ? callsInLibrary(script) : callsInScript(script),
  )
}

function callsInScript({ source, nodes }: ReachedScript): readonly ApiCall[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'CallExpression') return []
    return [node.callee, ...node.arguments].flatMap((part) => {
      const name = platformName(part)
      return name === undefined ? [] : [{ name, place: placeAt(source, part.start) }]
    })
  })
}

function callsInLibrary({ source }: ReachedScript): readonly ApiCall[] {
  const first = new Map<string, number>()
  for (const match of source.text.matchAll(LIBRARY_CALL)) {
    if (!first.has(match[0])) first.set(match[0], match.index)
  }
  return [...first].map(([name, at]) => ({ name, place: placeAt(source, at) }))
}

function platformName(node: Node): string | undefined {
  const name = dottedName(node)
  if (name === undefined) return undefined
  const openapi = name.indexOf('openapi.')
  if (openapi >= 0) return `cloud.${name.slice(openapi)}`
  return PLATFORM.test(name) ? name : undefined
}

/** `a.b.c` for a chain of plain members, nothing for anything else. */
export function dottedName(node: Node): string | undefined {
  const parts: string[] = []
  let at: Node = node
  while (at.type === 'MemberExpression' || at.type === 'ChainExpression') {
    if (at.type === 'ChainExpression') {
      at = at.expression
      continue
    }
    if (at.computed || at.property.type !== 'Identifier') return undefined
    parts.push(at.property.name)
    at = at.object
  }
  if (at.type !== 'Identifier' || parts.length === 0) return undefined
  return [at.name, ...parts.reverse()].join('.')
}
