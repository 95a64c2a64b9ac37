/**
 * The kernel: reads a text into plain units and searches them, in WebAssembly.
 *
 * The same algorithm, table for table, as the TypeScript in `src/`, which stays the reference and does
 * the work where this cannot run. Written in AssemblyScript; `node packages/text/kernel/build.ts` makes
 * `src/kernel/search.generated.ts` of it.
 *
 * It owns no memory: `src/kernel/memory.ts` lays everything out and writes where it lies into cells of
 * 32 bits at the beginning. A pool is eight cells. Two units before a row and eight after it can be
 * written to. Nothing is checked here: whoever calls sees to it that a text fits.
 */

import {
  FOUND,
  FOUND_COUNT,
  HAS_TRAITS,
  IS_FULL,
  MARK_COUNT,
  SIGNS,
  SOURCE,
  TRAITS,
  UNIT_COUNT,
  UNITS,
  WORDS,
} from './cells.ts'
import { findBoth, findWords } from './find-words.ts'
import { foldAll, foldPlain } from './fold.ts'
import { markAll, markPlain, sign } from './mark.ts'
import { sieveMarks, sieveRuns } from './sieve.ts'

/**
 * Reads on from `from`, with `count` units read already. Returns where a character needs a closer
 * look; when there is none, the row is searched as well.
 */
export function read(from: u32, to: u32, count: u32): u32 {
  const hasTraits = load<u32>(HAS_TRAITS) !== 0
  const at = hasTraits ? foldAll(from, to, count) : foldPlain(from, to, count)
  if (at < to) return at
  const length = load<u32>(UNIT_COUNT)
  const units = load<u32>(UNITS) as usize
  store<u32>(IS_FULL, 0)
  endRow(units, length)
  if (!hasTraits) {
    store<u32>(FOUND_COUNT, findWords(WORDS, units, length, FOUND))
    store<u32>(MARK_COUNT, markPlain(units, length))
    sieveMarks(units, 0, length)
    return at
  }
  const traits = load<u32>(TRAITS) as usize
  const signs = load<u32>(SIGNS) as usize
  endRow(traits, length)
  sign(traits, signs, length)
  endRow(signs, length)
  findBoth(units, signs, length)
  markAll(units, traits, length)
  sieveMarks(units, traits, length)
  sieveRuns(units, length)
  return at
}

/** Searches the source as it stands for the words of a pool. Returns how many were found. */
export function searchSource(pool: usize, length: u32): u32 {
  const source = load<u32>(SOURCE) as usize
  store<u32>(IS_FULL, 0)
  endRow(source, length)
  return findWords(pool, source, length, FOUND)
}

function endRow(row: usize, length: u32): void {
  store<u32>(row - 4, 0xffffffff)
  v128.store(row + ((length as usize) << 1), i64x2.splat(0))
}
