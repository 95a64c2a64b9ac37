/**
 * Finds every occurrence of any of many words in a row of units, overlapping ones included.
 *
 * Most positions begin no word, so two bit tables are asked first: does any word begin with these
 * two units, then with these three. Only survivors are compared, along a short chain of the words
 * that share that beginning. Building is O(total length); finding is O(length + comparisons).
 * Words are rows of UTF-16 units, so that any alphabet of at most 65536 signs will do.
 */

const PAIR_FACTOR = 0x9e3779b1
const TRIPLE_FACTOR = 0x85ebca6b
/** Bits per word in each filter: at 32 about three positions in a hundred pass by chance. */
const BITS_PER_WORD = 32
const MIN_FILTER_BITS = 12
const MAX_FILTER_BITS = 26

export class WordIndex {
  readonly wordCount: number
  /** Filled by `find`: the word's number and where it begins, by turns. Valid until the next call. */
  found = new Int32Array(256)
  private candidates = new Int32Array(1024)
  private readonly pool: Uint16Array
  private readonly offsets: Uint32Array
  private readonly filterShift: number
  private readonly pairBits: Uint32Array
  private readonly tripleBits: Uint32Array
  private readonly bucketShift: number
  /** Chains of the words of two units and of the longer ones, by hash of their beginning. */
  private readonly shortHeads: Int32Array
  private readonly longHeads: Int32Array
  /** Chain of the words of one unit, by the unit itself; empty when there are none. */
  private readonly singleHeads: Int32Array
  private readonly next: Int32Array

  constructor(words: readonly ArrayLike<number>[]) {
    this.wordCount = words.length
    this.offsets = new Uint32Array(words.length + 1)
    let size = 0
    words.forEach((word, number) => {
      this.offsets[number] = size
      size += word.length
    })
    this.offsets[words.length] = size
    this.pool = new Uint16Array(size)
    words.forEach((word, number) => {
      this.pool.set(word, this.offsets[number])
    })

    const bits = Math.ceil(Math.log2(Math.max(2, words.length)))
    const filterBits = clamp(bits + Math.log2(BITS_PER_WORD), MIN_FILTER_BITS, MAX_FILTER_BITS)
    this.filterShift = 32 - filterBits
    this.pairBits = new Uint32Array(2 ** (filterBits - 5))
    this.tripleBits = new Uint32Array(2 ** (filterBits - 5))
    this.bucketShift = 32 - clamp(bits, 4, 24)
    this.shortHeads = new Int32Array(2 ** (32 - this.bucketShift)).fill(-1)
    this.longHeads = new Int32Array(2 ** (32 - this.bucketShift)).fill(-1)
    this.singleHeads = words.some((word) => word.length === 1)
      ? new Int32Array(65536).fill(-1)
      : new Int32Array(0)
    this.next = new Int32Array(words.length).fill(-1)
    for (let number = words.length - 1; number >= 0; number -= 1) this.enter(number)
  }

  private enter(number: number): void {
    const at = this.offsets[number] as number
    const length = (this.offsets[number + 1] as number) - at
    const [first = 0, second = 0, third = 0] = this.pool.subarray(at, at + 3)
    if (length === 0) return
    if (length === 1) {
      this.chain(this.singleHeads, first, number)
      return
    }
    const pair = Math.imul((first << 16) | second, PAIR_FACTOR)
    setBit(this.pairBits, pair >>> this.filterShift)
    if (length === 2) {
      this.chain(this.shortHeads, pair >>> this.bucketShift, number)
      return
    }
    const triple = Math.imul(pair ^ third, TRIPLE_FACTOR)
    setBit(this.tripleBits, triple >>> this.filterShift)
    this.chain(this.longHeads, triple >>> this.bucketShift, number)
  }

  private chain(heads: Int32Array, at: number, number: number): void {
    this.next[number] = heads[at] as number
    heads[at] = number
  }

  /** Returns how many were found; they lie in `found`, two entries each. */
  find(units: Uint16Array, length: number): number {
    if (this.wordCount === 0) return 0
    if (this.candidates.length < length) this.candidates = new Int32Array(length * 2)
    const count = this.filter(units, length)
    let end = this.singleHeads.length > 0 ? this.findSingles(units, length) : 0
    const { candidates, shortHeads, longHeads, bucketShift, filterShift, tripleBits } = this
    for (let nth = 0; nth < count; nth += 1) {
      const at = candidates[nth] as number
      const pair = Math.imul(((units[at] as number) << 16) | (units[at + 1] as number), PAIR_FACTOR)
      const short = shortHeads[pair >>> bucketShift] as number
      if (short >= 0) end = this.compare(short, 2, units, length, at, end)
      if (at + 2 >= length) continue
      const triple = Math.imul(pair ^ (units[at + 2] as number), TRIPLE_FACTOR)
      const bit = triple >>> filterShift
      if ((((tripleBits[bit >>> 5] as number) >>> bit) & 1) === 0) continue
      const long = longHeads[triple >>> bucketShift] as number
      if (long >= 0) end = this.compare(long, 3, units, length, at, end)
    }
    return end >>> 1
  }

  /** Positions at which some word may begin, without branches: a miss is overwritten by the next. */
  private filter(units: Uint16Array, length: number): number {
    const { candidates, pairBits, filterShift } = this
    let count = 0
    let before = length > 0 ? (units[0] as number) : 0
    for (let at = 1; at < length; at += 1) {
      const unit = units[at] as number
      const bit = Math.imul((before << 16) | unit, PAIR_FACTOR) >>> filterShift
      candidates[count] = at - 1
      count += ((pairBits[bit >>> 5] as number) >>> bit) & 1
      before = unit
    }
    return count
  }

  private findSingles(units: Uint16Array, length: number): number {
    let end = 0
    for (let at = 0; at < length; at += 1) {
      const head = this.singleHeads[units[at] as number] as number
      if (head >= 0) end = this.compare(head, 1, units, length, at, end)
    }
    return end
  }

  /** Walks a chain; `least` is the length of its shortest words. Returns the new end of `found`. */
  private compare(
    head: number,
    least: number,
    units: Uint16Array,
    length: number,
    at: number,
    end: number,
  ): number {
    const { pool, offsets, next } = this
    let count = end
    for (let number = head; number >= 0; number = next[number] as number) {
      const from = offsets[number] as number
      const size = (offsets[number + 1] as number) - from
      if (at + size > length) continue
      let same = 0
      while (same < size && pool[from + same] === units[at + same]) same += 1
      if (same < size || size < least) continue
      if (count + 2 > this.found.length) this.growFound()
      this.found[count] = number
      this.found[count + 1] = at
      count += 2
    }
    return count
  }

  private growFound(): void {
    const found = new Int32Array(this.found.length * 2)
    found.set(this.found)
    this.found = found
  }
}

function setBit(bits: Uint32Array, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << (at & 31))
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
