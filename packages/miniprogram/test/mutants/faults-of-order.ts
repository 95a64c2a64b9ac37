/** Faults in what happens when: statements that are missing, moved or called too early. */

import { type Fault, replace, text } from './fault.ts'

const WRITE = /\.add\(|wx\.request\(|\.publish\(/

export const faultsOfOrder: readonly Fault[] = [
  {
    name: 'a statement is forgotten',
    edits: (node) =>
      node.type === 'ExpressionStatement' || node.type === 'VariableDeclaration'
        ? [replace(node, '')]
        : [],
  },
  {
    name: 'the write comes first',
    edits: (node, code) => {
      if (node.type !== 'BlockStatement') return []
      return node.body.flatMap((statement, index) =>
        index > 0 &&
        WRITE.test(text(code, statement)) &&
        !/\breturn\b|\bcase\b/.test(text(code, statement))
          ? node.body
              .slice(0, index)
              .map((earlier) =>
                replace({ start: earlier.start, end: earlier.start }, `${text(code, statement)};`),
              )
          : [],
      )
    },
  },
  {
    name: 'the write stands behind the branch',
    edits: (node, code) => {
      if (node.type !== 'IfStatement' || node.consequent.type !== 'BlockStatement') return []
      const write = node.consequent.body.find((one) => WRITE.test(text(code, one)))
      return write ? [replace({ start: node.end, end: node.end }, `;${text(code, write)}`)] : []
    },
  },
  {
    name: 'all is any, any is all',
    edits: (node) =>
      node.type === 'Identifier' && /^(every|all)$/.test(node.name)
        ? (node.name === 'every' ? ['some', 'find'] : ['race', 'allSettled']).map((name) =>
            replace(node, name),
          )
        : [],
  },
  {
    name: 'a callback is called at once',
    edits: (node, code) =>
      node.type === 'CallExpression' &&
      /callFunction$/.test(text(code, node.callee)) &&
      /that\.publish/.test(code)
        ? [replace(node, `(that.publish(), ${text(code, node)})`)]
        : [],
  },
  {
    name: 'an early answer comes before the check',
    edits: (node, code) =>
      node.type === 'CallExpression' &&
      /callFunction$/.test(text(code, node.callee)) &&
      /resolve\(/.test(code)
        ? [replace(node, `(resolve(true), ${text(code, node)})`)]
        : [],
  },
]
