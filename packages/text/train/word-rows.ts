/**
 * Rows of listed words: each crude word of the open lists by itself, and among words of ordinary chat.
 *
 * A word that ordinary texts use now and then is left out: alone it proves nothing. The lists do not
 * all say which topic a word belongs to; then it is the one whose own texts have more of its
 * characters and pairs. Same words, same seed, same rows.
 */

import type { Random } from '../src/classify/seeded-random.ts'
import type { Topic } from '../src/classify/topics.ts'
import type { WrittenText } from './written-texts.ts'

/** A text with more occurrences of a word than this knows it as an ordinary one. */
const MOST_ORDINARY = 4
const WORD_LENGTH = { least: 2, most: 12 }
const CARRIER_LENGTH = { least: 4, most: 20 }
const BESIDE = 3
const WITHIN = 2

/** Words that are rare in `ordinary`, in the order they came. */
export function keepRareWords(words: readonly string[], ordinary: readonly string[]): string[] {
  const all = `\n${ordinary.join('\n')}\n`
  const isWord = (word: string) =>
    word.length >= WORD_LENGTH.least &&
    word.length <= WORD_LENGTH.most &&
    /\p{Script=Han}/u.test(word)
  return [...new Set(words)].filter((word) => isWord(word) && !isOrdinary(word, all))
}

function isOrdinary(word: string, all: string): boolean {
  let at = -1
  for (let count = 0; count <= MOST_ORDINARY; count += 1) {
    at = all.indexOf(word, at + 1)
    if (at < 0) return false
  }
  return true
}

export function drawWordRows(
  words: readonly string[],
  topicOf: (word: string) => Topic,
  chat: readonly string[],
  random: Random,
): WrittenText[] {
  const carriers = chat.filter(
    ({ length }) => length >= CARRIER_LENGTH.least && length <= CARRIER_LENGTH.most,
  )
  return words.flatMap((word) => {
    const beside = Array.from({ length: BESIDE }, () => {
      const carrier = random.pick(carriers)
      return random.chance(0.5) ? carrier + word : word + carrier
    })
    const within = Array.from({ length: WITHIN }, () => {
      const carrier = [...random.pick(carriers)]
      carrier.splice(random.below(carrier.length), 0, word)
      return carrier.join('')
    })
    return [word, ...beside, ...within].map((text) => ({ text, topic: topicOf(word) }))
  })
}

/** Which of the topics a word sounds most like, by the characters and pairs of their written texts. */
export function openTopicGuess(
  written: readonly WrittenText[],
  topics: readonly [Topic, ...Topic[]],
): (word: string) => Topic {
  const counted = topics.map((topic) => {
    const counts = new Map<string, number>()
    const texts = written.filter((one) => one.topic === topic)
    const parts = texts.flatMap(({ text }) => partsOf(text))
    for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1)
    return { topic, counts, total: parts.length + 1 }
  })
  return (word) => {
    const scored = counted.map(({ topic, counts, total }) => ({
      topic,
      score: partsOf(word).reduce(
        (sum, part) => sum + Math.log(((counts.get(part) ?? 0) + 0.2) / total),
        0,
      ),
    }))
    return scored.reduce((best, one) => (one.score > best.score ? one : best)).topic
  }
}

function partsOf(text: string): string[] {
  const characters = [...text]
  return characters.flatMap((one, at) => [one, `${characters[at - 1] ?? ''}${one}`])
}
