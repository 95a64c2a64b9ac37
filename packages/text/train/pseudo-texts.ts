/**
 * Ordinary texts without a meaning: words of the word list in a row, as headlines or as chatter.
 *
 * They teach that a word by itself proves nothing. Words are drawn by a root of how frequent they
 * are, so that rare ones are met too. Same seed, same texts.
 */

import type { Random } from '../src/classify/seeded-random.ts'
import type { Word } from './corpora.ts'

const PARTICLES = [...'吗呢吧啊了的呀哦？！~不我你他就都也还很好没在去要', '哈哈', '，你呢', '...']
const JOINTS = ['', ' ', '，', '。', '！', '\n', '、', '；', '…', '~']
const HEADLINE = { mostLength: 99, leastCount: 20, root: 0.5 }
const CHATTER = { mostLength: 4, leastCount: 100, root: 0.6 }

/** Two to eight words, now and then with a number or a colon between them. */
export function drawHeadlines(words: readonly Word[], count: number, random: Random): string[] {
  const draw = openUrn(
    words.filter(({ text }) => text.length >= 2),
    HEADLINE,
    random,
  )
  return Array.from({ length: count }, () => {
    const parts = Array.from({ length: 2 + random.below(7) }, draw)
    if (random.chance(0.3))
      parts.splice(random.below(parts.length), 0, random.pick(['：', ' ', '，']))
    if (random.chance(0.2)) parts.splice(random.below(parts.length), 0, String(random.below(3000)))
    return parts.join('')
  })
}

/** One to eight short words with particles, as messages and comments have them. */
export function drawChatter(words: readonly Word[], count: number, random: Random): string[] {
  const draw = openUrn(words, CHATTER, random)
  return Array.from({ length: count }, () => {
    let text = ''
    for (let left = 1 + random.below(8); left > 0; left -= 1) {
      text += draw()
      if (random.chance(0.25)) text += random.pick(PARTICLES)
      if (random.chance(0.08)) text += random.pick(JOINTS)
    }
    return text
  })
}

interface Choice {
  readonly mostLength: number
  readonly leastCount: number
  /** To which power the frequency of a word counts. */
  readonly root: number
}

function openUrn(words: readonly Word[], choice: Choice, random: Random): () => string {
  const kept = words.filter(
    ({ text, count }) => text.length <= choice.mostLength && count >= choice.leastCount,
  )
  const ends = new Float64Array(kept.length)
  let sum = 0
  kept.forEach(({ count }, nth) => {
    sum += count ** choice.root
    ends[nth] = sum
  })
  return () => kept[firstAbove(ends, random.next() * sum)]?.text ?? ''
}

function firstAbove(ends: Float64Array, point: number): number {
  let low = 0
  let high = ends.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] as number) < point) low = middle + 1
    else high = middle
  }
  return low
}
