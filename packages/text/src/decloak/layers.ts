/**
 * Applies the layers of the context network: a sum for each row of what is seen, each column by its
 * cell.
 *
 * In WebAssembly where the host has it (`kernel/context/`), else here; both add up in the same
 * order and say the same to the last bit. Layers whose rows are no multiple of eight are always
 * applied here.
 */

import { type Hosted, Program } from '../kernel/host.ts'
import type { Layer } from './context-network.ts'
import { BYTES } from './layers.generated.ts'

/** Writes one number for each row; `seen` has one for each column. */
export type ApplyLayer = (layer: Layer, seen: Float64Array, answer: Float64Array) => void

interface Calls {
  applyLayer(
    cells: number,
    bias: number,
    rows: number,
    columns: number,
    seen: number,
    answer: number,
  ): void
}

const program = new Program<Calls>(BYTES)
const BLOCK = 8
const NUMBER_BYTES = 8
const PAGE = 65536

/** For these layers, which are copied into the memory of the program, some 2 MB. */
export function openLayers(layers: readonly Layer[]): ApplyLayer {
  return openHosted(layers) ?? applyHere
}

/** Undefined where the host cannot run it. */
export function openHosted(layers: readonly Layer[]): ApplyLayer | undefined {
  const whole = layers.filter(({ rows }) => rows % BLOCK === 0)
  const most = Math.max(0, ...whole.flatMap(({ rows, columns }) => [rows, columns]))
  const numbers = whole.reduce((sum, { rows, columns }) => sum + rows * (columns + 1), 2 * most)
  const hosted = program.start(Math.max(1, Math.ceil((numbers * NUMBER_BYTES) / PAGE)))
  return hosted === undefined ? undefined : applyIn(hosted, whole, most)
}

/** First what is seen, then the answer, then each layer: its cells and its bias. */
function applyIn({ calls, memory }: Hosted<Calls>, layers: readonly Layer[], most: number) {
  const numbers = new Float64Array(memory.buffer)
  const places = new Map<Layer, number>()
  let next = 2 * most
  for (const layer of layers) {
    places.set(layer, next)
    numbers.set(toBlocks(layer), next)
    numbers.set(layer.bias, next + layer.rows * layer.columns)
    next += layer.rows * (layer.columns + 1)
  }
  return (layer: Layer, seen: Float64Array, answer: Float64Array) => {
    const at = places.get(layer)
    if (at === undefined) return applyHere(layer, seen, answer)
    const { rows, columns } = layer
    numbers.set(seen)
    const bias = at + rows * columns
    calls.applyLayer(at * 8, bias * 8, rows, columns, 0, most * 8)
    for (let row = 0; row < rows; row += 1) answer[row] = numbers[most + row] as number
  }
}

/** Eight rows together, column by column. */
function toBlocks({ rows, columns, cells }: Layer): Float64Array {
  const blocks = new Float64Array(rows * columns)
  for (let row = 0; row < rows; row += 1) {
    const block = (row - (row % BLOCK)) * columns + (row % BLOCK)
    for (let column = 0; column < columns; column += 1) {
      blocks[block + column * BLOCK] = cells[row * columns + column] as number
    }
  }
  return blocks
}

/** In plain TypeScript; four rows at once, as what is seen is then fetched a quarter as often. */
export function applyHere(layer: Layer, seen: Float64Array, answer: Float64Array): void {
  const { rows, columns, cells, bias } = layer
  let row = 0
  for (; row + 4 <= rows; row += 4) {
    let [first, second, third, fourth] = [0, 0, 0, 0]
    const one = row * columns
    const [two, three, four] = [one + columns, one + 2 * columns, one + 3 * columns]
    for (let at = 0; at < columns; at += 1) {
      const value = seen[at] as number
      first += (cells[one + at] as number) * value
      second += (cells[two + at] as number) * value
      third += (cells[three + at] as number) * value
      fourth += (cells[four + at] as number) * value
    }
    answer[row] = first + (bias[row] as number)
    answer[row + 1] = second + (bias[row + 1] as number)
    answer[row + 2] = third + (bias[row + 2] as number)
    answer[row + 3] = fourth + (bias[row + 3] as number)
  }
  for (; row < rows; row += 1) {
    let sum = 0
    for (let at = 0; at < columns; at += 1) {
      sum += (cells[row * columns + at] as number) * (seen[at] as number)
    }
    answer[row] = sum + (bias[row] as number)
  }
}
