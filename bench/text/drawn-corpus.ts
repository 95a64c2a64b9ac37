/**
 * Running text and a block list for whoever has no published ones: both drawn from the grammars that
 * the text models learn from, text from the ordinary ones, words from what the harmful ones sell.
 *
 * Made to be like the published pair in what an engine's speed hangs on: words are as long as those of
 * a published list, and as in a list that is in use, those that ordinary text is full of are left out.
 * The same in every run. About half a second.
 */

import { join } from 'node:path'
import { type Random, seededRandom } from '../../packages/text/src/classify/seeded-random.ts'
import { drawText, readGrammar } from '../../packages/text/train/grammar.ts'

const GRAMMARS = join(import.meta.dirname, '..', '..', 'packages', 'text', 'train', 'grammars')
/** Headlines and offers, which are most like titles. */
const HEADLINES = ['ordinaryNews', 'marketNews', 'tabloid', 'ordinaryTrade']
const TALK = ['ordinaryTalk', 'complaint', 'privateMessage', 'chatter']
const HARMFUL = [
  ...['gambling', 'porn', 'fraud', 'blackMarket', 'contraband', 'advert', 'insult'],
  ...['smut', 'allure', 'ruse', 'bait', 'peddle', 'leer', 'vulgar'],
]

const SPACED = 0.3
/** Harmful texts that words are cut from: more bring few that are short. */
const DRAWN = 60_000
const MOST_WORDS = 60_000
/** Of a hundred words of the published list so many have 2, 3, 4 … characters. */
const SHARES = [6, 9, 13, 11, 19, 14, 14, 6, 4, 2, 2]
const LEAST_LENGTH = 2
const MOST_LENGTH = LEAST_LENGTH + SHARES.length - 1
/** Words that stand more than once in so many characters are left out: then a message has as many hits. */
const UNITS_EACH = 6200
/** Longer ones are in no running text by chance. */
const LONGEST_COUNTED = 4

const CLAUSE = /[^\p{L}\p{N}]+/u
const WORD = /^[a-z]*\p{Script=Han}[\p{Script=Han}a-z]*$/u

/** At least so many characters: two headlines at a time, together as long as a title. */
export function drawRunningText(size: number): string {
  const random = seededRandom(20260422)
  const grammars = HEADLINES.map((name) => readGrammar(GRAMMARS, name))
  const parts: string[] = []
  for (let length = 0; length < size; ) {
    const grammar = random.pick(grammars)
    const joint = random.chance(SPACED) ? ' ' : ''
    const part = `${drawText(grammar, random)}${joint}${drawText(grammar, random)}`
    parts.push(part)
    length += part.length + 1
  }
  return parts.join('，')
}

/** Headlines, offers, remarks and messages, none of which is meant to be found. */
export function drawOrdinaryTexts(count: number): readonly string[] {
  const random = seededRandom(3)
  const grammars = [...HEADLINES, ...TALK].map((name) => readGrammar(GRAMMARS, name))
  return Array.from({ length: count }, () => drawText(random.pick(grammars), random))
}

/** In any order. */
export function drawListedWords(running: string): readonly string[] {
  const byLength = drawClauses(seededRandom(7))
  const words = SHARES.flatMap((share, nth) =>
    [...(byLength[nth + LEAST_LENGTH] ?? [])].slice(0, (share * MOST_WORDS) / 100),
  )
  const counts = countIn(running, words)
  const most = running.length / UNITS_EACH
  return words.filter((word) => (counts.get(word) ?? 0) <= most)
}

/** What stands between signs in harmful texts, by length, each once. */
function drawClauses(random: Random): readonly ReadonlySet<string>[] {
  const byLength = Array.from({ length: MOST_LENGTH + 1 }, () => new Set<string>())
  const grammars = HARMFUL.map((name) => readGrammar(GRAMMARS, name))
  for (let nth = 0; nth < DRAWN; nth += 1) {
    for (const clause of drawText(random.pick(grammars), random).split(CLAUSE)) {
      if (clause.length >= LEAST_LENGTH && WORD.test(clause)) byLength[clause.length]?.add(clause)
    }
  }
  return byLength
}

function countIn(text: string, words: readonly string[]): ReadonlyMap<string, number> {
  const short = words.filter(({ length }) => length <= LONGEST_COUNTED)
  const counts = new Map(short.map((word) => [word, 0]))
  for (let length = LEAST_LENGTH; length <= LONGEST_COUNTED; length += 1) {
    for (let at = 0; at + length <= text.length; at += 1) {
      const slice = text.slice(at, at + length)
      const count = counts.get(slice)
      if (count !== undefined) counts.set(slice, count + 1)
    }
  }
  return counts
}
