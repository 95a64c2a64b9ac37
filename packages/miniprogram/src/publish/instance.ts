/**
 * A page or component as it stands on the screen: its data, its methods, what the platform adds.
 */

import type { Unit } from '../package/unit.types.ts'
import { callBack } from '../run/call.ts'
import type { Frame } from '../run/frame.ts'
import type { Machine } from '../run/machine.ts'
import { runModule } from '../run/modules.ts'
import { propertiesOf, readProperty, splitPath, writePath, writeProperty } from '../run/property.ts'
import {
  join,
  joinAll,
  list,
  mixed,
  native,
  type ObjectThing,
  thing,
  UNDEFINED,
  UNKNOWN,
  type Value,
} from '../run/value.ts'
import type { Instance } from './instance.types.ts'
import { createVueInstance } from './vue-instance.ts'

export function createInstance(
  machine: Machine,
  frame: Frame,
  unit: Unit,
  others: readonly Instance[],
): Instance {
  if (unit.flavour === 'vue') return createVueInstance(machine, frame, unit, others)
  const config = loadConfig(machine, unit)
  const owner = openObject()
  // mpx reads and writes its data without `data` in between.
  const data = thing(unit.flavour === 'mpx' ? owner : openObject())
  const self = thing(owner)
  const triggered = new Map<string, Value>()

  for (const part of [...behavioursOf(config), config]) {
    for (const [name, value] of propertiesOf(part)) owner.properties.set(name, value)
    for (const [name, value] of propertiesOf(readProperty(part, 'methods')))
      owner.properties.set(name, value)
    for (const [name, value] of propertiesOf(dataOf(part))) writeProperty(data, name, value, true)
    for (const [name] of propertiesOf(readProperty(part, 'properties')))
      writeProperty(data, name, UNKNOWN, true)
  }
  const instance = { unit, self, data, config, triggered }
  for (const [name, value] of platformMembers(machine, frame, instance, others)) {
    owner.properties.set(name, value)
  }
  return instance
}

/** What the platform puts on every page and component. */
function platformMembers(
  machine: Machine,
  frame: Frame,
  { unit, data, triggered }: Instance,
  others: readonly Instance[],
): readonly (readonly [string, Value])[] {
  const select = ([selector]: readonly Value[]) => selectComponents(unit, selector, others)
  const trigger = ([name, detail = UNDEFINED]: readonly Value[]) => {
    for (const one of name?.constants ?? []) {
      triggered.set(String(one), join(detail, triggered.get(String(one))))
    }
    return UNDEFINED
  }
  return [
    ['data', data],
    ['properties', data],
    ['setData', native('setData', (args) => setData(machine, frame, data, args))],
    ['triggerEvent', native('triggerEvent', trigger)],
    ['selectComponent', native('selectComponent', select)],
    ['selectAllComponents', native('selectAllComponents', (args) => list([], select(args)))],
  ]
}

/** The components that a selector may mean: by id or class, else any that the template uses. */
function selectComponents(
  unit: Unit,
  selector: Value | undefined,
  others: readonly Instance[],
): Value {
  const wanted = (selector?.constants ?? []).map((one) => String(one).replace(/^[#.]/, ''))
  const elements = unit.templates.flatMap(({ elements }) => elements)
  const named = elements.filter(({ attributes }) =>
    wanted.some((name) => attributes.id === name || attributes.class?.split(/\s+/).includes(name)),
  )
  const tags = new Set((named.length > 0 ? named : elements).map(({ tag }) => tag))
  const paths = new Set([...tags].map((tag) => unit.components.get(tag)))
  const found = others.filter((other) => other.unit !== unit && paths.has(other.unit.path))
  return joinAll(found.map(({ self }) => self)) ?? UNKNOWN
}

/** What the script hands to `Page`, `Component` or a wrapper of them. */
function loadConfig(machine: Machine, unit: Unit): Value {
  if (unit.scriptPath === undefined) return UNKNOWN
  let config: Value | undefined
  machine.registrations.push((kind, given) => {
    if (kind !== 'app') config = config ? join(given, config) : given
  })
  runModule(machine, unit.scriptPath)
  machine.registrations.pop()
  return config ?? UNKNOWN
}

function dataOf(config: Value): Value {
  return readProperty(config, 'data')
}

function behavioursOf(config: Value): readonly Value[] {
  const behaviours = joinAll(['behaviors', 'mixins'].map((name) => readProperty(config, name)))
  const all = behaviours && readProperty(behaviours, undefined)
  return all ? [all] : []
}

function openObject(): ObjectThing {
  return { kind: 'object', properties: new Map(), rest: undefined, isList: false, isInstance: true }
}

function setData(machine: Machine, frame: Frame, data: Value, args: readonly Value[]): Value {
  const [changes = UNDEFINED, ...rest] = args
  for (const [path, value] of propertiesOf(changes)) writePath(data, splitPath(path), value)
  for (const one of changes.things) {
    if (one.kind === 'object' && one.rest) writeProperty(data, undefined, one.rest, true)
  }
  if (changes.open) writeProperty(data, undefined, mixed([changes]), true)
  callBack(machine, frame, rest, [])
  return UNDEFINED
}
