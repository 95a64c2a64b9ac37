/**
 * Multiplies what is seen by the cells of a layer: for each row, the sum over all columns, and its bias.
 *
 * AssemblyScript; `src/decloak/layers.ts` runs it and says the same in plain TypeScript, to the last bit:
 * two rows are added up in the lanes of one number, each column by column. Cells lie as they are
 * wanted: eight rows together, column by column.
 */

const BLOCK: usize = 8
const NUMBER_BYTES: usize = 8
const BLOCK_BYTES: usize = BLOCK * NUMBER_BYTES

/** `rows` is a multiple of eight; everything is numbers of eight bytes. */
export function applyLayer(
  cells: usize,
  bias: usize,
  rows: usize,
  columns: usize,
  seen: usize,
  answer: usize,
): void {
  const end = seen + columns * NUMBER_BYTES
  for (let row: usize = 0; row < rows; row += BLOCK) {
    let first = f64x2.splat(0)
    let second = f64x2.splat(0)
    let third = f64x2.splat(0)
    let fourth = f64x2.splat(0)
    for (let at = seen; at < end; at += NUMBER_BYTES) {
      const value = v128.load64_splat(at)
      first = f64x2.add(first, f64x2.mul(v128.load(cells), value))
      second = f64x2.add(second, f64x2.mul(v128.load(cells + 16), value))
      third = f64x2.add(third, f64x2.mul(v128.load(cells + 32), value))
      fourth = f64x2.add(fourth, f64x2.mul(v128.load(cells + 48), value))
      cells += BLOCK_BYTES
    }
    v128.store(answer, f64x2.add(first, v128.load(bias)))
    v128.store(answer + 16, f64x2.add(second, v128.load(bias + 16)))
    v128.store(answer + 32, f64x2.add(third, v128.load(bias + 32)))
    v128.store(answer + 48, f64x2.add(fourth, v128.load(bias + 48)))
    answer += BLOCK_BYTES
    bias += BLOCK_BYTES
  }
}
