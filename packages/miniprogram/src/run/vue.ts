/**
 * The functions of Vue's composition API, also under the names that tools import by themselves.
 *
 * A reference is an object with a `value`; what is written to it is added to what was there,
 * because handlers run in any order.
 */

import { callBack, callValue } from './call.ts'
import { type Frame, NeverSettled, Thrown } from './frame.ts'
import type { Machine } from './machine.ts'
import { join, native, type ObjectThing, thing, UNDEFINED, UNKNOWN, type Value } from './value.ts'

const MODULES = /^(?:npm:(?:vue|@vue\/composition-api|@dcloudio\/uni-app)(?:\.default)?\.)?(\w+)$/
const REFERENCES = new Set(['ref', 'shallowRef', 'customRef', 'toRef'])
const OBJECTS = new Set([
  'reactive',
  'shallowReactive',
  'readonly',
  'toRefs',
  'markRaw',
  'toRaw',
  'unref',
])
const DEFINITIONS = new Set(['defineComponent', 'extend'])
const HOOK = /^(on[A-Z]\w*|watch|watchEffect|nextTick)$/

/** What the call gives; nothing when the name is none of Vue's. */
export function callVue(
  machine: Machine,
  frame: Frame,
  name: string,
  args: readonly Value[],
): Value | undefined {
  const called = MODULES.exec(name)?.[1]
  const [first = UNDEFINED] = args
  if (called === undefined) return undefined
  if (REFERENCES.has(called)) return reference(first)
  if (OBJECTS.has(called)) return withAdditions(first)
  if (DEFINITIONS.has(called)) return first
  if (called === 'computed') return reference(callSafely(machine, frame, first))
  if (called === 'defineProps' || called === 'withDefaults') return UNKNOWN
  if (called === 'defineEmits') return emitter(machine)
  if (!name.startsWith('npm:') || !HOOK.test(called)) return undefined
  callBack(machine, frame, args, [UNKNOWN])
  return UNDEFINED
}

/** The events that the component of a script has sent, by name. */
export function eventsSentBy(machine: Machine, file: string): Map<string, Value> {
  const known = machine.sent.get(file) ?? new Map<string, Value>()
  machine.sent.set(file, known)
  return known
}

export function sender(sent: Map<string, Value>): Value {
  return native('emit', ([name, detail = UNDEFINED]) => {
    for (const one of name?.constants ?? []) {
      sent.set(String(one), join(detail, sent.get(String(one))))
    }
    return UNDEFINED
  })
}

function emitter(machine: Machine): Value {
  return sender(eventsSentBy(machine, machine.file))
}

function reference(value: Value): Value {
  const made: ObjectThing = {
    kind: 'object',
    properties: new Map([['value', value]]),
    rest: undefined,
    isList: false,
    isInstance: true,
  }
  return thing(made)
}

function withAdditions(value: Value): Value {
  return {
    ...value,
    things: value.things.map((one) => (one.kind === 'object' ? { ...one, isInstance: true } : one)),
  }
}

export function callSafely(
  machine: Machine,
  frame: Frame,
  called: Value,
  self: Value = UNDEFINED,
): Value {
  if (!called.things.some(({ kind }) => kind === 'function')) return called
  try {
    return callValue(machine, frame, called, self, [UNKNOWN, UNKNOWN])
  } catch (error) {
    if (error instanceof Thrown || error instanceof NeverSettled) return UNKNOWN
    throw error
  }
}
