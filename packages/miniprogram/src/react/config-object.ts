/**
 * Configuration that is written as code: `export default defineAppConfig({ … })`, and the `config` of
 * a class, as an object of JSON with the offsets of its source.
 *
 * Names of the same file, spreads and conditions on the platform are followed; whatever else cannot
 * be known without running is left out. Nothing is run.
 */

import type { Expression, Node, ObjectExpression, Program } from 'oxc-parser'
import type { JsonNode } from '../package/json.ts'
import { nameOfKey } from '../script/name-of-key.ts'

/** What a build for WeChat sets. */
const TARO_ENV = 'weapp'

/** A chain of names longer than this is a cycle. */
const MAX_STEPS = 20

/** The object that a configuration file exports, or that a class of the program carries. */
export function configObject(program: Program): JsonNode | undefined {
  const names = constantsOf(program)
  const found = exportedObject(program, names) ?? classConfig(program)
  return found && toJson(found, names, 0)
}

type Constants = ReadonlyMap<string, Expression>

function constantsOf(program: Program): Constants {
  return new Map(
    program.body.flatMap((statement) => {
      const one = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
      if (one?.type !== 'VariableDeclaration') return []
      return one.declarations.flatMap(({ id, init }) =>
        id.type === 'Identifier' && init ? [[id.name, init] as const] : [],
      )
    }),
  )
}

function exportedObject(program: Program, names: Constants): ObjectExpression | undefined {
  for (const statement of program.body) {
    const one =
      statement.type === 'ExportDefaultDeclaration'
        ? (statement.declaration as Node)
        : statement.type === 'ExpressionStatement'
          ? exportedOrDefined(statement.expression)
          : undefined
    const found = one && objectBehind(one, names, 0)
    if (found) return found
  }
  return undefined
}

/** `module.exports = …`, and `definePageConfig(…)` that stands alone in a page. */
function exportedOrDefined(node: Expression): Node | undefined {
  if (node.type === 'CallExpression' && isDefinition(node.callee)) return node
  const isExport =
    node.type === 'AssignmentExpression' &&
    node.left.type === 'MemberExpression' &&
    node.left.object.type === 'Identifier' &&
    node.left.object.name === 'module'
  return isExport ? node.right : undefined
}

function isDefinition(callee: Node): boolean {
  return callee.type === 'Identifier' && /^define(App|Page)Config$/.test(callee.name)
}

function objectBehind(node: Node, names: Constants, step: number): ObjectExpression | undefined {
  if (step > MAX_STEPS) return undefined
  switch (node.type) {
    case 'ObjectExpression':
      return node
    case 'CallExpression':
      return isDefinition(node.callee) && node.arguments[0]
        ? objectBehind(node.arguments[0], names, step + 1)
        : undefined
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return objectBehind(node.expression, names, step + 1)
    case 'Identifier': {
      const named = names.get(node.name)
      return named && objectBehind(named, names, step + 1)
    }
    default:
      return undefined
  }
}

/** `class App extends Component { config = { … } }`, the first version's way. */
function classConfig(program: Program): ObjectExpression | undefined {
  for (const statement of program.body) {
    const one =
      statement.type === 'ExportDefaultDeclaration' || statement.type === 'ExportNamedDeclaration'
        ? statement.declaration
        : statement
    if (one?.type !== 'ClassDeclaration') continue
    for (const member of one.body.body) {
      const isConfig = member.type === 'PropertyDefinition' && nameOfKey(member.key) === 'config'
      if (isConfig && member.value?.type === 'ObjectExpression') return member.value
    }
  }
  return undefined
}

function toJson(node: Node, names: Constants, step: number): JsonNode | undefined {
  if (step > MAX_STEPS) return undefined
  const at = { offset: node.start, length: node.end - node.start }
  const inner = (part: Node) => toJson(part, names, step + 1)
  switch (node.type) {
    case 'Literal':
      return literalJson(node.value, at)
    case 'TemplateLiteral':
      return { type: 'string', value: node.quasis.map(({ value }) => value.raw).join('…'), ...at }
    case 'ObjectExpression':
      return { type: 'object', children: propertiesJson(node, names, step), ...at }
    case 'ArrayExpression': {
      const items = node.elements.flatMap((item) => itemsJson(item, names, step))
      return { type: 'array', children: items, ...at }
    }
    case 'ConditionalExpression':
      return inner(holds(node.test) === false ? node.alternate : node.consequent)
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return inner(node.expression)
    case 'Identifier': {
      const named = names.get(node.name)
      return named && inner(named)
    }
    default:
      return undefined
  }
}

type Spot = Pick<JsonNode, 'offset' | 'length'>

function literalJson(value: unknown, at: Spot): JsonNode | undefined {
  const type = value === null ? 'null' : typeof value
  const isPlain = type === 'string' || type === 'number' || type === 'boolean' || type === 'null'
  return isPlain ? { type, value, ...at } : undefined
}

function propertiesJson(node: ObjectExpression, names: Constants, step: number): JsonNode[] {
  return node.properties.flatMap((property): JsonNode[] => {
    if (property.type === 'SpreadElement') {
      const spread = toJson(property.argument, names, step + 1)
      return spread?.type === 'object' ? (spread.children ?? []) : []
    }
    const value = property.computed ? undefined : toJson(property.value, names, step + 1)
    if (value === undefined) return []
    const key: JsonNode = {
      type: 'string',
      value: nameOfKey(property.key),
      offset: property.key.start,
      length: property.key.end - property.key.start,
    }
    const { start, end } = property
    return [{ type: 'property', offset: start, length: end - start, children: [key, value] }]
  })
}

function itemsJson(item: Node | null, names: Constants, step: number): JsonNode[] {
  if (item === null) return []
  const found = toJson(item.type === 'SpreadElement' ? item.argument : item, names, step + 1)
  if (found === undefined) return []
  return item.type === 'SpreadElement' ? (found.children ?? []) : [found]
}

/** `process.env.TARO_ENV === 'weapp'`; nothing when the condition is about anything else. */
function holds(test: Node): boolean | undefined {
  if (test.type !== 'BinaryExpression' || !/^[!=]==?$/.test(test.operator)) return undefined
  const sides = [test.left, test.right] as readonly Node[]
  const isEnvironment = sides.some(
    (side) =>
      side.type === 'MemberExpression' &&
      !side.computed &&
      side.property.type === 'Identifier' &&
      side.property.name === 'TARO_ENV',
  )
  const named = sides.find((side) => side.type === 'Literal')
  if (!isEnvironment || named?.type !== 'Literal') return undefined
  return (named.value === TARO_ENV) === test.operator.startsWith('=')
}
