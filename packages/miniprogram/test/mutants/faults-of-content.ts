/** Faults in what is handed to a check. */

import type { Node } from 'oxc-parser'
import { CHECKED_CALL, type Fault, type Ranged, replace, text } from './fault.ts'

const RENAMED: Readonly<Record<string, string>> = {
  success: 'complete',
  fail: 'success',
  content: 'text',
  msg: 'content',
  text: 'content',
  image: 'fileID',
  version: 'v',
}

export const faultsOfContent: readonly Fault[] = [
  {
    name: 'a constant is checked',
    edits: (node, code) => inCheck(node, code).map((value) => replace(value, "'你好'")),
  },
  {
    name: 'another variable is checked',
    edits: (node, code) => inCheck(node, code).map((value) => replace(value, 'module.id')),
  },
  {
    name: 'a wrong name is used',
    edits: (node, code) => {
      if (node.type !== 'Property' || node.key.type !== 'Identifier') return []
      const name = RENAMED[node.key.name]
      if (name === undefined) return []
      return [
        replace(
          node,
          node.method
            ? text(code, node).replace(node.key.name, name)
            : `${name}: ${text(code, node.value)}`,
        ),
      ]
    },
  },
  {
    name: 'a property is left out',
    edits: (node) =>
      node.type === 'Property' && node.key.type === 'Identifier' && node.key.name in RENAMED
        ? [replace(node, '...{}')]
        : [],
  },
  {
    name: 'another function is called',
    edits: (node) =>
      node.type === 'Property' &&
      node.key.type === 'Identifier' &&
      node.key.name === 'name' &&
      node.value.type === 'Literal'
        ? [replace(node.value, "'login'")]
        : [],
  },
  {
    name: 'the check has another name',
    edits: (node) =>
      node.type === 'Identifier' && /SecCheck$/.test(node.name)
        ? [replace(node, node.name.replace('SecCheck', 'Check'))]
        : [],
  },
  {
    name: 'arguments change places',
    edits: (node, code) => {
      if (node.type !== 'CallExpression' || node.arguments.length < 2) return []
      const [first, second] = node.arguments
      if (!first || !second) return []
      return [
        {
          start: first.start,
          end: second.end,
          text: `${text(code, second)}, ${text(code, first)}`,
        },
      ]
    },
  },
  {
    name: 'the last argument is forgotten',
    edits: (node, code) => {
      const last = node.type === 'CallExpression' ? node.arguments.at(-1) : undefined
      return last && CHECKED_CALL.test(text(code, node)) ? [replace(last, 'undefined')] : []
    },
  },
]

/** What a call hands to a check, by name or by place. */
function inCheck(node: Node, code: string): readonly Ranged[] {
  if (node.type !== 'CallExpression' || !CHECKED_CALL.test(text(code, node.callee))) return []
  return node.arguments.flatMap((argument): readonly Ranged[] => {
    if (argument.type !== 'ObjectExpression') return argument.type === 'Literal' ? [] : [argument]
    return argument.properties.flatMap((one) =>
      one.type === 'Property' &&
      /^(content|msg|text|image|data)$/.test(text(code, one.key)) &&
      !one.shorthand
        ? [one.value]
        : [],
    )
  })
}
