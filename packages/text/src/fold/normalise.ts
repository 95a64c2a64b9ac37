/** The plain form of a text, with the way back to the original. For showing, comparing, hashing. */

import { endOfCharacter, FoldedText } from './fold.ts'

export interface Normalised {
  readonly text: string
  /** For each UTF-16 unit of `text`: where its character begins and ends in the original. */
  readonly offsets: readonly { readonly start: number; readonly end: number }[]
}

export function normalise(text: string): Normalised {
  const folded = new FoldedText().read(text)
  const offsets = Array.from(folded.starts.subarray(0, folded.length), (start) => ({
    start,
    end: endOfCharacter(text, start),
  }))
  return { text: toText(folded.units.subarray(0, folded.length)), offsets }
}

/** In pieces, because a call takes only so many arguments. */
function toText(units: Uint16Array): string {
  let text = ''
  for (let at = 0; at < units.length; at += 8192) {
    text += String.fromCharCode(...units.subarray(at, at + 8192))
  }
  return text
}
