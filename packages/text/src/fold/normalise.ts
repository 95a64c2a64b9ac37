/** The plain form of a text, with the way back to the original. For showing, comparing, hashing. */

import { endOfCharacter, FoldedText, hasWordGap } from './fold.ts'
import { isLatin, toCharacter } from './fold-table.ts'

export interface Offset {
  readonly start: number
  readonly end: number
}

export interface Normalised {
  /** Latin words keep one space between them; every other gap is gone. */
  readonly text: string
  /** For each UTF-16 unit of `text`: where its character begins and ends in the original. */
  readonly offsets: readonly Offset[]
}

export function normalise(text: string): Normalised {
  const folded = new FoldedText().read(text)
  const characters: string[] = []
  const offsets: Offset[] = []
  for (let at = 0; at < folded.length; at += 1) {
    const start = folded.starts[at] as number
    const before = at > 0 ? (offsets.at(-1)?.end ?? 0) : 0
    const parted =
      at > 0 &&
      isLatin(folded.units[at - 1] as number) &&
      isLatin(folded.units[at] as number) &&
      hasWordGap(text, before, start)
    if (parted) {
      characters.push(' ')
      offsets.push({ start: before, end: start })
    }
    characters.push(toCharacter(folded.units[at] as number))
    offsets.push({ start, end: endOfCharacter(text, start) })
  }
  return { text: characters.join(''), offsets }
}
