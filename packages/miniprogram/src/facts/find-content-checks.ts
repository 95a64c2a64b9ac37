/**
 * Finds the calls of a content-safety API that the program reaches.
 *
 * By SDK name (`….security.msgSecCheck`) or by address (`/wxa/msg_sec_check`). A call on the client
 * (`wx.security…`) does not exist on the platform and is not one. Says nothing about its effect.
 */

import type { ContentCheck } from '@fangxing/contract'
import type { Node } from 'oxc-parser'
import { placeAt } from '../package/source-tree.ts'
import { dottedName } from './find-api-calls.ts'
import type { ReachedScript } from './reach-scripts.ts'

type CheckName = ContentCheck['api']

const ADDRESSES: readonly (readonly [part: string, api: CheckName])[] = [
  ['/wxa/msg_sec_check', 'msgSecCheck'],
  ['/wxa/img_sec_check', 'imgSecCheck'],
  ['/wxa/media_check_async', 'mediaCheckAsync'],
]

const SDK_NAME = /(?:^|\.)security\.(msgSecCheck|imgSecCheck|mediaCheckAsync)$/

export function findContentChecks(scripts: readonly ReachedScript[]): readonly ContentCheck[] {
  return scripts.flatMap(({ source, nodes }) =>
    nodes.flatMap((node) => {
      const api = checkCalledBy(node)
      if (api === undefined) return []
      const version = node.type === 'CallExpression' ? versionOf(node.arguments) : 1
      return [{ api, version, place: placeAt(source, node.start) }]
    }),
  )
}

function checkCalledBy(node: Node): CheckName | undefined {
  if (node.type !== 'CallExpression') return undefined
  const name = dottedName(node.callee)
  if (name !== undefined && !name.startsWith('wx.')) {
    const match = SDK_NAME.exec(name)
    if (match) return match[1] as CheckName
  }
  const [address] = node.arguments
  return address === undefined ? undefined : checkAtAddress(address)
}

/** The API that an address expression names: a literal, a template or a sum that holds its path. */
function checkAtAddress(node: Node): CheckName | undefined {
  const text = addressText(node)
  return ADDRESSES.find(([part]) => text.includes(part))?.[1]
}

function addressText(node: Node): string {
  if (node.type === 'Literal') return String(node.value)
  if (node.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.raw).join('')
  if (node.type === 'BinaryExpression') {
    return (
      (node.left.type === 'Literal' || node.left.type === 'BinaryExpression'
        ? addressText(node.left)
        : '') + addressText(node.right)
    )
  }
  if (node.type !== 'ObjectExpression') return ''
  const url = node.properties.find(
    (one) => one.type === 'Property' && /^(url|uri)$/.test(nameOf(one.key)),
  )
  return url?.type === 'Property' ? addressText(url.value) : ''
}

function versionOf(args: readonly Node[]): 1 | 2 {
  const passes = args.some(
    (argument) =>
      argument.type === 'ObjectExpression' &&
      argument.properties.some(
        (one) =>
          one.type === 'Property' &&
          (nameOf(one.key) === 'version'
            ? isTwo(one.value)
            : /^(data|body|json)$/.test(nameOf(one.key)) && versionOf([one.value]) === 2),
      ),
  )
  return passes ? 2 : 1
}

function nameOf(key: Node): string {
  if (key.type === 'Identifier') return key.name
  return key.type === 'Literal' ? String(key.value) : ''
}

function isTwo(node: Node): boolean {
  return node.type === 'Literal' && (node.value === 2 || node.value === '2')
}
