/**
 * How much two short texts have in common: the Dice coefficient of their letter pairs, 0 to 1.
 *
 * Signs and spaces do not count. Texts of fewer than two letters are alike only when they are the same.
 */
export function toLikeness(one: string, other: string): number {
  const [first, second] = [toPairs(one), toPairs(other)]
  if (first.length === 0 || second.length === 0) return toLetters(one) === toLetters(other) ? 1 : 0
  const left = new Map<string, number>()
  for (const pair of first) left.set(pair, (left.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of second) {
    const count = left.get(pair) ?? 0
    if (count === 0) continue
    left.set(pair, count - 1)
    shared += 1
  }
  return (2 * shared) / (first.length + second.length)
}

function toPairs(text: string): readonly string[] {
  const letters = [...toLetters(text)]
  return letters.slice(1).map((letter, nth) => `${letters[nth]}${letter}`)
}

function toLetters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
