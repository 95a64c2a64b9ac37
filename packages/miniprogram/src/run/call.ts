/**
 * Follows calls: of the program's own functions, of the platform, of the language's own methods,
 * and of what cannot be seen.
 *
 * Content that is handed to something that cannot be seen has left: that is a sink of its own kind.
 */

import type { CallExpression, Expression, NewExpression, SpreadElement } from 'oxc-parser'
import { bindPattern } from './bind.ts'
import { construct } from './classes.ts'
import { answerEditor } from './device.ts'
import { evaluate, keyOf } from './evaluate.ts'
import { executeAll } from './execute.ts'
import { type Frame, NeverSettled, Thrown } from './frame.ts'
import { callLanguage, isLanguageMethod } from './language.ts'
import { type Activation, inDoubt, later, type Machine } from './machine.ts'
import { callNative } from './platform.ts'
import { constructPromise, promisesIn, react } from './promises.ts'
import { propertiesOf, readProperty } from './property.ts'
import { declare, openScope } from './scope.ts'
import { recordSink } from './sinks.ts'
import {
  type FunctionThing,
  join,
  joinAll,
  list,
  mixed,
  type NativeThing,
  promise,
  UNDEFINED,
  UNKNOWN,
  type Value,
} from './value.ts'

/** Real wrappers nest about ten deep. */
const MAX_CALLS = 60
/** A function inside itself: once is recursion, twice adds nothing. */
const MAX_SAME = 2

export function evaluateCall(machine: Machine, frame: Frame, node: CallExpression): Value {
  const { callee } = node
  const isDetached = takeDetached(machine)
  const target = callee.type === 'ChainExpression' ? callee.expression : callee
  if (target.type === 'Super') return callParent(machine, frame, node)
  if (target.type !== 'MemberExpression') {
    const called = evaluate(machine, frame, target as Expression)
    const args = evaluateArguments(machine, frame, node.arguments)
    machine.isDetached = isDetached
    return at(machine, frame, node, () => callValue(machine, frame, called, UNDEFINED, args))
  }
  const owner =
    target.object.type === 'Super' ? frame.self : evaluate(machine, frame, target.object)
  const name = keyOf(machine, frame, target)
  const args = evaluateArguments(machine, frame, node.arguments)
  machine.isDetached = isDetached
  return at(machine, frame, node, () => callMethod(machine, frame, owner, name, args))
}

function takeDetached(machine: Machine): boolean {
  const { isDetached } = machine
  machine.isDetached = false
  return isDetached
}

/** Where the call stands, for whatever is seen during it. */
export interface CallPlace {
  readonly file: string
  readonly offset: number
}

const places = new WeakMap<Machine, CallPlace>()

export function currentCall(machine: Machine): CallPlace {
  return places.get(machine) ?? { file: machine.file, offset: 0 }
}

function at<Result>(
  machine: Machine,
  frame: Frame,
  node: { readonly start: number },
  follow: () => Result,
): Result {
  const before = places.get(machine)
  places.set(machine, { file: frame.file, offset: node.start })
  try {
    return follow()
  } finally {
    if (before) places.set(machine, before)
  }
}

export function evaluateNew(machine: Machine, frame: Frame, node: NewExpression): Value {
  const called = evaluate(machine, frame, node.callee)
  const args = evaluateArguments(machine, frame, node.arguments)
  const made = called.things.map((one) => {
    if (one.kind === 'function') return construct(machine, frame, one, args)
    if (one.kind !== 'native') return UNKNOWN
    if (isPromise(node) || one.name === 'Promise') return constructPromise(machine, frame, args[0])
    if (
      /^(Date|RegExp|Error|TypeError|Map|Set|Array|Object|WeakMap|URL|Uint8Array|ArrayBuffer)$/.test(
        one.name,
      )
    )
      return mixed(args)
    return at(machine, frame, node, () => callNative(machine, frame, one.name, args))
  })
  return joinAll(made) ?? mixed(args)
}

/** Also a polyfill under the same name. */
function isPromise({ callee }: NewExpression): boolean {
  return callee.type === 'Identifier' && callee.name === 'Promise'
}

/** `super(…)`: the constructor of the parent is not followed, its content is not lost. */
function callParent(machine: Machine, frame: Frame, node: CallExpression): Value {
  return mixed(evaluateArguments(machine, frame, node.arguments))
}

function evaluateArguments(
  machine: Machine,
  frame: Frame,
  nodes: readonly (Expression | SpreadElement)[],
): readonly Value[] {
  return nodes.map((node) =>
    node.type === 'SpreadElement'
      ? readProperty(evaluate(machine, frame, node.argument), undefined)
      : evaluate(machine, frame, node),
  )
}

function callMethod(
  machine: Machine,
  frame: Frame,
  owner: Value,
  name: string | undefined,
  args: readonly Value[],
): Value {
  const promises = promisesIn(owner)
  if (promises.length > 0 && /^(then|catch|finally)$/.test(name ?? '')) {
    return react(machine, frame, promises, name ?? '', args)
  }
  if (name === 'call' || name === 'apply' || name === 'bind') {
    const borrowed = borrow(machine, frame, owner, name, args)
    if (borrowed) return borrowed
  }
  const called = readProperty(owner, name)
  const isOwn = called.things.some(({ kind }) => kind === 'function' || kind === 'native')
  // An editor's context comes out of a selector query, which is not followed: its method is enough.
  if (!isOwn && name === 'getContents') return answerEditor(machine, frame, args[0] ?? UNDEFINED)
  if (!isOwn && isLanguageMethod(name)) return callLanguage(machine, frame, owner, name, args)
  return callValue(machine, frame, called, owner, args)
}

function borrow(
  machine: Machine,
  frame: Frame,
  owner: Value,
  how: string,
  args: readonly Value[],
): Value | undefined {
  const functions = owner.things.filter((one) => one.kind === 'function')
  if (functions.length === 0) return undefined
  const [self = UNDEFINED, ...rest] = args
  if (how === 'bind')
    return joinAll(functions.map((one) => ({ ...owner, things: [{ ...one, self }] })))
  const given = how === 'apply' ? (rest[0]?.things ?? []) : []
  const items = given.flatMap((one) => (one.kind === 'object' ? [...one.properties.values()] : []))
  return callValue(machine, frame, owner, self, how === 'apply' ? items : rest)
}

/** Calls whatever the value may be. What cannot be seen takes the content away with it. */
export function callValue(
  machine: Machine,
  frame: Frame,
  called: Value,
  self: Value,
  args: readonly Value[],
): Value {
  const callables = called.things.filter((one) => one.kind === 'function' || one.kind === 'native')
  if (callables.length === 0) return callUnseen(machine, frame, args)
  const callOne = (one: FunctionThing | NativeThing) => {
    if (one.kind === 'function') return callFunction(machine, frame, one, one.self ?? self, args)
    machine.isDetached = false
    return one.act ? one.act(args) : callNative(machine, frame, one.name, args)
  }
  const [only] = callables
  if (callables.length === 1 && only) return callOne(only)
  return joinAll(callables.map((one) => inDoubt(machine, () => callOne(one)))) ?? UNKNOWN
}

function callUnseen(machine: Machine, frame: Frame, args: readonly Value[]): Value {
  machine.isDetached = false
  recordSink(machine, 'library', '', args)
  callBack(machine, frame, args, [UNKNOWN])
  return mixed(args)
}

/** Calls the functions among the arguments and in their options, as something unseen may. */
export function callBack(
  machine: Machine,
  frame: Frame,
  args: readonly Value[],
  given: readonly Value[],
): void {
  const inside = args.flatMap((one) => propertiesOf(one).map(([, value]) => value))
  for (const one of [...args, ...inside]) {
    const isCallable = one.things.some(
      (part) => part.kind === 'function' || (part.kind === 'native' && part.act),
    )
    if (isCallable)
      later(machine, () => inDoubt(machine, () => callSafely(machine, frame, one, given)))
  }
}

function callSafely(machine: Machine, frame: Frame, called: Value, args: readonly Value[]): void {
  try {
    callValue(machine, frame, called, UNDEFINED, args)
  } catch (error) {
    if (!(error instanceof Thrown || error instanceof NeverSettled)) throw error
  }
}

export function callFunction(
  machine: Machine,
  caller: Frame,
  called: FunctionThing,
  self: Value,
  args: readonly Value[],
): Value {
  const { node } = called
  const isDetached = takeDetached(machine)
  const outer = machine.activation
  if (isTooDeep(outer, node) || !node.body) return mixed(args)

  const frame: Frame = {
    scope: openScope(called.scope),
    self,
    file: called.file,
    pending: undefined,
  }
  machine.activation = { node, depth: (outer?.depth ?? 0) + 1, outer }
  const before = machine.file
  machine.file = called.file
  try {
    bindParameters(machine, frame, called, args)
    if (isDetached && node.async) {
      later(machine, () => void runAsync(machine, frame, called))
      return promise(UNKNOWN)
    }
    return node.async ? runAsync(machine, frame, called) : runPlain(machine, caller, frame, called)
  } finally {
    machine.activation = outer
    machine.file = before
  }
}

function isTooDeep(innermost: Activation | undefined, node: object): boolean {
  if ((innermost?.depth ?? 0) > MAX_CALLS) return true
  let same = 0
  for (let at = innermost; at !== undefined; at = at.outer) {
    if (at.node === node) same += 1
  }
  return same >= MAX_SAME
}

function bindParameters(
  machine: Machine,
  frame: Frame,
  called: FunctionThing,
  args: readonly Value[],
): void {
  const { node } = called
  if (node.type !== 'ArrowFunctionExpression')
    declare(frame.scope, 'arguments', list([], joinAll(args)))
  node.params.forEach((pattern, index) => {
    const given =
      pattern.type === 'RestElement' ? list(args.slice(index)) : (args[index] ?? UNDEFINED)
    bindPattern(machine, frame, pattern, given, (name, value) => declare(frame.scope, name, value))
  })
}

function runPlain(machine: Machine, caller: Frame, frame: Frame, called: FunctionThing): Value {
  const { returned, thrown, falls } = runBody(machine, frame, called)
  const reason = thrown ? join(thrown, frame.pending) : frame.pending
  const isSure = thrown !== undefined && !falls && returned === undefined
  if (isSure) throw new Thrown(thrown)
  if (!falls && returned === undefined) throw new NeverSettled()
  if (reason !== undefined) caller.pending = join(reason, caller.pending)
  return falls ? join(UNDEFINED, returned) : (returned ?? UNDEFINED)
}

/** An asynchronous function answers with a promise, whatever happens inside. */
function runAsync(machine: Machine, frame: Frame, called: FunctionThing): Value {
  const { returned, thrown, falls } = runBody(machine, frame, called)
  const reason = thrown ? join(thrown, frame.pending) : frame.pending
  const value = falls ? join(UNDEFINED, returned) : returned
  if (value === undefined) return promise(undefined, reason)
  const inner = promisesIn(value)
  const isOnlyPromises = inner.length > 0 && value.constants.length === 0 && !value.open
  if (isOnlyPromises && reason === undefined) return value
  return promise(value, reason)
}

function runBody(machine: Machine, frame: Frame, { node }: FunctionThing) {
  if (!node.body) return { returned: UNDEFINED, thrown: undefined, falls: false }
  if (node.body.type === 'BlockStatement') return executeAll(machine, frame, node.body.body)
  try {
    return { returned: evaluate(machine, frame, node.body), thrown: undefined, falls: false }
  } catch (error) {
    if (error instanceof Thrown) return { returned: undefined, thrown: error.reason, falls: false }
    if (error instanceof NeverSettled)
      return { returned: undefined, thrown: undefined, falls: false }
    throw error
  }
}
