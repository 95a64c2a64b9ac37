/**
 * `node bench/media/hash/bank-growth.ts [size…] [--save]`: a look-up in banks of growing size.
 *
 * Random hashes, then hashes that are 0 to 31 bits from one in the bank (all must be found) and
 * strangers (none may be). Beside it the plain way, comparing with each. The bank of ten million
 * takes about 1.3 GB. `--save` keeps the run for `docs/media/pictures.md`.
 */

import { type BankEntry, type HashBank, openHashBank, SAME_PICTURE_DISTANCE } from '@fangxing/media'
import { parseHash } from '../../../packages/media/src/hash/distance.ts'
import { distanceWithin, HASH_WORDS } from '../../../packages/media/src/hash/hash-index.ts'
import { saveRun } from '../runs.ts'
import { seeded } from '../studio.ts'

const DEFAULT_SIZES = [10_000, 100_000, 1_000_000]
const QUERIES = 400
const PLAIN_QUERIES = 10
const MEANING = { bank: 'bench', label: 'known', kind: 'deny' } as const

export interface GrowthRow {
  readonly size: number
  readonly buildSeconds: number
  /** Middle and 99th percentile of one look-up. */
  readonly milliseconds: number
  readonly slowMilliseconds: number
  /** Comparing with each hash; null where it was not tried. */
  readonly plainMilliseconds: number | null
  readonly found: number
  readonly asked: number
  readonly invented: number
}

export function measureGrowth(size: number): GrowthRow {
  const start = performance.now()
  const bank = openHashBank(randomEntries(size))
  const buildSeconds = (performance.now() - start) / 1000
  const near = everyNth(size).map((bits, at) => flip(bits, at % 32, at))
  const strangers = [...randomEntries(QUERIES, 99)].map(({ bits }) => bits)
  for (const bits of near.slice(0, 50)) look(bank, bits)
  const times: number[] = []
  const ask = (bits: string): boolean => {
    const before = performance.now()
    const isFound = look(bank, bits)
    times.push(performance.now() - before)
    return isFound
  }
  const found = near.filter(ask).length
  const invented = strangers.filter(ask).length
  const sorted = times.toSorted((one, other) => one - other)
  return {
    size,
    buildSeconds,
    milliseconds: sorted[sorted.length >> 1] ?? 0,
    slowMilliseconds: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
    plainMilliseconds: size > 1_000_000 ? null : plainTime(size, near),
    found,
    asked: near.length,
    invented,
  }
}

function look(bank: HashBank, bits: string): boolean {
  return bank.find({ bits, quality: 100 }).length > 0
}

/** The same entries for the same seed, made as they are asked for. */
function* randomEntries(size: number, seed = 1): Iterable<BankEntry> {
  const random = seeded(seed)
  const words = new Uint32Array(HASH_WORDS)
  const bytes = Buffer.from(words.buffer)
  for (let at = 0; at < size; at += 1) {
    for (let word = 0; word < HASH_WORDS; word += 1) words[word] = random() * 2 ** 32
    yield { ...MEANING, bits: bytes.toString('hex') }
  }
}

/** Hashes of the bank, evenly spread; the entries are made anew and not kept. */
function everyNth(size: number): string[] {
  const hashes: string[] = []
  let at = 0
  for (const { bits } of randomEntries(size)) {
    if (at % Math.ceil(size / QUERIES) === 0) hashes.push(bits)
    at += 1
  }
  return hashes
}

/** So many bits flipped, other ones for another seed. */
function flip(bits: string, count: number, seed: number): string {
  const digits = [...bits].map((digit) => Number.parseInt(digit, 16))
  for (let at = 0; at < count; at += 1) {
    const bit = (at * 37 + seed * 11) % 256
    digits[bit >> 2] = (digits[bit >> 2] ?? 0) ^ (1 << (bit & 3))
  }
  return digits.map((digit) => digit.toString(16)).join('')
}

/** Compares with each hash, as words and not as text, and stops early like the index does. */
function plainTime(size: number, near: readonly string[]): number {
  const words = new Uint32Array(size * HASH_WORDS)
  let at = 0
  for (const { bits } of randomEntries(size)) {
    words.set(parseHash(bits) ?? [], at)
    at += HASH_WORDS
  }
  const start = performance.now()
  for (const bits of near.slice(0, PLAIN_QUERIES)) {
    const wanted = parseHash(bits) ?? new Uint32Array(HASH_WORDS)
    for (let from = 0; from < words.length; from += HASH_WORDS) {
      distanceWithin(words, from, wanted, SAME_PICTURE_DISTANCE)
    }
  }
  return (performance.now() - start) / PLAIN_QUERIES
}

if (import.meta.main) {
  const sizes = process.argv
    .slice(2)
    .map(Number)
    .filter((size) => size > 0)
  const rows: GrowthRow[] = []
  for (const size of sizes.length > 0 ? sizes : DEFAULT_SIZES) {
    const row = measureGrowth(size)
    rows.push(row)
    console.log(JSON.stringify(row))
    if (process.argv.includes('--save')) saveRun('bank', { rows })
  }
}
