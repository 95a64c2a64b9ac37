/** Faults in how the answer of a check, or its failure, is taken. */

import { CHECKED_CALL, type Fault, replace, text } from './fault.ts'

export const faultsOfAnswers: readonly Fault[] = [
  {
    name: 'the await is dropped',
    edits: (node, code) =>
      node.type === 'AwaitExpression' ? [replace(node, text(code, node.argument))] : [],
  },
  {
    name: 'the return is dropped',
    edits: (node, code) =>
      node.type === 'ReturnStatement' && node.argument
        ? [replace(node, `;${text(code, node.argument)}`)]
        : [],
  },
  {
    name: 'the throw is dropped',
    edits: (node) => (node.type === 'ThrowStatement' ? [replace(node, ';')] : []),
  },
  {
    name: 'the answer is read one level too high',
    edits: (node, code) =>
      node.type === 'MemberExpression' && node.object.type === 'MemberExpression' && !node.computed
        ? [replace(node, `${text(code, node.object.object)}.${text(code, node.property)}`)]
        : [],
  },
  {
    name: 'another field of the answer is read',
    edits: (node) =>
      node.type === 'MemberExpression' &&
      node.property.type === 'Identifier' &&
      /^(suggest|label|errCode|errcode|clean)$/.test(node.property.name)
        ? ['status', 'errMsg'].map((name) => replace(node.property, name))
        : [],
  },
  {
    name: 'the field of the answer is taken under another name',
    edits: (node) =>
      node.type === 'Property' &&
      node.shorthand &&
      node.key.type === 'Identifier' &&
      node.key.name === 'result'
        ? [replace(node, 'data: result')]
        : [],
  },
  {
    name: 'the answer is a constant',
    edits: (node) =>
      node.type === 'Property' &&
      !node.shorthand &&
      /^(MemberExpression|BinaryExpression)$/.test(node.value.type)
        ? [replace(node.value, "'pass'"), replace(node.value, 'true')]
        : [],
  },
  {
    name: 'all is well, whatever the answer',
    edits: (node) =>
      node.type === 'CallExpression' &&
      node.callee.type === 'Identifier' &&
      node.callee.name === 'resolve'
        ? node.arguments.map((argument) => replace(argument, 'true'))
        : [],
  },
]

export const faultsOfErrors: readonly Fault[] = [
  {
    name: 'the error is caught and ignored',
    edits: (node, code) =>
      node.type === 'ExpressionStatement' && /await|check/i.test(text(code, node))
        ? [replace(node, `try { ${text(code, node)} } catch (e) {}`)]
        : [],
  },
  {
    name: 'a failure of the check counts as passed',
    edits: (node, code) => {
      if (node.type !== 'VariableDeclaration' || !/await/.test(text(code, node))) return []
      const [one] = node.declarations
      if (one?.id.type !== 'Identifier' || !one.init) return []
      const { name } = one.id
      return [
        replace(
          node,
          `let ${name} = { errCode: 0, result: { suggest: 'pass', label: 100, clean: true } }; try { ${name} = ${text(code, one.init)} } catch (e) {}`,
        ),
      ]
    },
  },
  {
    name: 'the rejection is swallowed',
    edits: (node, code) =>
      node.type === 'AwaitExpression' && CHECKED_CALL.test(text(code, node))
        ? [
            replace(node.argument, `${text(code, node.argument)}.catch(() => {})`),
            replace(
              node.argument,
              `${text(code, node.argument)}.catch(() => ({ errCode: 0, result: { suggest: 'pass', label: 100, clean: true } }))`,
            ),
          ]
        : [],
  },
  {
    name: 'the catch answers that all is well',
    edits: (node) =>
      node.type === 'CatchClause'
        ? [
            replace(node.body, '{}'),
            replace(node.body, "{ return { errCode: 0, suggest: 'pass', clean: true } }"),
            replace(node.body, '{ return true }'),
          ]
        : [],
  },
  {
    name: 'a reaction runs on failure, too',
    edits: (node, code) => {
      const [reaction] = node.type === 'CallExpression' ? node.arguments : []
      return node.type === 'CallExpression' && reaction && /\.then$/.test(text(code, node.callee))
        ? [
            replace(
              node,
              `${text(code, node.callee)}(${text(code, reaction)}, ${text(code, reaction)})`,
            ),
            replace(
              node,
              `${text(code, node.callee).replace(/then$/, 'finally')}(${text(code, reaction)})`,
            ),
          ]
        : []
    },
  },
]
