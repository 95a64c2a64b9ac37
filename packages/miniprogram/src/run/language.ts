/**
 * Methods that the language itself gives to texts, lists and objects, and its global functions.
 *
 * Content is kept through whatever makes a text of a text or a list of a list; numbers, positions
 * and comparisons are not content.
 */

import { callValue } from './call.ts'
import { copyProperties } from './evaluate.ts'
import type { Frame } from './frame.ts'
import { inDoubt, later, type Machine } from './machine.ts'
import { gather, promisesIn } from './promises.ts'
import { readProperty, writeProperty } from './property.ts'
import {
  constant,
  join,
  joinAll,
  list,
  marksOf,
  mixed,
  promise,
  truthOf,
  UNDEFINED,
  UNKNOWN,
  type Value,
} from './value.ts'

const KEEPS = new Set([
  'trim',
  'trimStart',
  'trimEnd',
  'replace',
  'replaceAll',
  'slice',
  'substring',
  'substr',
  'split',
  'join',
  'concat',
  'toString',
  'toLowerCase',
  'toUpperCase',
  'padStart',
  'padEnd',
  'repeat',
  'normalize',
  'charAt',
  'match',
  'matchAll',
  'reverse',
  'sort',
  'flat',
  'filter',
  'toFixed',
  'values',
  'entries',
  'valueOf',
  'shift',
  'pop',
  'at',
  'toString',
  'toJSON',
  'codePointAt',
  'charCodeAt',
  'slice',
])
const FORGETS = new Set([
  'indexOf',
  'lastIndexOf',
  'includes',
  'startsWith',
  'endsWith',
  'test',
  'search',
  'localeCompare',
  'hasOwnProperty',
  'get',
  'keys',
  'has',
  'getTime',
  'toISOString',
  'getFullYear',
  'getMonth',
  'getDate',
  'getHours',
  'getMinutes',
  'getSeconds',
  'log',
  'warn',
  'error',
  'exec',
  'focus',
  'blur',
  'fillText',
  'measureText',
  'drawImage',
  'setData',
  'clear',
  'delete',
  'isEmpty',
])
const ADDS = new Set(['push', 'unshift', 'splice', 'fill', 'set', 'append', 'add'])
const EACH = new Set([
  'map',
  'forEach',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'some',
  'every',
  'flatMap',
  'reduce',
  'sort',
])

export function isLanguageMethod(name: string | undefined): name is string {
  return (
    name !== undefined && (KEEPS.has(name) || FORGETS.has(name) || ADDS.has(name) || EACH.has(name))
  )
}

export function callLanguage(
  machine: Machine,
  frame: Frame,
  owner: Value,
  name: string,
  args: readonly Value[],
): Value {
  const [first] = args
  const isFunction = first?.things.some(({ kind }) => kind === 'function')
  if (EACH.has(name) && first && isFunction)
    return callEach(machine, frame, owner, name, first, args)
  if (ADDS.has(name)) {
    for (const one of args) writeProperty(owner, undefined, one, true)
    return UNKNOWN
  }
  if (FORGETS.has(name)) return UNKNOWN
  if (name === 'concat' && owner.things.some((one) => one.kind === 'object' && one.isList)) {
    const items = [owner, ...args].map((one) => (isList(one) ? readProperty(one, undefined) : one))
    return list([], joinAll(items))
  }
  if (isList(owner) && name !== 'join') return keepList(owner, name)
  const text = applyToTexts(owner, name)
  return text ?? mixed([owner, ...args])
}

function isList(value: Value): boolean {
  return value.things.some((one) => one.kind === 'object' && one.isList)
}

function keepList(owner: Value, name: string): Value {
  const items = readProperty(owner, undefined)
  return /^(shift|pop|at)$/.test(name) ? items : list([], items)
}

/** `trim` and its kin on known texts stay known. */
function applyToTexts(owner: Value, name: string): Value | undefined {
  const isText = owner.constants.length > 0 && owner.things.length === 0 && !owner.open
  if (!isText || !/^(trim|toLowerCase|toUpperCase|toString)$/.test(name)) return undefined
  return joinAll(
    owner.constants.map((one) => {
      const text = String(one)
      if (name === 'trim') return constant(text.trim())
      if (name === 'toLowerCase') return constant(text.toLowerCase())
      return constant(name === 'toUpperCase' ? text.toUpperCase() : text)
    }),
  )
}

function callEach(
  machine: Machine,
  frame: Frame,
  owner: Value,
  name: string,
  called: Value,
  args: readonly Value[],
): Value {
  const item = readProperty(owner, undefined)
  const given = name === 'reduce' ? [args[1] ?? item, item, UNKNOWN] : [item, UNKNOWN, owner]
  const answer = inDoubt(machine, () => callValue(machine, frame, called, UNDEFINED, given))
  if (name === 'map' || name === 'flatMap') return list([], answer)
  if (name === 'sort') return list([], item)
  // Perhaps nothing is left of it.
  if (name === 'filter') return join(list([], item), UNKNOWN)
  if (name === 'every' || name === 'some') return quantified(name, owner, answer)
  if (/^(find|findLast)$/.test(name)) return item
  return name === 'reduce' ? answer : UNKNOWN
}

/** Names of the language that take nothing away and give nothing back. */
const HARMLESS =
  /^(console|Math|Number|Date|parseInt|parseFloat|isNaN|Boolean|Symbol|Reflect|performance|clearTimeout|clearInterval|RegExp|Object|Array|BigInt)\b/

/** Functions that give back what they are given, as a text or as it is. */
const HANDS_ON =
  /^(String|encodeURI|encodeURIComponent|decodeURIComponent|escape|unescape|Buffer\.from|Array\.from|Object\.values|Object\.entries)$/

/**
 * Of a list with at least one item: what is sure of each item is sure of all. Only one of many may be
 * risky, though, and then another makes `some` true.
 */
function quantified(name: 'every' | 'some', owner: Value, answer: Value): Value {
  const truth = truthOf(answer)
  const hasOthers = owner.open || owner.things.some((one) => one.kind === 'object' && one.rest)
  return truth === undefined || (name === 'some' && !truth && hasOthers) ? UNKNOWN : constant(truth)
}

/** Global functions and namespaces of the language; nothing when the name is none of them. */
export function callGlobal(
  machine: Machine,
  frame: Frame,
  name: string,
  args: readonly Value[],
): Value | undefined {
  const [first = UNDEFINED] = args
  if (HANDS_ON.test(name)) return textOf(name, first)
  if (name.startsWith('Promise.'))
    return callPromise(machine, frame, name.slice('Promise.'.length), first)
  switch (name) {
    case 'JSON.parse':
    case 'JSON.stringify':
    case 'Object.freeze':
    case 'structuredClone':
      return first
    case 'Object.assign':
      for (const one of args.slice(1)) copyProperties(one, first)
      return first
    case 'setTimeout':
    case 'setInterval':
      return callLater(machine, frame, first)
    default:
      return HARMLESS.test(name) ? UNKNOWN : undefined
  }
}

function callPromise(machine: Machine, frame: Frame, method: string, first: Value): Value {
  if (method === 'resolve') return promisesIn(first).length > 0 ? first : promise(first)
  return method === 'reject' ? promise(undefined, first) : gather(machine, frame, method, first)
}

function textOf(name: string, value: Value): Value {
  if (name === 'Object.entries') {
    const inner = readProperty(value, undefined)
    return list([], list([UNKNOWN, inner]))
  }
  if (/^(Array\.from|Object\.)/.test(name)) return list([], readProperty(value, undefined))
  const marks = marksOf([value])
  const isKnown =
    marks.entries.size === 0 && (value.constants.length > 0 || value.partials.length > 0)
  if (isKnown) return value
  return marks.entries.size === 0 ? UNKNOWN : { ...UNKNOWN, ...marks }
}

function callLater(machine: Machine, frame: Frame, called: Value): Value {
  later(machine, () => void callValue(machine, frame, called, UNDEFINED, []))
  return UNKNOWN
}
