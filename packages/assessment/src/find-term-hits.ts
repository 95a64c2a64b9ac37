/**
 * Finds listed words in texts and says where each stands.
 *
 * In a submitted text a hit has its own range. In a package the place is where the whole text
 * begins: between a literal and its value lie escapes and folded lines, so a column within it would
 * be a guess.
 */

import type { SeenText, TermHit } from '@fangxing/contract'
import type { FindOptions, Lexicon } from '@fangxing/text'

export function findTermHits(
  texts: readonly SeenText[],
  lexicon: Lexicon,
  options: FindOptions = {},
): readonly TermHit[] {
  return texts.flatMap(({ text, place }) =>
    lexicon.find(text, options).map(({ start, end, ...match }) => ({
      ...match,
      place: place.kind === 'text' ? { ...place, start, end } : place,
    })),
  )
}
