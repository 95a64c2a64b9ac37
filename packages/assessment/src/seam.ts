/** Listed words across the cut between two pieces of one text: the end of one, the start of the next. */

import type { Lexicon, Match } from '@fangxing/text'

/** Characters on either side of a cut: half of a long term, and not a whole sentence. */
const SEAM = 6

/** Without a place: where the pieces are, the caller knows. */
export function crossingMatches(
  one: string,
  next: string,
  lexicon: Lexicon,
  scene: number,
): readonly Omit<Match, 'start' | 'end'>[] {
  const before = [...one].slice(-SEAM).join('')
  const after = [...next].slice(0, SEAM).join('')
  return lexicon
    .find(before + after, { scene })
    .filter(({ start, end }) => start < before.length && end > before.length)
    .map(({ start, end, ...match }) => match)
}
