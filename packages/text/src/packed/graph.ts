/**
 * Plain values, typed arrays and objects of known classes as bytes, and back.
 *
 * Typed arrays lie in the bytes as they are in memory and are used in place when read; the rest is a
 * skeleton in JSON that refers to them. What was one object is one object again. Reading costs about
 * a step for each object and nothing for what the arrays hold.
 *
 * Long lists of one kind (texts, whole numbers, rows of numbers, objects with fields of their own) are
 * written column by column: a lexicon has hundreds of thousands of each.
 *
 * A value is written as itself when it is a string, a finite number, a boolean or null; as `[tag, …]`
 * otherwise. Objects are numbered in the order in which they are met, which is the same both ways.
 */

export type Classes = ReadonlyMap<string, object>

/** Classes whose objects are room to work in: they are made anew, without asking for anything. */
export type Fresh = ReadonlyMap<string, new () => object>

export interface Graph {
  readonly skeleton: string
  readonly arrays: Uint8Array
}

const ARRAYS = [Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array] as const
type Numbers = InstanceType<(typeof ARRAYS)[number]>
type Node = readonly [tag: Tag, ...rest: readonly unknown[]]
type Tag =
  | 'again'
  | 'numbers'
  | 'list'
  | 'texts'
  | 'ints'
  | 'rows'
  | 'table'
  | 'map'
  | 'set'
  | 'plain'
  | 'of'
  | 'fresh'
  | 'nothing'
  | 'absent'

/** Shorter lists are not worth a column. */
const LEAST_COLUMN = 16
/** In the place of a field that an object of a table does not have. */
const ABSENT = Symbol('absent')

/** What every typed array may begin at. */
const ALIGNMENT = 8

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

  private toNode(value: unknown): unknown {
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

function isPlainObject(value: object): value is Record<string, unknown> {
  return Object.getPrototypeOf(value) === Object.prototype
}

function toPlain(value: unknown): unknown {
  const isPlain = typeof value === 'number' ? Number.isFinite(value) : typeof value !== 'function'
  if (!isPlain) throw new Error(`no way to write ${String(value)}`)
  return value
}

/** `arrays` must begin at a multiple of eight. Throws on a skeleton that no writer wrote. */
export function readGraph(graph: Graph, classes: Classes, fresh: Fresh): object {
  return new GraphReader(graph.arrays, classes, fresh).read(JSON.parse(graph.skeleton)) as object
}

class GraphReader {
  private readonly arrays: Uint8Array
  private readonly classes: Classes
  private readonly fresh: Fresh
  private readonly known: object[] = []

  constructor(arrays: Uint8Array, classes: Classes, fresh: Fresh) {
    this.arrays = arrays
    this.classes = classes
    this.fresh = fresh
  }

  read(node: unknown): unknown {
    if (!Array.isArray(node)) return node
    switch (node[0] as Tag) {
      case 'nothing':
        return undefined
      case 'absent':
        return ABSENT
      case 'again':
        return this.known[node[1]]
      case 'numbers':
        return this.keep(this.numbers(node))
      case 'fresh':
        return this.keep(new (this.fresh.get(node[1]) as new () => object)())
      case 'plain':
        return this.fill(this.keep({}), node, 1)
      case 'of':
        return this.fill(this.keep(Object.create(this.classes.get(node[1]) as object)), node, 2)
      case 'map':
        return this.readMap(node)
      case 'set':
        return this.readSet(node)
      default:
        return this.readList(node)
    }
  }

  private readMap(node: readonly unknown[]): unknown {
    const map = this.keep(new Map())
    for (let at = 1; at < node.length; at += 2)
      map.set(this.read(node[at]), this.read(node[at + 1]))
    return map
  }

  private readSet(node: readonly unknown[]): unknown {
    const set = this.keep(new Set())
    for (let at = 1; at < node.length; at += 1) set.add(this.read(node[at]))
    return set
  }

  /** A list counts as met before what is in it; a column of a table is no list that anybody holds. */
  private readList(node: readonly unknown[], isColumn = false): readonly unknown[] {
    const list: unknown[] = []
    if (!isColumn) this.keep(list)
    switch (node[0] as Tag) {
      case 'texts':
        return readTexts(list, this.numbers(node[1]), String(node[2]))
      case 'ints':
        for (const number of this.numbers(node[1])) list.push(number)
        return list
      case 'rows':
        return this.readRows(list, this.numbers(node[1]), this.numbers(node[2]))
      case 'table':
        return this.readTable(list, node)
      default:
        for (let at = 1; at < node.length; at += 1) list.push(this.read(node[at]))
        return list
    }
  }

  private readRows(list: unknown[], lengths: Numbers, all: Numbers): readonly unknown[] {
    let end = 0
    for (const length of lengths) {
      list.push(this.keep(all.subarray(end, end + length)))
      end += length
    }
    return list
  }

  private readTable(list: unknown[], [, count, names, columns]: readonly unknown[]) {
    for (let nth = 0; nth < Number(count); nth += 1) list.push(this.keep({}))
    for (const [nth, name] of (names as readonly string[]).entries()) {
      const column = this.readList((columns as readonly unknown[][])[nth] ?? [], true)
      for (let at = 0; at < list.length; at += 1) {
        const value = column[at]
        if (value !== ABSENT) (list[at] as Record<string, unknown>)[name] = value
      }
    }
    return list
  }

  private fill(object: Record<string, unknown>, node: readonly unknown[], first: number): object {
    for (let at = first; at < node.length; at += 2) {
      object[node[at] as string] = this.read(node[at + 1])
    }
    return object
  }

  private numbers(node: unknown): Numbers {
    return toNumbers(this.arrays, (node as readonly number[]).slice(1))
  }

  private keep<Kept extends object>(value: Kept): Kept {
    this.known.push(value)
    return value
  }
}

function readTexts(list: unknown[], lengths: Numbers, all: string): readonly unknown[] {
  let end = 0
  for (const length of lengths) {
    list.push(all.slice(end, end + length))
    end += length
  }
  return list
}

function toNumbers(bytes: Uint8Array, place: readonly number[]): Numbers {
  const [kind = 0, offset = 0, length = 0] = place
  const type = ARRAYS[kind] ?? Uint8Array
  return new type(bytes.buffer as ArrayBuffer, bytes.byteOffset + offset, length)
}
