/**
 * Finds the words that people would disguise: those that heated comments have far more often than
 * ordinary conversation, the most telling first.
 *
 * Counts each word of the word list, and each single character, once per text.
 */

import type { Lure } from '../src/decloak/lures.ts'
import { LONGEST_LURE, soundsOf } from '../src/decloak/lures.ts'
import type { Corpora } from './corpora.ts'

/** A word must be in this many heated texts, a single character in so many. */
const LEAST = { word: 40, single: 100 }
/** Natural logarithms by which heated texts must have it more often. */
const LEAST_HEAT = { word: 0.8, single: 1.2 }

interface Counted {
  readonly times: ReadonlyMap<string, number>
  readonly texts: number
}

export function findLures(corpora: Corpora): Lure[] {
  const comments = corpora.labelled.filter(({ split }) => split === 'train')
  const words = new Set(corpora.words.map(({ text }) => text))
  const count = (texts: readonly string[]) => countWords(texts, words)
  const heated = count(comments.map(({ text }) => text))
  const calm = count([...corpora.talk, ...corpora.chat, ...corpora.news])
  const hostile = count(comments.filter(({ label }) => label !== 100).map(({ text }) => text))
  const harmless = count(comments.filter(({ label }) => label === 100).map(({ text }) => text))
  const listed = new Set(corpora.hateWords)
  const lures = [...heated.times].flatMap(([word, times]) => {
    const kind = word.length === 1 ? 'single' : 'word'
    const heat = ratioOf(word, heated, calm, 1)
    if (times < LEAST[kind] || heat < LEAST_HEAT[kind] || soundsOf(word) === undefined) return []
    const hostility = ratioOf(word, hostile, harmless, 2)
    return [{ word, heat, count: Math.log(times), hostility, isListed: listed.has(word), place: 0 }]
  })
  return lures
    .sort((one, other) => tellingOf(other) - tellingOf(one))
    .map((lure, place) => ({ ...lure, place }))
}

function tellingOf({ word, heat, count, hostility, isListed }: Lure): number {
  const base = heat + 1.5 * hostility + 0.6 * count + 0.5 * Number(isListed)
  return word.length === 1 ? base - 1.5 : base
}

function ratioOf(word: string, one: Counted, other: Counted, smoothing: number): number {
  const share = ({ times, texts }: Counted) => ((times.get(word) ?? 0) + smoothing) / texts
  return Math.log(share(one) / share(other))
}

function countWords(texts: readonly string[], words: ReadonlySet<string>): Counted {
  const times = new Map<string, number>()
  for (const text of texts) {
    const met = new Set<string>()
    for (let start = 0; start < text.length; start += 1) {
      for (let length = 1; length <= LONGEST_LURE && start + length <= text.length; length += 1) {
        const word = text.slice(start, start + length)
        if (length === 1 || words.has(word)) met.add(word)
      }
    }
    for (const word of met) times.set(word, (times.get(word) ?? 0) + 1)
  }
  return { times, texts: texts.length }
}
