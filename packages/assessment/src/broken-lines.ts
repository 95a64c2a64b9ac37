/**
 * Listed words that run from one line of a picture into the next, as wrapped text and tricks do.
 *
 * Two lines are one text when the second begins right below the first: no further down than a line is
 * high, and sharing some of its width. Only what crosses the break is found here. Pure.
 */

import type { Box, SeenPicture, SeenWords, TermHit } from '@fangxing/contract'
import type { Lexicon } from '@fangxing/text'
import { crossingMatches } from './seam.ts'

export function hitsAcrossLines(
  { name, words = [] }: SeenPicture,
  lexicon: Lexicon,
  scene: number,
): readonly TermHit[] {
  return words.flatMap((line) =>
    words
      .filter((next) => isBelow(line.box, next.box))
      .flatMap((next) =>
        crossingMatches(line.text, next.text, lexicon, scene).map((match) => ({
          ...match,
          place: { kind: 'picture', picture: name, box: around(line, next) },
        })),
      ),
  )
}

function isBelow(line: Box, next: Box): boolean {
  const gap = next.y - (line.y + line.height)
  const startsBelow = next.y > line.y + line.height / 2
  const overlaps = next.x < line.x + line.width && line.x < next.x + next.width
  return startsBelow && gap <= Math.min(line.height, next.height) && overlaps
}

function around({ box: one }: SeenWords, { box: other }: SeenWords): Box {
  const x = Math.min(one.x, other.x)
  const y = Math.min(one.y, other.y)
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  }
}
