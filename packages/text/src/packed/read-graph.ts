/**
 * Reads what `GraphWriter` wrote, objects in the same order, typed arrays where they lie.
 *
 * One step for each object; nothing for what the arrays hold.
 */

import { ARRAYS, type Classes, type Fresh, type Graph, type Numbers, type Tag } from './graph.ts'

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

  private readList(node: readonly unknown[]): unknown {
    const list = this.keep<unknown[]>([])
    for (let at = 1; at < node.length; at += 1) list.push(this.read(node[at]))
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

function toNumbers(bytes: Uint8Array, place: readonly number[]): Numbers {
  const [kind = 0, offset = 0, length = 0] = place
  const type = ARRAYS[kind] ?? Uint8Array
  return new type(bytes.buffer as ArrayBuffer, bytes.byteOffset + offset, length)
}
