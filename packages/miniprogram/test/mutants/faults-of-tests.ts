/** Faults in how the answer of a check is tested. */

import type { Node } from 'oxc-parser'
import { type Fault, replace, text } from './fault.ts'

export const faultsOfTests: readonly Fault[] = [
  {
    name: 'the test is turned round',
    edits: (node, code) =>
      isTested(node) ? [replace(node.test, `!(${text(code, node.test)})`)] : [],
  },
  {
    name: 'the test always holds',
    edits: (node) => (isTested(node) ? [replace(node.test, 'true')] : []),
  },
  {
    name: 'the test never holds',
    edits: (node) => (isTested(node) ? [replace(node.test, 'false')] : []),
  },
  {
    name: 'the branch is empty',
    edits: (node) => (node.type === 'IfStatement' ? [replace(node.consequent, '{}')] : []),
  },
  {
    name: 'the test is removed',
    edits: (node, code) =>
      node.type === 'IfStatement'
        ? [replace(node, ''), replace(node, text(code, node.consequent))]
        : [],
  },
  {
    name: 'both branches do the same',
    edits: (node, code) =>
      node.type === 'IfStatement' && node.alternate
        ? [replace(node.alternate, text(code, node.consequent))]
        : [],
  },
  {
    name: 'a comparison is turned round',
    edits: (node, code) =>
      node.type === 'BinaryExpression' && /^[!=]==?$/.test(node.operator)
        ? [
            replace(
              node,
              `${text(code, node.left)} ${node.operator.startsWith('!') ? '===' : '!=='} ${text(code, node.right)}`,
            ),
          ]
        : [],
  },
  {
    name: 'it is compared with the wrong value',
    edits: (node) => {
      if (node.type !== 'BinaryExpression' || node.right.type !== 'Literal') return []
      const { value } = node.right
      if (typeof value === 'number') return [replace(node.right, String(value + 1))]
      return ['ok', 'risky', 'block'].map((word) => replace(node.right, `'${word}'`))
    },
  },
  {
    name: 'and and or are mixed up',
    edits: (node, code) =>
      node.type === 'LogicalExpression'
        ? [
            replace(
              node,
              `${text(code, node.left)} ${node.operator === '&&' ? '||' : '&&'} ${text(code, node.right)}`,
            ),
          ]
        : [],
  },
  {
    name: 'half of the test is left out',
    edits: (node, code) =>
      node.type === 'LogicalExpression'
        ? [replace(node, text(code, node.left)), replace(node, text(code, node.right))]
        : [],
  },
]

function isTested(node: Node) {
  return node.type === 'IfStatement' || node.type === 'ConditionalExpression'
}
