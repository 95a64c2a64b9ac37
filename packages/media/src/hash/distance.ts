/**
 * In how many bits two hashes differ.
 */

/** A hash as eight words of 32 bits; null when it is not 64 hexadecimal digits. */
export function parseHash(bits: string): Uint32Array | null {
  if (!/^[0-9a-f]{64}$/i.test(bits)) return null
  return Uint32Array.from({ length: 8 }, (_, word) =>
    Number.parseInt(bits.slice(word * 8, word * 8 + 8), 16),
  )
}

/** 0 to 256; 256 when either is not a hash, so that nothing unreadable is ever alike. */
export function hashDistance(one: string, other: string): number {
  const words = parseHash(one)
  const others = parseHash(other)
  if (!words || !others) return 256
  return words.reduce((sum, word, at) => sum + countBits(word ^ (others[at] ?? 0)), 0)
}

/** The ones in a word of 32 bits: pairs, then fours, then bytes are added side by side. */
export function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
