/**
 * The context network as it was trained: characters and sounds as rows of numbers, and the layers
 * that mix each place of a text with what stands around it.
 *
 * Read from the bytes that `train/train-context.py` writes: little endian, each part on a multiple
 * of four, a matrix as one scale for each row and then its cells as signed bytes. Cells are kept as
 * numbers of eight bytes, some 6 MB, so that nothing has to be scaled or widened while a text is
 * read.
 */

import { SOUND_CLASS } from '../disguise/sound.ts'
import { isHan } from './language-model.ts'

export interface Matrix {
  readonly rows: number
  readonly columns: number
  /** Row by row. */
  readonly cells: Float64Array
}

export interface Layer extends Matrix {
  readonly bias: Float64Array
}

export interface ContextNetwork {
  /** By unit: the row of its character. */
  readonly numbers: Uint16Array
  /** By class of near sounds: the rows of its characters. */
  readonly alike: ReadonlyMap<number, readonly number[]>
  readonly letters: Matrix
  /** A row for each syllable. */
  readonly sounds: Matrix
  readonly first: Layer
  /** Each looks at a place and at those `far` before and behind it. */
  readonly mixers: readonly (Layer & { readonly far: number })[]
  readonly mean: Layer
  readonly deciders: Layer
  readonly decision: Layer
  readonly guess: Layer
  /** By row of a character: how usual it is. */
  readonly usual: Float64Array
}

const MAGIC = [70, 88, 67, 49]
/** The first rows stand for a hidden character, for none, and for one that was not met. */
const UNKNOWN = 2
const FIRST = 3

/** Throws on bytes of another kind. */
export function readContextNetwork(bytes: Uint8Array): ContextNetwork {
  if (!MAGIC.every((value, at) => bytes[at] === value)) refuse()
  const parts = new Parts(bytes, MAGIC.length)
  const [letterCount = 0, letterSize = 0, soundCount = 0, soundSize = 0, width = 0] =
    parts.readUnits(5)
  const [deciderCount = 0, mixerCount = 0] = parts.readUnits(2)
  const reaches = [...parts.readUnits(mixerCount)]
  const units = parts.readUnits(letterCount - FIRST)
  parts.align()
  const network = {
    ...numberUnits(units),
    letters: parts.readMatrix(letterCount, letterSize),
    sounds: parts.readMatrix(soundCount, soundSize),
    first: parts.readLayer(width, letterSize + soundSize),
    mixers: reaches.map((far) => ({ ...parts.readLayer(width, 3 * width), far })),
    mean: parts.readLayer(width, width),
    deciders: parts.readLayer(deciderCount, width),
    decision: parts.readLayer(1, deciderCount),
    guess: parts.readLayer(letterSize, width),
    usual: parts.readNumbers(letterCount),
  }
  if (parts.at !== bytes.length) refuse()
  return network
}

function refuse(): never {
  throw new Error('these bytes are not a context network of this version')
}

function numberUnits(units: Uint16Array) {
  const numbers = new Uint16Array(65536).fill(UNKNOWN)
  const alike = new Map<number, number[]>()
  units.forEach((unit, nth) => {
    numbers[unit] = nth + FIRST
    const near = isHan(unit) ? (SOUND_CLASS[unit] as number) : 0
    if (near !== 0) alike.set(near, [...(alike.get(near) ?? []), nth + FIRST])
  })
  return { numbers, alike }
}

class Parts {
  at: number
  private readonly view: DataView

  constructor(bytes: Uint8Array, at: number) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.at = at
  }

  readUnits(count: number): Uint16Array {
    const from = this.skip(count * 2)
    return Uint16Array.from({ length: count }, (_, nth) =>
      this.view.getUint16(from + nth * 2, true),
    )
  }

  readNumbers(count: number): Float64Array {
    const from = this.skip(count * 4)
    const read = (_: unknown, nth: number) => this.view.getFloat32(from + nth * 4, true)
    return Float64Array.from({ length: count }, read)
  }

  readMatrix(rows: number, columns: number): Matrix {
    const scales = this.readNumbers(rows)
    const from = this.skip(rows * columns)
    const cells = new Float64Array(rows * columns)
    for (let at = 0; at < cells.length; at += 1) {
      cells[at] = (scales[Math.floor(at / columns)] as number) * this.view.getInt8(from + at)
    }
    this.align()
    return { rows, columns, cells }
  }

  readLayer(rows: number, columns: number): Layer {
    return { ...this.readMatrix(rows, columns), bias: this.readNumbers(rows) }
  }

  align(): void {
    this.at = Math.ceil(this.at / 4) * 4
  }

  private skip(size: number): number {
    const from = this.at
    this.at += size
    if (this.at > this.view.byteLength) refuse()
    return from
  }
}
