/**
 * Ordinary messages, to see what is hit that should not be.
 *
 * With `FANGXING_DATA_DIR` set: titles, reviews and private messages. Without: sentences of
 * everyday words, which say less.
 */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { EVERYDAY_WORDS } from './everyday-words.ts'
import { randomFrom } from './random.ts'

export interface OrdinaryTexts {
  readonly origin: string
  readonly texts: readonly string[]
}

const SOURCES = new Set(['thucnews-titles', 'fewclue-tnews', 'fewclue-eprstmt', 'nus-sms-zh'])
const MADE_COUNT = 5000
const MADE_WORDS = 20

export function loadOrdinaryTexts(): OrdinaryTexts {
  const directory = process.env.FANGXING_DATA_DIR ?? ''
  const file = join(directory, 'text', 'evaluation-only.jsonl.gz')
  if (directory === '' || !existsSync(file)) {
    return { origin: 'everyday words, no data directory', texts: makeTexts() }
  }
  const texts = gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { src: string; text: string; label: number })
    .filter(({ src, label }) => label === 100 && SOURCES.has(src))
    .map(({ text }) => text)
  return { origin: 'titles, reviews, private messages', texts }
}

function makeTexts(): readonly string[] {
  const random = randomFrom(3)
  const word = () => EVERYDAY_WORDS[Math.floor(random() * EVERYDAY_WORDS.length)] ?? ''
  return Array.from({ length: MADE_COUNT }, () => Array.from({ length: MADE_WORDS }, word).join(''))
}
