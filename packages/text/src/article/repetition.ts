/**
 * Sentences that a text says more than once, with the places of each.
 *
 * Compared in plain form, so that spaces, width and case make no difference. Short ones repeat in
 * any honest text (谢谢大家) and are left out. O(length).
 */

import { normalise } from '../fold/normalise.ts'

export interface Place {
  readonly start: number
  readonly end: number
}

export interface RepeatedSentence {
  /** As it stands the first time. */
  readonly text: string
  readonly places: readonly Place[]
}

/** Plain characters; shorter sentences are phrases that anybody repeats. */
export const LEAST_SENTENCE = 10

const SENTENCE = /[^。！？!?\n；;]+[。！？!?；;]*/gu

/** In order of the first place. */
export function findRepeated(text: string): readonly RepeatedSentence[] {
  const known = new Map<string, { text: string; places: Place[] }>()
  for (const { index, 0: sentence } of text.matchAll(SENTENCE)) {
    const plain = normalise(sentence).text.replace(/[。!?;…,、:]+/gu, '')
    if (plain.length < LEAST_SENTENCE) continue
    const start = index + sentence.length - sentence.trimStart().length
    const end = index + sentence.trimEnd().length
    const before = known.get(plain)
    if (before === undefined) known.set(plain, { text: sentence.trim(), places: [{ start, end }] })
    else before.places.push({ start, end })
  }
  return [...known.values()].filter(({ places }) => places.length > 1)
}
