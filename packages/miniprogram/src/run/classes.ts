/**
 * Classes: what `class` makes, and what `new` makes of it.
 */

import type { Class } from 'oxc-parser'
import { nameOfKey } from '../script/name-of-key.ts'
import { callFunction } from './call.ts'
import { evaluate } from './evaluate.ts'
import type { Frame } from './frame.ts'
import type { Machine } from './machine.ts'
import { declare, openScope } from './scope.ts'
import { type FunctionThing, type ObjectThing, thing, UNDEFINED, type Value } from './value.ts'

export function createClass(machine: Machine, frame: Frame, node: Class): Value {
  const parent = node.superClass ? evaluate(machine, frame, node.superClass) : undefined
  const inherited = parent?.things.find((one) => one.kind === 'function')?.definition?.prototype
  const prototype = emptyObject(inherited)
  const statics = emptyObject()
  const scope = openScope(frame.scope)
  let construct: FunctionThing['node'] | undefined

  for (const member of node.body.body) {
    if (member.type !== 'MethodDefinition') continue
    if (member.kind === 'constructor') construct = member.value
    const method = thing({
      kind: 'function',
      node: member.value,
      scope,
      file: frame.file,
      self: undefined,
    })
    const owner = member.static ? statics : prototype
    if (member.kind === 'method') owner.properties.set(nameOfKey(member.key), method)
  }
  const made = thing({
    kind: 'function',
    node: construct ?? EMPTY_FUNCTION,
    scope,
    file: frame.file,
    self: undefined,
    definition: { node, prototype, statics, parent },
  })
  if (node.id) declare(scope, node.id.name, made)
  const inner = { ...frame, scope, self: made }
  for (const member of node.body.body) {
    if (member.type !== 'PropertyDefinition' || !member.static || !member.value) continue
    statics.properties.set(nameOfKey(member.key), evaluate(machine, inner, member.value))
  }
  return made
}

export function construct(
  machine: Machine,
  frame: Frame,
  made: FunctionThing,
  args: readonly Value[],
  /** What stands on the object before its constructor runs. */
  members: readonly (readonly [string, Value])[] = [],
): Value {
  const owner = emptyObject(made.definition?.prototype)
  for (const [name, value] of members) owner.properties.set(name, value)
  const self = thing(owner)
  initialise(machine, frame, made, self)
  callFunction(machine, frame, made, self, args)
  return self
}

/** Field initialisers, those of the parents first. */
function initialise(machine: Machine, frame: Frame, made: FunctionThing, self: Value): void {
  const { definition } = made
  if (!definition) return
  const parent = definition.parent?.things.find((one) => one.kind === 'function')
  if (parent?.definition) initialise(machine, frame, parent, self)
  const owner = self.things.find((one) => one.kind === 'object')
  const inner: Frame = { scope: made.scope, self, file: made.file, pending: undefined }
  for (const member of definition.node.body.body) {
    if (member.type !== 'PropertyDefinition' || member.static) continue
    const value = member.value ? evaluate(machine, inner, member.value) : UNDEFINED
    owner?.properties.set(nameOfKey(member.key), value)
  }
}

function emptyObject(prototype?: ObjectThing): ObjectThing {
  const made = { kind: 'object', properties: new Map(), rest: undefined, isList: false } as const
  return prototype ? { ...made, prototype, isInstance: true } : { ...made, isInstance: true }
}

/** Stands for the constructor of a class that has none. */
const EMPTY_FUNCTION: FunctionThing['node'] = {
  type: 'FunctionExpression',
  id: null,
  generator: false,
  async: false,
  params: [],
  body: { type: 'BlockStatement', body: [], start: 0, end: 0 },
  expression: false,
  start: 0,
  end: 0,
}
