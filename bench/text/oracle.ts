/**
 * What an engine ought to find, looked up the slow way: each word in turn.
 *
 * For folded search the oracle looks in the plain form of the text for the plain form of the words.
 */

import { normalise } from '@fangxing/text'

const HAN_ONLY = /^\p{Script=Han}+$/u

export function countExact(words: readonly string[], texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + countAll(words, text), 0)
}

/** Only words of Han characters: for Latin words and numbers the engine has its own rules. */
export function countFolded(words: readonly string[], texts: readonly string[]): number {
  const plainWords = words.map((word) => normalise(word).text)
  return texts.reduce((sum, text) => sum + countAll(plainWords, normalise(text).text), 0)
}

export function hanWords(words: readonly string[]): readonly string[] {
  return words.filter((word) => HAN_ONLY.test(word))
}

function countAll(words: readonly string[], text: string): number {
  let hits = 0
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) hits += 1
  }
  return hits
}
