/**
 * Ordinary words and how common they are; reads a stretch of text as the likeliest row of them.
 *
 * No segmenter: only the neighbourhood of a match is read, so that a boundary can be seen. A
 * character that belongs to no listed word is a word of its own. O(length × LONGEST).
 */

export interface OrdinaryWords {
  readonly wordCount: number
  /** Where each word of the likeliest reading begins, and the end; in UTF-16 units. */
  cut(text: string): readonly number[]
  /** Whether any word lies over this place, likely or not: where none does, no reading has one there. */
  liesOver(text: string, place: number): boolean
}

const LONGEST = 4
/** Bits: words of all texts together, and what a character by itself costs. */
const ALL_WORDS = 26
const SINGLE_COST = 14
/** Eight times as many bits as there are words: 32 KB. */
const PAIR_BITS = 18
/** An odd number without a pattern. */
const SPREAD = 0x9e3779b1

let loaded: Promise<OrdinaryWords> | undefined

/** Read once, when somebody first asks: a fifth of a megabyte that a small page may not want. */
export function loadOrdinaryWords(): Promise<OrdinaryWords> {
  loaded ??= import('./ordinary-words.generated.ts').then(({ ORDINARY_WORDS }) =>
    toOrdinaryWords(ORDINARY_WORDS),
  )
  return loaded
}

/** Each line: the bits of the count, the length of the words, the words. */
export function toOrdinaryWords(lines: readonly string[]): OrdinaryWords {
  const costs = new Map<string, number>()
  const beginnings = new Beginnings()
  for (const line of lines) {
    const [bits = '', length = '', words = ''] = line.split(' ')
    const size = Number(length)
    for (let at = 0; at < words.length; at += size) {
      costs.set(words.slice(at, at + size), ALL_WORDS - Number(bits))
      if (size > 1) beginnings.add(words, at)
    }
  }
  return {
    wordCount: costs.size,
    cut: (text) => cut(costs, beginnings, text),
    liesOver: (text, place) => liesOver(costs, beginnings, text, place),
  }
}

/** Whether any word begins with these two units: nearly no two do, and a bit says so at once. */
class Beginnings {
  private readonly bits = new Uint8Array(1 << (PAIR_BITS - 3))

  add(words: string, at: number): void {
    const bit = bitOf(words, at)
    this.bits[bit >>> 3] = (this.bits[bit >>> 3] as number) | (1 << (bit & 7))
  }

  /** False for some that do not. */
  hasNot(text: string, at: number): boolean {
    const bit = bitOf(text, at)
    return ((this.bits[bit >>> 3] as number) & (1 << (bit & 7))) === 0
  }
}

function bitOf(text: string, at: number): number {
  const pair = (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)
  return Math.imul(pair, SPREAD) >>> (32 - PAIR_BITS)
}

/** Longer stretches are rare: what is cut are the neighbourhoods of matches. */
const ROOM = 64
const roomForLeast = new Float64Array(ROOM)
const roomForFrom = new Int32Array(ROOM)

function cut(
  costs: ReadonlyMap<string, number>,
  beginnings: Beginnings,
  text: string,
): readonly number[] {
  const places = text.length + 1
  const least = places > ROOM ? new Float64Array(places) : roomForLeast
  const from = places > ROOM ? new Int32Array(places) : roomForFrom
  least.fill(Number.POSITIVE_INFINITY, 1, places)
  least[0] = 0
  for (let at = 0; at < text.length; at += 1) {
    const longest = beginnings.hasNot(text, at) ? 1 : Math.min(LONGEST, text.length - at)
    for (let size = 1; size <= longest; size += 1) {
      const cost = size === 1 ? SINGLE_COST : costs.get(text.slice(at, at + size))
      if (cost === undefined) continue
      const sum = (least[at] as number) + cost
      if (sum >= (least[at + size] as number)) continue
      least[at + size] = sum
      from[at + size] = at
    }
  }
  const begins = [text.length]
  for (let at = text.length; at > 0; ) {
    at = from[at] as number
    begins.push(at)
  }
  return begins.reverse()
}

function liesOver(
  costs: ReadonlyMap<string, number>,
  beginnings: Beginnings,
  text: string,
  place: number,
): boolean {
  for (let start = Math.max(0, place - LONGEST + 1); start < place; start += 1) {
    if (beginnings.hasNot(text, start)) continue
    const last = Math.min(text.length, start + LONGEST)
    for (let end = place + 1; end <= last; end += 1) {
      if (costs.has(text.slice(start, end))) return true
    }
  }
  return false
}
