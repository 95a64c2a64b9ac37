/**
 * Plain values, typed arrays and objects of known classes as bytes, and back.
 *
 * Typed arrays lie in the bytes as they are in memory and are used in place when read; the rest is a
 * skeleton in JSON that refers to them. What was one object is one object again. Reading costs about
 * a step for each object and nothing for what the arrays hold.
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

export const ARRAYS = [Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array] as const
export type Numbers = InstanceType<(typeof ARRAYS)[number]>
export type Node = readonly [tag: Tag, ...rest: readonly unknown[]]
export type Tag = 'again' | 'numbers' | 'list' | 'map' | 'plain' | 'of' | 'fresh' | 'nothing'
