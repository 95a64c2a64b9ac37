/**
 * Promises: what waiting for one gives, and what its reactions do.
 *
 * A promise knows what it may be fulfilled with and what it may be rejected with; both are possible
 * when both are set. One that nothing settles holds up whatever waits for it.
 */

import { callValue } from './call.ts'
import { type Frame, NeverSettled, Thrown } from './frame.ts'
import { inDoubt, type Machine, runJobs } from './machine.ts'
import {
  join,
  joinAll,
  native,
  type PromiseThing,
  promise,
  thing,
  UNDEFINED,
  UNKNOWN,
  type Value,
} from './value.ts'

export function awaitValue(machine: Machine, frame: Frame, value: Value): Value {
  const promises = promisesIn(value)
  if (promises.length === 0) return value
  for (const one of promises) settle(machine, one)

  const fulfilled = joinAll([...promises.map((one) => one.value), withoutPromises(value)])
  const reason = joinAll(promises.map((one) => one.reason))
  if (fulfilled === undefined) {
    if (reason === undefined) throw new NeverSettled()
    throw new Thrown(reason)
  }
  if (reason !== undefined) frame.pending = join(reason, frame.pending)
  return promisesIn(fulfilled).length > 0 ? awaitValue(machine, frame, fulfilled) : fulfilled
}

export function promisesIn(value: Value): readonly PromiseThing[] {
  return value.things.filter((one) => one.kind === 'promise')
}

function withoutPromises(value: Value): Value | undefined {
  const things = value.things.filter((one) => one.kind !== 'promise')
  const isEmpty = things.length === 0 && value.constants.length === 0 && !value.open
  return isEmpty ? undefined : { ...value, things }
}

function settle(machine: Machine, one: PromiseThing): void {
  runJobs(machine, () => one.value !== undefined || one.reason !== undefined)
}

/** Fulfils a promise; with another promise, takes over what that one holds. */
export function fulfil(machine: Machine, target: PromiseThing, value: Value): void {
  const inner = promisesIn(value)
  for (const one of inner) settle(machine, one)
  const given = joinAll([...inner.map((one) => one.value), withoutPromises(value)])
  const reason = joinAll(inner.map((one) => one.reason))
  if (given !== undefined) target.value = join(given, target.value)
  if (reason !== undefined) target.reason = join(reason, target.reason)
}

/** `.then`, `.catch` and `.finally` of promises. */
export function react(
  machine: Machine,
  frame: Frame,
  promises: readonly PromiseThing[],
  method: string,
  args: readonly Value[],
): Value {
  for (const one of promises) settle(machine, one)
  const value = joinAll(promises.map((one) => one.value))
  const reason = joinAll(promises.map((one) => one.reason))
  const [onValue, onReason] =
    method === 'catch' ? [undefined, args[0]] : [args[0], method === 'then' ? args[1] : args[0]]
  const next: PromiseThing = { kind: 'promise', value: undefined, reason: undefined }
  const isSure = value === undefined || reason === undefined
  const follow = isSure ? (run: () => void) => run() : (run: () => void) => inDoubt(machine, run)

  if (value !== undefined)
    follow(() => reactTo(machine, frame, next, 'value', value, onValue, method))
  if (reason !== undefined)
    follow(() => reactTo(machine, frame, next, 'reason', reason, onReason, method))
  return thing(next)
}

function reactTo(
  machine: Machine,
  frame: Frame,
  next: PromiseThing,
  side: 'value' | 'reason',
  settled: Value,
  reaction: Value | undefined,
  method: string,
): void {
  const isCallable = reaction?.things.some(({ kind }) => kind === 'function' || kind === 'native')
  if (!reaction || !isCallable) {
    next[side] = join(settled, next[side])
    return
  }
  try {
    const answer = callValue(
      machine,
      frame,
      reaction,
      UNDEFINED,
      method === 'finally' ? [] : [settled],
    )
    if (method === 'finally') next[side] = join(settled, next[side])
    else fulfil(machine, next, answer)
  } catch (error) {
    if (!(error instanceof Thrown)) throw error
    next.reason = join(error.reason, next.reason)
  }
}

/** `new Promise(executor)`. */
export function constructPromise(
  machine: Machine,
  frame: Frame,
  executor: Value | undefined,
): Value {
  const made: PromiseThing = { kind: 'promise', value: undefined, reason: undefined }
  const resolve = native('resolve', ([value]) => {
    fulfil(machine, made, value ?? UNDEFINED)
    return UNDEFINED
  })
  const reject = native('reject', ([reason]) => {
    made.reason = join(reason ?? UNDEFINED, made.reason)
    return UNDEFINED
  })
  if (executor) callValue(machine, frame, executor, UNDEFINED, [resolve, reject])
  return thing(made)
}

/** `Promise.all` and its kin: one promise for a list of them, positions kept. */
export function gather(machine: Machine, frame: Frame, method: string, items: Value): Value {
  const lists = items.things.filter((one) => one.kind === 'object')
  const made: PromiseThing = { kind: 'promise', value: undefined, reason: undefined }
  const settleOne = (item: Value): Value => {
    for (const one of promisesIn(item)) {
      settle(machine, one)
      if (one.reason && method !== 'allSettled') made.reason = join(one.reason, made.reason)
    }
    return joinAll([...promisesIn(item).map((one) => one.value), withoutPromises(item)]) ?? UNKNOWN
  }
  const [first] = lists
  if (first?.kind !== 'object') return promise(UNKNOWN)
  const isBlocked = [...first.properties.values()].some((item) => isRejected(machine, item))
  const properties = new Map(
    [...first.properties].map(([name, item]) => [name, settleOne(item)] as const),
  )
  const rest = first.rest && settleOne(first.rest)
  const all = thing({ kind: 'object', properties, rest, isList: true })
  if (!isBlocked || method === 'allSettled')
    made.value =
      method === 'all' || method === 'allSettled'
        ? all
        : (joinAll([...properties.values(), rest]) ?? UNKNOWN)
  void frame
  return thing(made)
}

function isRejected(machine: Machine, item: Value): boolean {
  const promises = promisesIn(item)
  for (const one of promises) settle(machine, one)
  return (
    promises.length > 0 &&
    promises.every((one) => one.value === undefined && one.reason !== undefined)
  )
}
