/**
 * What operators make of values that are known in part.
 *
 * Constants are calculated; anything else is unknown. Only joining texts keeps their content.
 */

import {
  type Constant,
  constant,
  join,
  joinAll,
  marksOf,
  partial,
  UNDEFINED,
  UNKNOWN,
  type Value,
} from './value.ts'

export function applyOperator(operator: string, left: Value, right: Value): Value {
  if (operator === '+') return add(left, right)
  const counted = compareCount(operator, left, right)
  if (counted !== undefined) return counted
  const known = pairs(left, right).map(([a, b]) => calculate(operator, a, b))
  const isWhole = !left.open && !right.open && left.things.length + right.things.length === 0
  if (!isWhole) known.push(...compareWithThings(operator, left, right))
  return joinAll(known) ?? UNKNOWN
}

const TURNED: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' }

/** A number above zero held against zero, from either side; against one where it is the same question. */
function compareCount(operator: string, left: Value, right: Value): Value | undefined {
  if (right.isPositive && !left.isPositive)
    return compareCount(TURNED[operator] ?? operator, right, left)
  const [limit] = right.constants
  const isSure = left.isPositive && right.constants.length === 1 && !right.open
  if (!isSure || right.things.length > 0) return undefined
  if (limit === 0 && /^(>|!==?)$/.test(operator)) return constant(true)
  if (limit === 0 && /^(<=|===?)$/.test(operator)) return constant(false)
  if (limit === 1 && operator === '>=') return constant(true)
  return limit === 1 && operator === '<' ? constant(false) : undefined
}

/** A thing is never equal to a constant; two things may be the same; the open may be anything. */
function compareWithThings(operator: string, left: Value, right: Value): readonly Value[] {
  const isEquality = /^[!=]==?$/.test(operator)
  const sidesMeet = left.open || right.open || (left.things.length > 0 && right.things.length > 0)
  return isEquality && !sidesMeet ? [constant(operator.startsWith('!'))] : [UNKNOWN]
}

export function applyUnary(operator: string, operand: Value): Value {
  if (operator === 'void') return UNDEFINED
  if (operator === 'typeof') return typeNames(operand)
  if (operator === '!' && operand.isPositive) return constant(false)
  const known = operand.constants.map((one) =>
    operator === '!' ? constant(!one) : operator === '-' ? constant(-Number(one)) : UNKNOWN,
  )
  if (operand.things.length > 0) known.push(operator === '!' ? constant(false) : UNKNOWN)
  if (operand.open) known.push(UNKNOWN)
  return joinAll(known) ?? UNKNOWN
}

function typeNames(operand: Value): Value {
  const names = operand.constants.map((one) => constant(one === null ? 'object' : typeof one))
  for (const { kind } of operand.things) {
    names.push(kind === 'native' ? UNKNOWN : constant(kind === 'function' ? 'function' : 'object'))
  }
  if (operand.open) names.push(UNKNOWN)
  return joinAll(names) ?? UNKNOWN
}

/** Joining keeps content and, for addresses, the parts that are known. */
function add(left: Value, right: Value): Value {
  const marks = marksOf([left, right])
  const sums = pairs(left, right).map(([a, b]) =>
    constant(typeof a === 'number' && typeof b === 'number' ? a + b : `${a}${b}`),
  )
  const isWhole = !left.open && !right.open && left.things.length + right.things.length === 0
  if (!isWhole || sums.length === 0) sums.push(...partialSums(left, right))
  const sum = joinAll(sums) ?? UNKNOWN
  return marks.entries.size === 0 ? sum : { ...join(sum, UNKNOWN), ...marks }
}

function partialSums(left: Value, right: Value): readonly Value[] {
  const texts = (value: Value) => {
    const known = [...value.constants.map(String), ...value.partials]
    return known.length > 0 ? known.slice(0, 3) : ['…']
  }
  return texts(left).flatMap((a) => texts(right).map((b) => partial(`${a}${b}`.slice(0, 300))))
}

function pairs(left: Value, right: Value): readonly (readonly [Constant, Constant])[] {
  return left.constants.flatMap((a) => right.constants.map((b) => [a, b] as const))
}

function calculate(operator: string, a: Constant, b: Constant): Value {
  switch (operator) {
    case '===':
      return constant(a === b)
    case '!==':
      return constant(a !== b)
    case '==':
      return constant(looselyEqual(a, b))
    case '!=':
      return constant(!looselyEqual(a, b))
    case '<':
      return constant(Number(a) < Number(b))
    case '>':
      return constant(Number(a) > Number(b))
    case '<=':
      return constant(Number(a) <= Number(b))
    case '>=':
      return constant(Number(a) >= Number(b))
    case '-':
      return constant(Number(a) - Number(b))
    default:
      return UNKNOWN
  }
}

function looselyEqual(a: Constant, b: Constant): boolean {
  const isAbsent = (one: Constant) => one === null || one === undefined
  if (isAbsent(a) || isAbsent(b)) return isAbsent(a) && isAbsent(b)
  return typeof a === typeof b ? a === b : Number(a) === Number(b)
}
