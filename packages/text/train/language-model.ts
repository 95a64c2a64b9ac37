/**
 * Counts a character language model from licensed texts and packs it for the de-cloaker.
 *
 * Pairs and triples seen twice are kept, the most frequent first, until the table is
 * nine tenths full. The word list counts as text, each word by the logarithm of its frequency.
 */

import {
  type LanguageModel,
  putGram,
  SLOT_COUNT,
  stepOf,
  toPlain,
} from '../src/decloak/language-model.ts'
import type { Corpora } from './corpora.ts'

const FULL = 0.9 * SLOT_COUNT

export function countLanguage(corpora: Corpora): LanguageModel {
  const singles = new Uint32Array(65536)
  const pairs = new Map<number, number>()
  const triples = new Map<number, number>()
  const add = (text: string, times: number) => {
    const units = toPlain(text)
    for (let at = 2; at < units.length; at += 1) {
      const [first = 0, second = 0, third = 0] = units.subarray(at - 2, at + 1)
      singles[third] = (singles[third] ?? 0) + times
      const pair = second * 65536 + third
      pairs.set(pair, (pairs.get(pair) ?? 0) + times)
      const triple = first * 4294967296 + pair
      triples.set(triple, (triples.get(triple) ?? 0) + times)
    }
  }
  for (const { text, split } of corpora.labelled) if (split === 'train') add(text, 1)
  for (const text of [...corpora.talk, ...corpora.chat, ...corpora.news]) add(text, 1)
  for (const { text, count } of corpora.words)
    if (count >= 3) add(text, Math.ceil(Math.log2(count)))
  return pack(singles, pairs, triples)
}

function pack(
  singles: Uint32Array,
  pairs: ReadonlyMap<number, number>,
  triples: ReadonlyMap<number, number>,
): LanguageModel {
  const model: LanguageModel = {
    singles: Uint8Array.from(singles, (count) => Math.min(255, stepOf(count))),
    marks: new Uint16Array(SLOT_COUNT),
    steps: new Uint8Array(SLOT_COUNT),
  }
  const grams = [
    ...[...pairs].filter(([, count]) => count >= 2),
    ...[...triples].filter(([, count]) => count >= 2),
  ].sort(([, one], [, other]) => other - one)
  let kept = 0
  for (const [gram, count] of grams) {
    if (kept >= FULL) break
    const first = Math.floor(gram / 4294967296)
    const second = Math.floor(gram / 65536) & 65535
    if (putGram(model, first, second, gram & 65535, stepOf(count))) kept += 1
  }
  return model
}
