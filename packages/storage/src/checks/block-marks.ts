/**
 * A Bloom filter over what a block of checks can be searched by: names of checks and of writers.
 *
 * Two bytes for each name, four bits set: of blocks that do not have a name, one in four hundred
 * looks as if it had. The places are worked out here for both sides, the writing and the question,
 * so the database only looks at bits.
 */

const BYTES_PER_NAME = 2
const LEAST_BYTES = 16
/** Odd numbers without a pattern: each makes another place of the same hash. */
const SPREADS = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f] as const
/** Places are answered as this many bits; a filter of `2 ** k` bits looks at the first `k`. */
const PLACE_BITS = 24

export class BlockMarks {
  private readonly bytes: Uint8Array
  private readonly shift: number

  /** For at most so many names. */
  constructor(names: number) {
    let size = LEAST_BYTES
    while (size < names * BYTES_PER_NAME) size *= 2
    this.bytes = new Uint8Array(size)
    this.shift = 32 - Math.log2(size * 8)
  }

  add(name: string): void {
    const hash = hashOf(name)
    for (let nth = 0; nth < SPREADS.length; nth += 1) {
      const bit = Math.imul(hash, SPREADS[nth] as number) >>> this.shift
      this.bytes[bit >>> 3] = (this.bytes[bit >>> 3] as number) | (1 << (bit & 7))
    }
  }

  /** The same bytes: nothing may be added afterwards. */
  toBuffer(): Buffer {
    return Buffer.from(this.bytes.buffer)
  }
}

/** Where a name's bits are in a filter of `2 ** 24` bits; in one of `2 ** k`, divide by `2 ** (24 - k)`. */
export function placesOf(name: string): readonly number[] {
  const hash = hashOf(name)
  return SPREADS.map((spread) => Math.imul(hash, spread) >>> (32 - PLACE_BITS))
}

/** FNV-1a over UTF-16 units, its bits mixed once more. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  return (hash ^ (hash >>> 15)) | 0
}
