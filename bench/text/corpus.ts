/**
 * The texts and lexicons that engines are measured on, the same for all and the same in every run.
 *
 * With `FANGXING_DATA_DIR` set: published titles and a public word list. Without: sentences and
 * words put together from everyday words, which are easier for every engine.
 */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { EVERYDAY_WORDS } from './everyday-words.ts'
import { randomFrom } from './random.ts'

export interface Corpus {
  readonly origin: string
  readonly short: readonly string[]
  readonly long: readonly string[]
  readonly adversarial: readonly string[]
  readonly storm: readonly string[]
  words(count: number): readonly string[]
}

const SHORT_LENGTH = 100
const SHORT_COUNT = 3000
const LONG_LENGTH = 10_000
const LONG_COUNT = 30
const NOISE = [' ', '*', '.', '\u200b', '️', '|']

export function loadCorpus(): Corpus {
  const directory = process.env.FANGXING_DATA_DIR ?? ''
  const hasTitles = existsSync(join(directory, 'text', 'evaluation-only.jsonl.gz'))
  const random = randomFrom(20260422)
  const running = directory !== '' && hasTitles ? titlesOf(directory) : everydayText(random)
  const listed = directory !== '' && hasTitles ? wordsOf(directory) : everydayWords(random)
  const words = (count: number) => takeWords(listed, count)
  return {
    origin: hasTitles ? 'published titles, houbb word list' : 'everyday words (no data directory)',
    short: cut(running, SHORT_LENGTH, SHORT_COUNT),
    long: cut(running, LONG_LENGTH, LONG_COUNT),
    adversarial: cut(running, SHORT_LENGTH, SHORT_COUNT / 2).map((text) => disguise(text, random)),
    storm: cut(stormOf(words(20_000), random), SHORT_LENGTH, SHORT_COUNT / 2),
    words,
  }
}

function titlesOf(directory: string): string {
  const rows = gunzipSync(readFileSync(join(directory, 'text', 'evaluation-only.jsonl.gz')))
  const titles = rows
    .toString('utf8')
    .split('\n')
    .filter((line) => /"src": ?"(?:thucnews-titles|fewclue-tnews)"/.test(line))
    .map((line) => (JSON.parse(line) as { readonly text: string }).text)
  return titles.join('，')
}

function wordsOf(directory: string): readonly string[] {
  const lines = readFileSync(join(directory, 'lexicons', 'houbb-65k.txt'), 'utf8').split(/\r?\n/)
  return shuffle([...new Set(lines.filter((word) => word.length >= 2))], randomFrom(7))
}

function everydayText(random: () => number): string {
  const parts: string[] = []
  for (let size = 0; size < LONG_LENGTH * LONG_COUNT; ) {
    const word = EVERYDAY_WORDS[Math.floor(random() * EVERYDAY_WORDS.length)] ?? ''
    const part = random() < 0.15 ? `${word}，` : word
    parts.push(part)
    size += part.length
  }
  return parts.join('')
}

/** Two everyday words at a time, of which most never stand side by side. */
function everydayWords(random: () => number): readonly string[] {
  const pick = () => EVERYDAY_WORDS[Math.floor(random() * EVERYDAY_WORDS.length)] ?? ''
  return [...new Set(Array.from({ length: 30_000 }, () => pick() + pick()))]
}

/** The listed words, filled up with rows of random characters. */
function takeWords(listed: readonly string[], count: number): readonly string[] {
  const random = randomFrom(11)
  const words = new Set(listed.slice(0, count))
  while (words.size < count) {
    const length = 2 + Math.floor(random() * 5)
    const character = () => String.fromCharCode(0x4e00 + Math.floor(random() * 6000))
    words.add(Array.from({ length }, character).join(''))
  }
  return [...words]
}

function cut(text: string, length: number, most: number): readonly string[] {
  const pieces: string[] = []
  for (let at = 0; at + length <= text.length && pieces.length < most; at += length) {
    // A slice keeps the whole text alive and is read by way of it; a copy is what a caller has.
    pieces.push(Buffer.from(text.slice(at, at + length), 'utf16le').toString('utf16le'))
  }
  return pieces
}

function disguise(text: string, random: () => number): string {
  return [...text]
    .map((unit) => (random() < 0.2 ? unit + NOISE[Math.floor(random() * NOISE.length)] : unit))
    .join('')
    .slice(0, SHORT_LENGTH)
}

/** Beginnings of words, one after the other: at nearly every place a word seems to begin. */
function stormOf(words: readonly string[], random: () => number): string {
  const pieces = Array.from({ length: (SHORT_LENGTH * SHORT_COUNT) / 4 }, () =>
    (words[Math.floor(random() * words.length)] ?? '').slice(0, 3),
  )
  return pieces.join('')
}

function shuffle<Value>(values: Value[], random: () => number): Value[] {
  for (let at = values.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    const held = values[at] as Value
    values[at] = values[other] as Value
    values[other] = held
  }
  return values
}
