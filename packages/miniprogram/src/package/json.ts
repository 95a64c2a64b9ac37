/**
 * JSON as mini-programs write it, with comments and trailing commas, as a tree with offsets.
 *
 * A refusal names the line. Refuses documents nested deeper than `MAX_DEPTH`, because the reader
 * recurses.
 */

import type { Wording } from '@fangxing/contract'
import { type Node, type ParseError, parseTree } from 'jsonc-parser'
import { malformed, NESTED_TOO_DEEP } from '../because.ts'
import { placeAt, type SourceFile } from './source-tree.ts'

export type JsonNode = Node

/** Real manifests nest about six deep; 200 keeps a hostile one from exhausting the stack. */
const MAX_DEPTH = 200

export type JsonReading =
  | { readonly root: JsonNode }
  | { readonly line: number; readonly because: Wording }

export function readJson(source: SourceFile): JsonReading {
  if (isTooDeep(source.text)) return { line: 1, because: NESTED_TOO_DEEP }
  const errors: ParseError[] = []
  const root = parseTree(source.text, errors, { allowTrailingComma: true })
  const [first] = errors
  if (root === undefined || first !== undefined) {
    const { line } = placeAt(source, first?.offset ?? 0)
    return { line, because: malformed(line) }
  }
  return { root }
}

function isTooDeep(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if (character === '[' || character === '{') depth += 1
    else if (character === ']' || character === '}') depth -= 1
    if (depth > MAX_DEPTH) return true
  }
  return false
}

/** The value at a path of keys, or nothing when any step is absent. */
export function member(
  node: JsonNode | undefined,
  ...keys: readonly string[]
): JsonNode | undefined {
  let at = node
  for (const key of keys) {
    if (at?.type !== 'object') return undefined
    at = at.children?.findLast((property) => property.children?.[0]?.value === key)?.children?.[1]
  }
  return at
}

export function items(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.type === 'array' ? (node.children ?? []) : []
}

export function textOf(node: JsonNode | undefined): string | undefined {
  return node?.type === 'string' ? String(node.value) : undefined
}

export function texts(node: JsonNode | undefined): readonly string[] {
  return items(node).flatMap((item) => textOf(item) ?? [])
}

export function entries(node: JsonNode | undefined): readonly (readonly [string, JsonNode])[] {
  if (node?.type !== 'object') return []
  return (node.children ?? []).flatMap(({ children }) => {
    const [key, value] = children ?? []
    return key && value ? [[String(key.value), value] as const] : []
  })
}
