/** Lines from top to bottom; those that stand side by side from left to right. Pure, stable. */

import type { SeenWords } from '@fangxing/contract'

export function inReadingOrder(words: readonly SeenWords[]): readonly SeenWords[] {
  const rows: SeenWords[][] = []
  for (const word of words.toSorted((one, other) => middleOf(one) - middleOf(other))) {
    const row = rows.at(-1)
    const [first] = row ?? []
    if (row && first && standBeside(first, word)) row.push(word)
    else rows.push([word])
  }
  return rows.flatMap((row) => row.toSorted((one, other) => one.box.x - other.box.x))
}

function middleOf({ box }: SeenWords): number {
  return box.y + box.height / 2
}

/** The middle of the second lies within the middle half of the first. */
function standBeside(first: SeenWords, second: SeenWords): boolean {
  return Math.abs(middleOf(first) - middleOf(second)) < first.box.height / 4
}
