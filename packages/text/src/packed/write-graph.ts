/**
 * Writes a value and everything it refers to as a skeleton and the arrays it refers to.
 *
 * One object is written once. Throws on a function, a number that is not finite, or an object of a
 * class that is not known: each would be a mistake of ours. O(objects).
 */

import { ARRAYS, type Classes, type Fresh, type Graph, type Node, type Numbers } from './graph.ts'

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

  private toNode(given: unknown): unknown {
    const value = isPackable(given) ? given.toPacked() : given
    if (value === undefined) return ['nothing'] satisfies Node
    if (typeof value !== 'object' || value === null) return toPlain(value)
    const known = this.known.get(value)
    if (known !== undefined) return ['again', known] satisfies Node
    this.known.set(value, this.known.size)
    return this.toObjectNode(value)
  }

  private toObjectNode(value: object): Node {
    const kind = ARRAYS.findIndex((type) => value instanceof type)
    if (kind >= 0) return this.toNumbersNode(kind, value as Numbers)
    if (Array.isArray(value)) return ['list', ...value.map((item) => this.toNode(item))]
    if (value instanceof Map) return ['map', ...[...value].flat().map((item) => this.toNode(item))]
    const name = Object.getPrototypeOf(value) === Object.prototype ? '' : value.constructor.name
    if (this.fresh.has(name)) return ['fresh', name]
    if (name !== '' && !this.classes.has(name)) throw new Error(`no way to write a ${name}`)
    const fields = Object.entries(value).flatMap(([key, item]) => [key, this.toNode(item)])
    return name === '' ? ['plain', ...fields] : ['of', name, ...fields]
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

function toPlain(value: unknown): unknown {
  const isPlain = typeof value === 'number' ? Number.isFinite(value) : typeof value !== 'function'
  if (!isPlain) throw new Error(`no way to write ${String(value)}`)
  return value
}
