/**
 * Writes a value and everything it refers to as a skeleton and the arrays it refers to.
 *
 * One object is written once. Throws on a function, a number that is not finite, or an object of a
 * class that is not known: each would be a mistake of ours. O(objects).
 */

import {
  ABSENT,
  ARRAYS,
  type Classes,
  type Fresh,
  type Graph,
  type Node,
  type Numbers,
} from './graph.ts'

/** What every typed array may begin at. */
const ALIGNMENT = 8

/** Shorter lists are not worth a column. */
const LEAST_COLUMN = 16

export class GraphWriter {
  private readonly classes: Classes
  private readonly fresh: Fresh
  private readonly known = new Map<object, number>()
  private readonly parts: { readonly offset: number; readonly numbers: Numbers }[] = []
  private size = 0

  constructor(classes: Classes, fresh: Fresh) {
    this.classes = classes
    this.fresh = fresh
  }

  write(value: object): Graph {
    const skeleton = JSON.stringify(this.toNode(value))
    const arrays = new Uint8Array(this.size)
    for (const { offset, numbers } of this.parts) {
      const { buffer, byteOffset, byteLength } = numbers
      arrays.set(new Uint8Array(buffer, byteOffset, byteLength), offset)
    }
    return { skeleton, arrays }
  }

  private toNode(given: unknown): unknown {
    const value = isPackable(given) ? given.toPacked() : given
    if (value === undefined) return ['nothing'] satisfies Node
    if (value === ABSENT) return ['absent'] satisfies Node
    if (typeof value !== 'object' || value === null) return toPlain(value)
    const known = this.known.get(value)
    if (known !== undefined) return ['again', known] satisfies Node
    this.known.set(value, this.known.size)
    return this.toObjectNode(value)
  }

  private toObjectNode(value: object): Node {
    const kind = ARRAYS.findIndex((type) => value instanceof type)
    if (kind >= 0) return this.toNumbersNode(kind, value as Numbers)
    if (Array.isArray(value)) return this.toListNode(value)
    if (value instanceof Map) return ['map', ...[...value].flat().map((item) => this.toNode(item))]
    if (value instanceof Set) return ['set', ...[...value].map((item) => this.toNode(item))]
    const name = Object.getPrototypeOf(value) === Object.prototype ? '' : value.constructor.name
    if (this.fresh.has(name)) return ['fresh', name]
    if (name !== '' && !this.classes.has(name)) throw new Error(`no way to write a ${name}`)
    const fields = Object.entries(value).flatMap(([key, item]) => [key, this.toNode(item)])
    return name === '' ? ['plain', ...fields] : ['of', name, ...fields]
  }

  private toListNode(list: readonly unknown[]): Node {
    if (list.length >= LEAST_COLUMN) {
      if (list.every((item) => typeof item === 'string')) return this.toTextsNode(list)
      if (list.every((item) => Number.isInteger(item) && Object.is(item, Number(item) | 0))) {
        return ['ints', this.toNumbers(Int32Array.from(list as readonly number[]))]
      }
      if (this.areNew(list)) {
        const kind = ARRAYS.findIndex((type) => list.every((item) => item instanceof type))
        if (kind >= 0) return this.toRowsNode(kind, list as readonly Numbers[])
        if (list.every(isPlainObject)) return this.toTableNode(list)
      }
    }
    return ['list', ...list.map((item) => this.toNode(item))]
  }

  /** Objects that were not met before, each once. */
  private areNew(list: readonly unknown[]): list is readonly object[] {
    const isNew = (item: unknown) =>
      typeof item === 'object' && item !== null && !this.known.has(item)
    return list.every(isNew) && new Set(list).size === list.length
  }

  private toTextsNode(list: readonly string[]): Node {
    const lengths = Uint32Array.from(list, ({ length }) => length)
    return ['texts', this.toNumbers(lengths), list.join('')]
  }

  private toRowsNode(kind: number, rows: readonly Numbers[]): Node {
    for (const row of rows) this.known.set(row, this.known.size)
    const lengths = Uint32Array.from(rows, ({ length }) => length)
    const type = ARRAYS[kind] ?? Uint8Array
    const all = new type(lengths.reduce((sum, length) => sum + length, 0))
    let at = 0
    for (const row of rows) {
      all.set(row, at)
      at += row.length
    }
    return ['rows', this.toNumbers(lengths), this.toNumbers(all)]
  }

  private toTableNode(items: readonly Record<string, unknown>[]): Node {
    for (const item of items) this.known.set(item, this.known.size)
    const names = [...new Set(items.flatMap((item) => Object.keys(item)))]
    const columns = names.map((name) =>
      this.toListNode(items.map((item) => (Object.hasOwn(item, name) ? item[name] : ABSENT))),
    )
    return ['table', items.length, names, columns]
  }

  private toNumbers(numbers: Numbers): Node {
    return this.toNumbersNode(
      ARRAYS.findIndex((type) => numbers instanceof type),
      numbers,
    )
  }

  private toNumbersNode(kind: number, numbers: Numbers): Node {
    const offset = Math.ceil(this.size / ALIGNMENT) * ALIGNMENT
    this.parts.push({ offset, numbers })
    this.size = offset + numbers.byteLength
    return ['numbers', kind, offset, numbers.length]
  }
}

/** What has another form in a file; it occurs once. */
interface Packable {
  toPacked(): object
}

function isPackable(value: unknown): value is Packable {
  return typeof value === 'object' && value !== null && 'toPacked' in value
}

function isPlainObject(value: object): value is Record<string, unknown> {
  return Object.getPrototypeOf(value) === Object.prototype
}

function toPlain(value: unknown): unknown {
  const isPlain = typeof value === 'number' ? Number.isFinite(value) : typeof value !== 'function'
  if (!isPlain) throw new Error(`no way to write ${String(value)}`)
  return value
}
