/**
 * What an expression may stand for while a program is followed without running it.
 *
 * A `Value` is a set of possibilities: known constants, known things (objects, functions, platform
 * names, promises), and `open` when it may also be something that cannot be known. `entries` are
 * the publish entries whose content flows into it. Immutable, except for the things.
 */

import type { ArrowFunctionExpression, Class, Function as FunctionNode } from 'oxc-parser'
import type { Scope } from './scope.ts'

export type Constant = string | number | boolean | null | undefined

/** Number of a publish entry, in the order in which the entries were found. */
export type EntryId = number

export interface Value {
  readonly constants: readonly Constant[]
  readonly things: readonly Thing[]
  readonly open: boolean
  readonly entries: ReadonlySet<EntryId>
  /** Of `entries`, those of which this is only the path of a local file, not the content. */
  readonly paths: ReadonlySet<EntryId>
  /** The content went through something that may have made a number or an answer of it. */
  readonly isDerived?: boolean
  /** A number that is not known and above zero: the length of what was filled in. */
  readonly isPositive?: boolean
  /** Texts of which only parts are known; `…` stands for the rest. */
  readonly partials: readonly string[]
}

export type Thing = ObjectThing | FunctionThing | NativeThing | PromiseThing

export interface ObjectThing {
  readonly kind: 'object'
  readonly properties: Map<string, Value>
  /** What any property that is not listed may be; absent when there is none. */
  rest: Value | undefined
  readonly isList: boolean
  prototype?: ObjectThing
  /** A page or component: what it does not list may still exist. */
  readonly isInstance?: boolean
}

export interface FunctionThing {
  readonly kind: 'function'
  readonly node: FunctionNode | ArrowFunctionExpression
  readonly scope: Scope
  readonly file: string
  /** `this` of an arrow function or of a bound one. */
  readonly self: Value | undefined
  readonly definition?: ClassDefinition
}

export interface ClassDefinition {
  readonly node: Class
  readonly prototype: ObjectThing
  readonly statics: ObjectThing
  readonly parent: Value | undefined
}

/** Something the platform or a library provides, by its dotted name. */
export interface NativeThing {
  readonly kind: 'native'
  readonly name: string
  readonly act?: (args: readonly Value[]) => Value
}

export interface PromiseThing {
  readonly kind: 'promise'
  value: Value | undefined
  reason: Value | undefined
}

/** Enough to tell the branches of real switches apart. */
const MAX_CONSTANTS = 12
const MAX_THINGS = 12
const MAX_PARTIALS = 4

const NONE: ReadonlySet<EntryId> = new Set()
const EMPTY: Value = {
  constants: [],
  things: [],
  open: false,
  entries: NONE,
  paths: NONE,
  partials: [],
}

export const UNKNOWN: Value = { ...EMPTY, open: true }
/** The length of something that is there. */
export const POSITIVE: Value = { ...EMPTY, open: true, isPositive: true }
export const UNDEFINED: Value = { ...EMPTY, constants: [undefined] }

export function constant(value: Constant): Value {
  return { ...EMPTY, constants: [value] }
}

export function thing(value: Thing): Value {
  return { ...EMPTY, things: [value] }
}

export function partial(text: string): Value {
  return { ...UNKNOWN, partials: [text] }
}

/** Content of an entry; with `isPath`, the local path under which it lies. */
export function contentOf(entries: Iterable<EntryId>, isPath = false): Value {
  const marked = new Set(entries)
  return { ...UNKNOWN, entries: marked, paths: isPath ? marked : NONE }
}

export function native(name: string, act?: NativeThing['act']): Value {
  return thing(act ? { kind: 'native', name, act } : { kind: 'native', name })
}

export function promise(value: Value | undefined, reason?: Value): Value {
  return thing({ kind: 'promise', value, reason })
}

export function object(properties: Iterable<readonly [string, Value]>, rest?: Value): Value {
  return thing({ kind: 'object', properties: new Map(properties), rest, isList: false })
}

/** A list of which every item is known by its index. */
export function list(items: readonly Value[], rest?: Value): Value {
  const properties = new Map(items.map((item, index) => [String(index), item]))
  return thing({ kind: 'object', properties, rest, isList: true })
}

export function join(a: Value, b: Value | undefined): Value {
  if (b === undefined || a === b) return a
  const constants = union(a.constants, b.constants)
  const things = union(a.things, b.things)
  const tooMany = constants.length > MAX_CONSTANTS || things.length > MAX_THINGS
  return {
    constants: constants.slice(0, MAX_CONSTANTS),
    things: things.slice(0, MAX_THINGS),
    open: a.open || b.open || tooMany,
    entries: unionOfSets(a.entries, b.entries),
    paths: unionOfSets(a.paths, b.paths),
    partials: union(a.partials, b.partials).slice(0, MAX_PARTIALS),
    ...((a.isDerived || b.isDerived) && { isDerived: true }),
  }
}

export function joinAll(values: Iterable<Value | undefined>): Value | undefined {
  let joined: Value | undefined
  for (const value of values) {
    if (value !== undefined) joined = joined === undefined ? value : join(joined, value)
  }
  return joined
}

/** Something unknown that the content of all these flows into, however deep it lies in them. */
export function mixed(values: readonly Value[]): Value {
  const marks = marksOf(values)
  return marks.entries.size === 0 ? UNKNOWN : { ...UNKNOWN, ...marks, isDerived: true }
}

/** The same content, no longer a mere path: read, uploaded, or turned into bytes. */
export function loaded(value: Value): Value {
  return contentOf(marksOf([value]).entries)
}

export interface Marks {
  readonly entries: ReadonlySet<EntryId>
  readonly paths: ReadonlySet<EntryId>
}

/** The entries whose content lies in these values, also deep inside; each thing is seen once. */
export function marksOf(values: readonly Value[]): Marks {
  const entries = new Set<EntryId>()
  const paths = new Set<EntryId>()
  const seen = new Set<Thing>()
  const waiting = [...values]
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    for (const entry of value.entries) entries.add(entry)
    for (const entry of value.paths) paths.add(entry)
    for (const one of value.things) {
      if (seen.has(one)) continue
      seen.add(one)
      if (one.kind === 'object')
        waiting.push(...one.properties.values(), ...(one.rest ? [one.rest] : []))
      if (one.kind === 'promise' && one.value) waiting.push(one.value)
    }
  }
  return { entries, paths }
}

/** True, false, or nothing when both are possible. */
export function truthOf(value: Value): boolean | undefined {
  const { constants, things } = value
  if (value.open || things.some(({ kind }) => kind === 'native')) return undefined
  const mayBeTrue = things.length > 0 || constants.some(Boolean)
  const mayBeFalse = constants.some((one) => !one)
  return mayBeTrue === mayBeFalse ? undefined : mayBeTrue
}

function union<Item>(a: readonly Item[], b: readonly Item[]): readonly Item[] {
  if (b.length === 0 || a === b) return a
  if (a.length === 0) return b
  // By far most unions are of one with itself.
  if (b.every((one) => a.includes(one))) return a
  return [...new Set([...a, ...b])]
}

function unionOfSets(a: ReadonlySet<EntryId>, b: ReadonlySet<EntryId>): ReadonlySet<EntryId> {
  if (b.size === 0 || a === b) return a
  if (a.size === 0) return b
  for (const one of b) if (!a.has(one)) return new Set([...a, ...b])
  return a
}

/**
 * A list that holds what a user put in, or items that are written down, has at least one item: if it
 * were empty, there would be no content in it to let through.
 */
export function isFilledList(value: Value): boolean {
  const [only, ...others] = value.things
  if (only?.kind !== 'object' || !only.isList || others.length > 0 || value.open) return false
  return only.properties.size > 0 || (only.rest !== undefined && marksOf([value]).entries.size > 0)
}
