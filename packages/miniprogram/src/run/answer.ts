/**
 * How the platform answers a call: through callbacks in its options, and through a promise.
 *
 * Callbacks run after the code that follows the call, as on a device.
 */

import { callValue } from './call.ts'
import { type Frame, NeverSettled, Thrown } from './frame.ts'
import { later, type Machine } from './machine.ts'
import { readProperty } from './property.ts'
import {
  object,
  type PromiseThing,
  promise,
  thing,
  UNDEFINED,
  UNKNOWN,
  type Value,
} from './value.ts'

export interface PlatformAnswer {
  readonly value?: Value
  readonly reason?: Value
}

export function answerOptions(
  machine: Machine,
  frame: Frame,
  options: Value,
  answer: PlatformAnswer,
): Value {
  const { value, reason } = answer
  const names = value ? ['success', 'complete'] : ['fail', 'complete']
  const given = value ?? reason ?? UNKNOWN
  for (const name of names) callOption(machine, frame, options, name, given)
  return promise(value, reason)
}

/**
 * Answers when the promise `source` is settled, which may be later: its fulfilment is wrapped by
 * `wrap`, its rejection is handed on.
 */
export function answerFrom(
  machine: Machine,
  frame: Frame,
  options: Value,
  source: PromiseThing,
  wrap: (value: Value) => Value,
): Value {
  const made: PromiseThing = { kind: 'promise', value: undefined, reason: undefined }
  const settle = () => {
    if (source.value) made.value = wrap(source.value)
    if (source.reason) made.reason = failure(source.reason)
    if (made.value)
      for (const name of ['success', 'complete'])
        callOption(machine, frame, options, name, made.value)
    if (made.reason)
      for (const name of ['fail', 'complete'])
        callOption(machine, frame, options, name, made.reason)
  }
  if (source.value || source.reason) settle()
  else later(machine, settle)
  return thing(made)
}

/** What a client sees of an error thrown in a cloud function: a code that is not the one thrown. */
function failure(reason: Value): Value {
  void reason
  return object([
    ['errMsg', UNKNOWN],
    ['errCode', UNKNOWN],
    ['message', UNKNOWN],
  ])
}

function callOption(
  machine: Machine,
  frame: Frame,
  options: Value,
  name: string,
  given: Value,
): void {
  const called = readProperty(options, name)
  if (!called.things.some(({ kind }) => kind === 'function' || kind === 'native')) return
  later(machine, () => {
    try {
      callValue(machine, frame, called, UNDEFINED, [given])
    } catch (error) {
      if (!(error instanceof Thrown || error instanceof NeverSettled)) throw error
    }
  })
}
