/**
 * A Vue component as it stands on the screen: state, properties and methods side by side.
 *
 * Both styles: the object of options, and `<script setup>`, whose names are those of its script.
 */

import type { Unit } from '../package/unit.types.ts'
import { callBack } from '../run/call.ts'
import type { Frame } from '../run/frame.ts'
import type { Machine } from '../run/machine.ts'
import { runModule } from '../run/modules.ts'
import { propertiesOf, readProperty, writeProperty } from '../run/property.ts'
import {
  joinAll,
  native,
  type ObjectThing,
  object,
  thing,
  UNDEFINED,
  UNKNOWN,
  type Value,
} from '../run/value.ts'
import { callSafely, eventsSentBy, sender } from '../run/vue.ts'
import type { Instance } from './instance.types.ts'

export function createVueInstance(
  machine: Machine,
  frame: Frame,
  unit: Unit,
  others: readonly Instance[],
): Instance {
  const { scriptPath = '' } = unit
  const exports = scriptPath === '' ? UNKNOWN : runModule(machine, scriptPath)
  const config = readProperty(exports, 'default')
  const owner: ObjectThing = {
    kind: 'object',
    properties: machine.scopes.get(scriptPath)?.names ?? new Map(),
    rest: undefined,
    isList: false,
    isInstance: true,
  }
  const self = thing(owner)
  const triggered = eventsSentBy(machine, scriptPath)
  const children = () => joinAll(childrenOf(unit, others).map((one) => one.self))
  for (const [name, value] of members(machine, frame, sender(triggered), children)) {
    owner.properties.set(name, value)
  }
  const mixins = propertiesOf(readProperty(config, 'mixins')).map(([, one]) => one)
  for (const part of [...mixins, config]) addPart(machine, frame, owner, self, part)
  return { unit, self, data: self, config, triggered }
}

function childrenOf(unit: Unit, others: readonly Instance[]): readonly Instance[] {
  const used = new Set(unit.components.values())
  return others.filter((other) => other.unit !== unit && used.has(other.unit.path))
}

/** State is computed last, so that it may call what stands beside it. */
function addPart(
  machine: Machine,
  frame: Frame,
  owner: ObjectThing,
  self: Value,
  part: Value,
): void {
  for (const group of [part, readProperty(part, 'methods')]) {
    for (const [name, value] of propertiesOf(group)) {
      const isCallable = value.things.some(({ kind }) => kind === 'function')
      if (isCallable) owner.properties.set(name, boundTo(self, value))
    }
  }
  const props = readProperty(part, 'props')
  const listed = readProperty(props, undefined).constants.filter((one) => typeof one === 'string')
  for (const name of [...listed, ...propertiesOf(props).map(([key]) => key)]) {
    writeProperty(self, name, UNKNOWN, true)
  }
  for (const name of ['data', 'setup']) {
    const state = callSafely(machine, frame, readProperty(part, name), self)
    owner.properties.delete(name)
    for (const [key, value] of propertiesOf(state)) writeProperty(self, key, value, true)
  }
  for (const [key, value] of propertiesOf(readProperty(part, 'computed'))) {
    writeProperty(self, key, callSafely(machine, frame, value, self), true)
  }
}

/** Vue calls every method with the component as `this`, also from a template. */
function boundTo(self: Value, value: Value): Value {
  const things = value.things.map((one) =>
    one.kind === 'function' && one.node.type !== 'ArrowFunctionExpression' ? { ...one, self } : one,
  )
  return { ...value, things }
}

function members(
  machine: Machine,
  frame: Frame,
  emit: Value,
  children: () => Value | undefined,
): readonly (readonly [string, Value])[] {
  const set = ([target = UNKNOWN, key, value = UNDEFINED]: readonly Value[]) => {
    for (const one of key?.constants ?? []) writeProperty(target, String(one), value, true)
    return value
  }
  const wait = (args: readonly Value[]) => {
    callBack(machine, frame, args, [])
    return UNDEFINED
  }
  return [
    ['$emit', emit],
    ['$set', native('$set', set)],
    ['$nextTick', native('$nextTick', wait)],
    ['$forceUpdate', native('$forceUpdate', () => UNDEFINED)],
    ['$refs', object([], children() ?? UNKNOWN)],
  ]
}
