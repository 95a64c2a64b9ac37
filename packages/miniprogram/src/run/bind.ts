/**
 * Takes a value apart along a pattern: parameters, declarations, destructuring assignments.
 */

import type {
  ArrayPattern,
  AssignmentTarget,
  BindingPattern,
  Expression,
  ObjectPattern,
  ParamPattern,
} from 'oxc-parser'
import { nameOfKey } from '../script/name-of-key.ts'
import { evaluate } from './evaluate.ts'
import type { Frame } from './frame.ts'
import { inDoubt, type Machine } from './machine.ts'
import { readProperty } from './property.ts'
import { join, mixed, UNDEFINED, type Value } from './value.ts'

type Pattern =
  | BindingPattern
  | ParamPattern
  | AssignmentTarget
  | { readonly type: 'AssignmentPattern' }

export function bindPattern(
  machine: Machine,
  frame: Frame,
  pattern: Pattern,
  value: Value,
  give: (name: string, value: Value) => void,
): void {
  switch (pattern.type) {
    case 'Identifier':
      give(pattern.name, value)
      break
    case 'AssignmentPattern': {
      const { left, right } = pattern as { left: BindingPattern; right: Expression }
      bindPattern(machine, frame, left, withDefault(machine, frame, value, right), give)
      break
    }
    case 'ObjectPattern':
      bindObject(machine, frame, pattern as ObjectPattern, value, give)
      break
    case 'ArrayPattern':
      bindList(machine, frame, pattern as ArrayPattern, value, give)
      break
    case 'RestElement':
      bindPattern(machine, frame, pattern.argument, value, give)
      break
    case 'TSParameterProperty':
      bindPattern(machine, frame, pattern.parameter, value, give)
      break
  }
}

function bindObject(
  machine: Machine,
  frame: Frame,
  pattern: ObjectPattern,
  value: Value,
  give: (name: string, value: Value) => void,
): void {
  for (const property of pattern.properties) {
    if (property.type === 'RestElement') {
      bindPattern(machine, frame, property.argument, value, give)
      continue
    }
    const name = property.computed ? undefined : nameOfKey(property.key)
    bindPattern(machine, frame, property.value, readProperty(value, name), give)
  }
}

function bindList(
  machine: Machine,
  frame: Frame,
  pattern: ArrayPattern,
  value: Value,
  give: (name: string, value: Value) => void,
): void {
  pattern.elements.forEach((element, index) => {
    if (element === null) return
    const part =
      element.type === 'RestElement' ? mixed([value]) : readProperty(value, String(index))
    bindPattern(machine, frame, element, part, give)
  })
}

function withDefault(machine: Machine, frame: Frame, value: Value, fallback: Expression): Value {
  const mayBeAbsent = value.open || value.constants.includes(undefined)
  if (!mayBeAbsent) return value
  const isAbsent = !value.open && value.things.length === 0 && value.constants.length === 1
  if (isAbsent) return evaluate(machine, frame, fallback)
  const other = inDoubt(machine, () => evaluate(machine, frame, fallback))
  const present = value.constants.filter((one) => one !== undefined)
  return join({ ...value, constants: present }, other === UNDEFINED ? undefined : other)
}
