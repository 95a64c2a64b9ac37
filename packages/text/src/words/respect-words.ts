/**
 * A lexicon that sees when a match only stands there because two ordinary words meet: 加微信 in
 * 增加微信息, 口交 in 路口交通.
 *
 * The neighbourhood is read as the likeliest row of ordinary words. A match that begins in the middle
 * of one word and ends in the middle of another is lowered to a hint, less sure than before, with
 * those words as the reason. A word of two characters is lowered, too, when one of them belongs to a
 * neighbour and the other stands alone: 口交 in 出口交税. A match in which anything was undone
 * stays as it is: nobody disguises an accident. Nothing is removed: a person can still look.
 * Costs nothing where nothing matches.
 */

import type { Lexicon } from '../lexicon.ts'
import type { Match } from '../term.ts'
import type { OrdinaryWords } from './ordinary-words.ts'

/** Characters on either side: two words of the longest kind. */
const REACH = 8
/** How much less a lowered match is trusted. */
const FACTOR = 0.3

const HAN_ONLY = /^\p{Script=Han}+$/u
const HAN_BEFORE = /[\u3400-\u9fff]*$/u
const HAN_AFTER = /^[\u3400-\u9fff]*/u

export function respectWords(lexicon: Lexicon, words: OrdinaryWords): Lexicon {
  return {
    edition: lexicon.edition,
    termCount: lexicon.termCount,
    refused: lexicon.refused,
    find(text, options) {
      const matches = lexicon.find(text, options)
      return matches.length === 0 ? matches : matches.map((match) => weigh(words, text, match))
    },
  }
}

function weigh(words: OrdinaryWords, text: string, match: Match): Match {
  if (match.conversions.length > 0 || !HAN_ONLY.test(match.matched)) return match
  // Mostly so, and far cheaper to see than how the neighbourhood reads.
  if (!words.liesOver(text, match.start) && !words.liesOver(text, match.end)) return match
  const crossing = findCrossing(words, text, match)
  if (crossing.length === 0) return match
  const confidence = Math.round(match.confidence * FACTOR * 1000) / 1000
  return { ...match, level: 'hint', confidence, crossing }
}

/** The words that run over both ends of a match, as the reason to doubt it; empty: none. */
function findCrossing(
  words: OrdinaryWords,
  text: string,
  { start, end }: Match,
): readonly string[] {
  const [before = ''] = HAN_BEFORE.exec(text.slice(Math.max(0, start - REACH), start)) ?? []
  const [after = ''] = HAN_AFTER.exec(text.slice(end, end + REACH)) ?? []
  const from = start - before.length
  const stretch = text.slice(from, end + after.length)
  const places = words.cut(stretch)
  const over = (place: number) => {
    const nth = places.findIndex((next) => next > place)
    const first = places[nth - 1] ?? 0
    return first === place ? undefined : stretch.slice(first, places[nth])
  }
  const left = over(start - from)
  const right = end === from + stretch.length ? undefined : over(end - from)
  if (left !== undefined && right !== undefined) return left === right ? [left] : [left, right]
  const crossing = left ?? right
  // 人民 in 人民币 is all in one word, and may well be what is meant.
  const isParted = end - start === 2 && places.includes(start - from + 1)
  return crossing === undefined || !isParted ? [] : [crossing]
}
