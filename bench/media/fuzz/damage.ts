/**
 * One damaged file after another, the same in every run: cut, flipped, spliced, swollen, pasted over.
 *
 * Each way is one that real files arrive in or that attackers use: broken transfers, lying headers,
 * one kind of file inside another. Pure but for the numbers it draws.
 */

import { randomFrom } from '../../text/random.ts'
import type { Seed } from './seeds.ts'

type Draw = () => number
type Damage = (bytes: Buffer, draw: Draw, other: Buffer) => Buffer

const WAYS: readonly (readonly [name: string, damage: Damage])[] = [
  ['untouched', (bytes) => bytes],
  ['cut', (bytes, draw) => bytes.subarray(0, below(draw, bytes.length))],
  ['bits flipped', (bytes, draw) => flipped(bytes, draw, 1 + below(draw, 12))],
  ['head flipped', (bytes, draw) => flippedIn(bytes, draw, 1 + below(draw, 4), 64)],
  ['zeros inside', (bytes, draw) => filled(bytes, draw, 0)],
  ['ones inside', (bytes, draw) => filled(bytes, draw, 255)],
  ['a piece removed', removed],
  ['a piece repeated', repeated],
  ['another file behind', (bytes, _draw, other) => Buffer.concat([bytes, other])],
  ['the head of another', headOf],
  ['a large number inside', largeNumber],
  ['noise behind the head', noiseBehind],
]

export interface DamagedFile {
  readonly name: string
  readonly bytes: Buffer
}

export function* damagedFiles(seeds: readonly Seed[], count: number): Generator<DamagedFile> {
  const draw = randomFrom(20261122)
  for (let index = 0; index < count; index += 1) {
    const seed = seeds[index % seeds.length]
    const other = seeds[below(draw, seeds.length)]
    const [way, damage] = WAYS[Math.floor(index / seeds.length) % WAYS.length] ?? []
    if (!seed || !other || !damage) throw new Error('there are seeds and ways to damage them')
    yield { name: `${index} ${seed.name}, ${way}`, bytes: damage(seed.bytes, draw, other.bytes) }
  }
}

function below(draw: Draw, limit: number): number {
  return Math.min(limit - 1, Math.floor(draw() * limit))
}

function flipped(bytes: Buffer, draw: Draw, times: number): Buffer {
  return flippedIn(bytes, draw, times, bytes.length)
}

function flippedIn(bytes: Buffer, draw: Draw, times: number, within: number): Buffer {
  const out = Buffer.from(bytes)
  for (let time = 0; time < times; time += 1) {
    const at = below(draw, Math.min(within, out.length))
    out[at] = (out[at] ?? 0) ^ (1 << below(draw, 8))
  }
  return out
}

function filled(bytes: Buffer, draw: Draw, value: number): Buffer {
  const out = Buffer.from(bytes)
  const start = below(draw, out.length)
  return out.fill(value, start, Math.min(out.length, start + 1 + below(draw, 200)))
}

function removed(bytes: Buffer, draw: Draw): Buffer {
  const start = below(draw, bytes.length)
  const end = start + 1 + below(draw, 100)
  return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)])
}

function repeated(bytes: Buffer, draw: Draw): Buffer {
  const start = below(draw, bytes.length)
  const piece = bytes.subarray(start, start + 1 + below(draw, 100))
  const copies = Array.from({ length: 1 + below(draw, 50) }, () => piece)
  return Buffer.concat([bytes.subarray(0, start), ...copies, bytes.subarray(start)])
}

function headOf(bytes: Buffer, draw: Draw, other: Buffer): Buffer {
  const head = other.subarray(0, 4 + below(draw, 40))
  return Buffer.concat([head, bytes.subarray(head.length)])
}

/** Over a size, an offset or a count, wherever it falls. */
function largeNumber(bytes: Buffer, draw: Draw): Buffer {
  const out = Buffer.from(bytes)
  const at = below(draw, Math.max(1, Math.min(256, out.length - 4)))
  if (out.length >= 4) out.writeUInt32BE(0x7fffffff - below(draw, 1000), at)
  return out
}

function noiseBehind(bytes: Buffer, draw: Draw): Buffer {
  const head = bytes.subarray(0, 16 + below(draw, 64))
  const noise = Buffer.from(Array.from({ length: 300 }, () => below(draw, 256)))
  return Buffer.concat([head, noise])
}
