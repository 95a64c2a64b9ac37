/** Reads a text into plain units, as `src/fold/fold.ts` does, and into their traits where there are any. */

import { READINGS, SOURCE, STARTS, TRAITS, UNIT_COUNT, UNITS } from './cells.ts'

const CLOSE: u32 = 1

/** Without branches: what is dropped is written too, and overwritten by the next. */
export function foldPlain(from: u32, to: u32, begin: u32): u32 {
  const readings = load<u32>(READINGS) as usize
  const source = load<u32>(SOURCE) as usize
  const starts = load<u32>(STARTS) as usize
  const units = load<u32>(UNITS) as usize
  let count = begin as usize
  let at = from
  for (; at < to; ++at) {
    const unit = load<u16>(source + ((at as usize) << 1)) as usize
    const reading = load<u16>(readings + (unit << 1)) as u32
    if (reading === CLOSE) break
    store<u16>(units + (count << 1), reading as u16)
    store<u32>(starts + (count << 2), at)
    count += (reading !== 0) as usize
  }
  store<u32>(UNIT_COUNT, count as u32)
  return at
}

/** The same with the traits of each unit. */
export function foldAll(from: u32, to: u32, begin: u32): u32 {
  const readings = load<u32>(READINGS) as usize
  const source = load<u32>(SOURCE) as usize
  const starts = load<u32>(STARTS) as usize
  const units = load<u32>(UNITS) as usize
  const traits = load<u32>(TRAITS) as usize
  let count = begin as usize
  let at = from
  for (; at < to; ++at) {
    const unit = load<u16>(source + ((at as usize) << 1)) as usize
    const entry = load<u32>(readings + (unit << 2))
    const reading = entry & 0xffff
    if (reading === CLOSE) break
    store<u16>(units + (count << 1), reading as u16)
    store<u16>(traits + (count << 1), (entry >>> 16) as u16)
    store<u32>(starts + (count << 2), at)
    count += (reading !== 0) as usize
  }
  store<u32>(UNIT_COUNT, count as u32)
  return at
}
