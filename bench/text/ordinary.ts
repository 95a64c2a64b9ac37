/**
 * Ordinary messages, to see what is hit that should not be.
 *
 * With `FANGXING_DATA_DIR` set: titles, reviews and private messages. Without: texts drawn from our
 * grammars, which say less.
 */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { drawOrdinaryTexts } from './drawn-corpus.ts'

export interface OrdinaryTexts {
  readonly origin: string
  readonly texts: readonly string[]
}

const SOURCES = new Set(['thucnews-titles', 'fewclue-tnews', 'fewclue-eprstmt', 'nus-sms-zh'])
const DRAWN_COUNT = 40_000

export function loadOrdinaryTexts(): OrdinaryTexts {
  const directory = process.env.FANGXING_DATA_DIR ?? ''
  const file = join(directory, 'text', 'evaluation-only.jsonl.gz')
  if (directory === '' || !existsSync(file)) {
    return {
      origin: 'drawn from our grammars, no data directory',
      texts: drawOrdinaryTexts(DRAWN_COUNT),
    }
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
