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
}

const LONGEST = 4
/** Bits: words of all texts together, and what a character by itself costs. */
const ALL_WORDS = 26
const SINGLE_COST = 14

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
  for (const line of lines) {
    const [bits = '', length = '', words = ''] = line.split(' ')
    const size = Number(length)
    for (let at = 0; at < words.length; at += size) {
      costs.set(words.slice(at, at + size), ALL_WORDS - Number(bits))
    }
  }
  return { wordCount: costs.size, cut: (text) => cut(costs, text) }
}

function cut(costs: ReadonlyMap<string, number>, text: string): readonly number[] {
  const least = new Float64Array(text.length + 1).fill(Number.POSITIVE_INFINITY)
  const from = new Int32Array(text.length + 1)
  least[0] = 0
  for (let at = 0; at < text.length; at += 1) {
    for (let size = 1; size <= LONGEST && at + size <= text.length; size += 1) {
      const cost = size === 1 ? SINGLE_COST : costs.get(text.slice(at, at + size))
      if (cost === undefined) continue
      const sum = (least[at] as number) + cost
      if (sum >= (least[at + size] as number)) continue
      least[at + size] = sum
      from[at + size] = at
    }
  }
  const places = [text.length]
  for (let at = text.length; at > 0; ) {
    at = from[at] as number
    places.push(at)
  }
  return places.reverse()
}
