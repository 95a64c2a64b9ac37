/**
 * A text with every character in its plain form, signs kept, each with its place in the original.
 *
 * Unlike the row that words are sought in, dots, at-signs and slashes stay: addresses need them.
 */

import { endOfCharacter } from '../fold/fold.ts'
import { CLOSE, isSeparator, LONGER_READING, READING, toCharacter } from '../fold/fold-table.ts'

export interface PlainCharacters {
  readonly text: string
  /** By UTF-16 unit of `text`: where its character begins and ends in the original. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

const UNSEEN = /[\p{Cf}\p{M}]/u

export function toPlainCharacters(original: string): PlainCharacters {
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  for (let at = 0; at < original.length; ) {
    const end = endOfCharacter(original, at)
    const plain = toPlain(original, at)
    for (let part = 0; part < plain.length; part += 1) {
      starts.push(at)
      ends.push(end)
    }
    text += plain
    at = end
  }
  return { text, starts, ends }
}

function toPlain(original: string, at: number): string {
  const unit = original.charCodeAt(at)
  const reading = READING[unit] as number
  if (reading > CLOSE && !isSeparator(reading)) return toCharacter(reading)
  const point = original.codePointAt(at) ?? 0
  const longer = LONGER_READING.get(point)
  if (longer !== undefined) return longer.text
  const character = String.fromCodePoint(point)
  if (point < 128) return character
  return UNSEEN.test(character) ? '' : character.normalize('NFKC')
}
