/**
 * Follows an expression: what may it stand for, and what happens on the way.
 *
 * Every kind of expression of the language; what is not followed (generators, tagged templates)
 * is unknown and keeps the content of its parts.
 */

import type {
  AssignmentExpression,
  Expression,
  MemberExpression,
  ObjectExpression,
  TemplateLiteral,
} from 'oxc-parser'
import { nameOfKey } from '../script/name-of-key.ts'
import { bindPattern } from './bind.ts'
import { evaluateCall, evaluateNew } from './call.ts'
import { createClass } from './classes.ts'
import type { Frame } from './frame.ts'
import { evaluateJsx } from './jsx.ts'
import { countStep, inDoubt, type Machine } from './machine.ts'
import { requireModule } from './modules.ts'
import { applyOperator, applyUnary } from './operators.ts'
import { awaitValue } from './promises.ts'
import { propertiesOf, readProperty, writeProperty } from './property.ts'
import { assign, lookUp } from './scope.ts'
import { readMember, truthIn } from './truth.ts'
import {
  constant,
  type FunctionThing,
  join,
  joinAll,
  list,
  mixed,
  native,
  object,
  partial,
  thing,
  UNDEFINED,
  UNKNOWN,
  type Value,
} from './value.ts'

export function evaluate(machine: Machine, frame: Frame, node: Expression): Value {
  countStep(machine)
  switch (node.type) {
    case 'Literal':
      return evaluateLiteral(node.value)
    case 'Identifier':
      return evaluateName(frame, node.name)
    case 'ThisExpression':
      return frame.self
    case 'TemplateLiteral':
      return evaluateTemplate(machine, frame, node)
    case 'MemberExpression':
      return readMember(machine, evaluate(machine, frame, node.object), keyOf(machine, frame, node))
    case 'ChainExpression':
      return evaluate(machine, frame, node.expression)
    case 'CallExpression':
      return evaluateCall(machine, frame, node)
    case 'NewExpression':
      return evaluateNew(machine, frame, node)
    case 'ObjectExpression':
      return evaluateObject(machine, frame, node)
    case 'ArrayExpression':
      return evaluateArray(machine, frame, node.elements)
    case 'FunctionExpression':
    case 'FunctionDeclaration':
    case 'ArrowFunctionExpression':
      return evaluateFunction(frame, node)
    case 'ClassExpression':
    case 'ClassDeclaration':
      return createClass(machine, frame, node)
    case 'AwaitExpression':
      return awaitValue(machine, frame, evaluate(machine, frame, node.argument))
    default:
      return evaluateOperation(machine, frame, node)
  }
}

/** An arrow function keeps the `this` of the place where it stands. */
function evaluateFunction(frame: Frame, node: FunctionThing['node']): Value {
  const self = node.type === 'ArrowFunctionExpression' ? frame.self : undefined
  return thing({ kind: 'function', node, scope: frame.scope, file: frame.file, self })
}

function evaluateOperation(machine: Machine, frame: Frame, node: Expression): Value {
  switch (node.type) {
    case 'AssignmentExpression':
      return evaluateAssignment(machine, frame, node)
    case 'BinaryExpression': {
      const left =
        node.left.type === 'PrivateIdentifier' ? UNKNOWN : evaluate(machine, frame, node.left)
      return applyOperator(node.operator, left, evaluate(machine, frame, node.right))
    }
    case 'LogicalExpression':
      return evaluateLogical(machine, frame, node.operator, node.left, node.right)
    case 'ConditionalExpression':
      return evaluateChoice(machine, frame, node.test, node.consequent, node.alternate)
    case 'UnaryExpression':
      return applyUnary(node.operator, evaluate(machine, frame, node.argument))
    case 'UpdateExpression':
      if (node.argument.type === 'Identifier') {
        assign(frame.scope, node.argument.name, UNKNOWN, true)
      }
      return UNKNOWN
    case 'SequenceExpression':
      return node.expressions.map((part) => evaluate(machine, frame, part)).at(-1) ?? UNDEFINED
    default:
      return evaluateWrapped(machine, frame, node)
  }
}

function evaluateWrapped(machine: Machine, frame: Frame, node: Expression): Value {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'TSNonNullExpression':
    case 'TSInstantiationExpression':
    case 'ParenthesizedExpression':
      return evaluate(machine, frame, node.expression)
    case 'YieldExpression':
      return node.argument
        ? awaitValue(machine, frame, evaluate(machine, frame, node.argument))
        : UNKNOWN
    case 'ImportExpression': {
      const request = evaluate(machine, frame, node.source).constants[0]
      return typeof request === 'string' ? requireModule(machine, frame.file, request) : UNKNOWN
    }
    case 'JSXElement':
    case 'JSXFragment':
      return evaluateJsx(machine, frame, node)
    case 'TaggedTemplateExpression':
      return mixed(node.quasi.expressions.map((part) => evaluate(machine, frame, part)))
    default:
      return UNKNOWN
  }
}

function evaluateLiteral(value: unknown): Value {
  const isKnown = value === null || /^(string|number|boolean)$/.test(typeof value)
  return isKnown ? constant(value as string | number | boolean | null) : UNKNOWN
}

function evaluateName(frame: Frame, name: string): Value {
  if (name === 'undefined') return UNDEFINED
  // The two clouds differ in name only.
  return lookUp(frame.scope, name) ?? native(name === 'uniCloud' ? 'cloud' : name)
}

function evaluateTemplate(machine: Machine, frame: Frame, node: TemplateLiteral): Value {
  let text = constant(node.quasis[0]?.value.cooked ?? '')
  node.expressions.forEach((expression, index) => {
    const after = constant(node.quasis[index + 1]?.value.cooked ?? '')
    text = applyOperator('+', text, evaluate(machine, frame, expression))
    text = applyOperator('+', text, after)
  })
  return text.constants.length > 0 || text.partials.length > 0 ? text : join(text, partial('…'))
}

/** The name of the property a member expression means, when it is known. */
export function keyOf(machine: Machine, frame: Frame, node: MemberExpression): string | undefined {
  if (!node.computed) return node.property.name
  const key = evaluate(machine, frame, node.property)
  const [only] = key.constants
  return key.constants.length === 1 && !key.open && only !== undefined ? String(only) : undefined
}

function evaluateObject(machine: Machine, frame: Frame, node: ObjectExpression): Value {
  const made = object([])
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      copyProperties(evaluate(machine, frame, property.argument), made)
      continue
    }
    const value = evaluate(machine, frame, property.value)
    const names = property.computed
      ? evaluate(machine, frame, property.key as Expression).constants.map(String)
      : [nameOfKey(property.key)]
    if (names.length === 0) writeProperty(made, undefined, value, true)
    for (const name of names) writeProperty(made, name, value, names.length > 1)
  }
  return made
}

export function copyProperties(from: Value, to: Value): void {
  for (const [name, value] of propertiesOf(from)) writeProperty(to, name, value, false)
  const rests = from.things.flatMap((one) => (one.kind === 'object' && one.rest ? [one.rest] : []))
  if (from.open) rests.push(mixed([from]))
  for (const rest of rests) writeProperty(to, undefined, rest, true)
}

type ListItem =
  | Expression
  | { readonly type: 'SpreadElement'; readonly argument: Expression }
  | null

function evaluateArray(machine: Machine, frame: Frame, elements: readonly ListItem[]): Value {
  const items: Value[] = []
  let rest: Value | undefined
  for (const element of elements) {
    if (element?.type === 'SpreadElement') {
      const spread = readProperty(evaluate(machine, frame, element.argument), undefined)
      rest = join(spread, rest)
    } else if (element) items.push(evaluate(machine, frame, element))
  }
  return rest === undefined ? list(items) : list([], joinAll([...items, rest]))
}

function evaluateAssignment(machine: Machine, frame: Frame, node: AssignmentExpression): Value {
  const { left, operator } = node
  if (/^(\|\||&&|\?\?)=$/.test(operator)) {
    const value = inDoubt(machine, () => evaluate(machine, frame, node.right))
    inDoubt(machine, () => store(machine, frame, left, value))
    return value
  }
  const right = evaluate(machine, frame, node.right)
  const isPattern = left.type === 'ObjectPattern' || left.type === 'ArrayPattern'
  const value =
    operator === '=' || isPattern
      ? right
      : applyOperator(operator.slice(0, -1), evaluate(machine, frame, left as Expression), right)
  store(machine, frame, left, value)
  return value
}

function store(
  machine: Machine,
  frame: Frame,
  target: AssignmentExpression['left'],
  value: Value,
): void {
  if (target.type === 'Identifier') assign(frame.scope, target.name, value, machine.doubt > 0)
  else if (target.type === 'MemberExpression') {
    const owner = evaluate(machine, frame, target.object)
    writeProperty(owner, keyOf(machine, frame, target), value, machine.doubt > 0)
  } else if (target.type === 'ObjectPattern' || target.type === 'ArrayPattern') {
    bindPattern(machine, frame, target, value, (name, part) =>
      assign(frame.scope, name, part, machine.doubt > 0),
    )
  }
}

function evaluateLogical(
  machine: Machine,
  frame: Frame,
  operator: string,
  left: Expression,
  right: Expression,
): Value {
  const first = evaluate(machine, frame, left)
  const decided = operator === '??' ? isPresent(first) : truthIn(machine, first)
  const staysLeft = operator === '&&' ? decided === false : decided === true
  if (staysLeft) return first
  if (decided !== undefined) return evaluate(machine, frame, right)
  return join(
    inDoubt(machine, () => evaluate(machine, frame, right)),
    first,
  )
}

function isPresent(value: Value): boolean | undefined {
  if (value.open) return undefined
  const isAbsent = value.constants.some((one) => one === null || one === undefined)
  if (!isAbsent) return true
  return value.things.length === 0 &&
    value.constants.every((one) => one === null || one === undefined)
    ? false
    : undefined
}

function evaluateChoice(
  machine: Machine,
  frame: Frame,
  test: Expression,
  consequent: Expression,
  alternate: Expression,
): Value {
  const truth = truthIn(machine, evaluate(machine, frame, test))
  if (truth !== undefined) return evaluate(machine, frame, truth ? consequent : alternate)
  const before = machine.checked
  const yes = inDoubt(machine, () => evaluate(machine, frame, consequent))
  const afterYes = machine.checked
  machine.checked = before
  const no = inDoubt(machine, () => evaluate(machine, frame, alternate))
  machine.checked = new Set([...afterYes, ...machine.checked])
  return join(yes, no)
}
