/**
 * Articles that nobody wrote, as many as are asked for, and edited copies of them.
 *
 * Put together of snippets of five characters of published titles: pairs of characters are about as
 * frequent as in real Chinese, and no two articles have a sentence in common. The same in every run.
 */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

const LEAST = 200
const MOST = 800
const SNIPPET = 5

export interface MadeTexts {
  /** The nth article, of 200 to 800 characters. */
  article(nth: number): string
}

/** Null without `FANGXING_DATA_DIR`. */
export function learnTexts(directory = process.env.FANGXING_DATA_DIR ?? ''): MadeTexts | null {
  const file = join(directory, 'text', 'evaluation-only.jsonl.gz')
  if (directory === '' || !existsSync(file)) return null
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n')
  const titles = lines.filter((line) => line !== '').map((line) => JSON.parse(line).text as string)
  const running = titles.join('，')
  return { article: (nth) => writeArticle(running, randomOf(nth)) }
}

function writeArticle(running: string, random: () => number): string {
  const count = Math.floor((LEAST + random() * (MOST - LEAST)) / SNIPPET)
  return Array.from({ length: count }, () => {
    const at = Math.floor(random() * (running.length - SNIPPET))
    return running.slice(at, at + SNIPPET)
  }).join('')
}

/**
 * Numbers from 0 to 1 for each article, far apart from those of every other: with one long row of
 * numbers for all, two articles of a million would begin close to each other and share sentences.
 *
 * Source: sfc32 of PractRand, public domain.
 */
function randomOf(nth: number): () => number {
  const state = Int32Array.of(nth, ~nth, Math.imul(nth, 0x9e3779b1), 1)
  const next = () => {
    const [a = 0, b = 0, c = 0, count = 0] = state
    const sum = (a + b + count) | 0
    state[3] = count + 1
    state[0] = b ^ (b >>> 9)
    state[1] = (c + (c << 3)) | 0
    state[2] = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let warm = 0; warm < 12; warm += 1) next()
  return next
}

/** What somebody does who passes an article off as their own. */
export const EDITS: readonly {
  readonly name: string
  edit(text: string, other: string, random: () => number): string
}[] = [
  { name: 'copied whole', edit: (text) => text },
  { name: 'full width, spaces, marks', edit: (text) => text.replace(/(.{7})/gu, '$1 ，') },
  { name: 'every 20th character replaced', edit: (text, other) => replaceEvery(text, other, 20) },
  { name: 'every 10th character replaced', edit: (text, other) => replaceEvery(text, other, 10) },
  { name: 'every 6th character replaced', edit: (text, other) => replaceEvery(text, other, 6) },
  { name: 'sentences in another order', edit: shuffle },
  {
    name: 'a quarter cut off, as much put before',
    edit: (text, other) => {
      const quarter = Math.floor(text.length / 4)
      return other.slice(0, quarter) + text.slice(quarter)
    },
  },
  {
    name: 'half of it under another half',
    edit: (text, other) => {
      const half = Math.floor(text.length / 2)
      return other.slice(0, half) + text.slice(half)
    },
  },
  {
    name: 'a third of it in the middle of another',
    edit: (text, other) => {
      const third = Math.floor(text.length / 3)
      return other.slice(0, third) + text.slice(third, 2 * third) + other.slice(third)
    },
  },
  {
    name: 'a third of it, every 20th character replaced',
    edit: (text, other) => {
      const third = Math.floor(text.length / 3)
      const part = replaceEvery(text.slice(third, 2 * third), other, 20)
      return other.slice(0, third) + part + other.slice(third)
    },
  },
]

function replaceEvery(text: string, other: string, nth: number): string {
  return [...text].map((one, at) => (at % nth === nth - 1 ? (other[at] ?? one) : one)).join('')
}

function shuffle(text: string, _other: string, random: () => number): string {
  const pieces = text.match(/.{1,25}/gsu) ?? []
  return pieces
    .map((piece) => ({ piece, key: random() }))
    .sort((one, next) => one.key - next.key)
    .map(({ piece }) => piece)
    .join('')
}
