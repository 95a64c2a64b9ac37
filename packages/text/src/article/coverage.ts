/**
 * How much of one text's wording another text takes up: the share of its letter pairs found there.
 *
 * 0 to 1; 0 when it has fewer than two letters. Signs do not count, characters are read in plain
 * form. It knows no meaning: 番茄 and 西红柿 have nothing in common. O(length of both).
 */

import { FoldedText } from '../fold/fold.ts'
import { isSeparator } from '../fold/fold-table.ts'

const folded = new FoldedText()

export function measureCoverage(of: string, within: string): number {
  const wanted = toPairs(of)
  if (wanted.size === 0) return 0
  const present = toPairs(within)
  let found = 0
  for (const pair of wanted) found += present.has(pair) ? 1 : 0
  return found / wanted.size
}

function toPairs(text: string): ReadonlySet<number> {
  const { units, length } = folded.read(text)
  const pairs = new Set<number>()
  for (let at = 1; at < length; at += 1) {
    const [one, other] = [units[at - 1] as number, units[at] as number]
    if (!isSeparator(one) && !isSeparator(other)) pairs.add(one * 65536 + other)
  }
  return pairs
}
