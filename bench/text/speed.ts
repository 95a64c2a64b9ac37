/**
 * Our engine beside every npm peer: same words, same texts, same rounds, each in its own process.
 *
 * `ratio` is to the anchor peer in the same run. A peer whose hits differ from the oracle's is
 * marked: speed bought by missing words is no speed.
 */

import { compileLexicon, compileWords } from '@fangxing/text'
import { runContest } from './contest.ts'
import type { Corpus } from './corpus.ts'
import { ANCHOR, OURS, PEERS } from './engines.ts'
import { countExact, countFolded, hanWords } from './oracle.ts'

export interface Line {
  readonly engine: string
  readonly texts: TextKind
  readonly words: number
  readonly speed: number
  readonly ratio: number
  /** In a text, on average. */
  readonly hitsEach: number
}

export type TextKind = 'short' | 'long' | 'adversarial' | 'storm' | 'dense'
export const TEXT_KINDS = ['short', 'long', 'adversarial', 'storm', 'dense'] as const

const ROUNDS = 25
/** Looking up 20,000 words one by one takes a while; forty messages are enough to be caught out. */
const ORACLE_TEXTS = 40

export async function runSpeed(
  corpus: Corpus,
  wordCount: number,
  kinds: readonly TextKind[],
): Promise<readonly Line[]> {
  const names = [...PEERS, ...OURS].map(({ name }) => name)
  const speeds = await runContest(names, wordCount, kinds, ROUNDS)
  return speeds.map(({ name, kind, speed, hits }) => {
    const anchor = speeds.find((one) => one.name === ANCHOR && one.kind === kind)?.speed ?? 1
    const hitsEach = hits / corpus[kind].length
    return { engine: name, texts: kind, words: wordCount, speed, ratio: speed / anchor, hitsEach }
  })
}

/** Differences between what we find and what looking up each word finds; empty: none. */
export function holdAgainstOracle(corpus: Corpus, wordCount: number): readonly string[] {
  const words = corpus.words(wordCount)
  const han = hanWords(words)
  const exact = compileWords(words)
  const folded = compileLexicon(
    han.map((text, nth) => ({
      id: String(nth),
      text,
      label: 20006,
      level: 'block',
      conversions: ['width', 'case', 'traditional', 'digit', 'lookalike', 'invisible', 'gap'],
    })),
  )
  return (['short', 'adversarial', 'storm', 'dense'] as const).flatMap((kind) => {
    const texts = corpus[kind].slice(0, ORACLE_TEXTS)
    const found = texts.reduce((sum, text) => sum + exact.find(text).length, 0)
    const seen = texts.reduce((sum, text) => sum + folded.find(text).length, 0)
    const expected = countExact(words, texts)
    const expectedSeen = countFolded(han, texts)
    return [
      ...(found === expected ? [] : [`${kind}: exact finds ${found} of ${expected}`]),
      ...(seen === expectedSeen ? [] : [`${kind}: folded finds ${seen} of ${expectedSeen}`]),
    ]
  })
}
