/**
 * The texts and lexicons that engines are measured on, the same for all and the same in every run.
 *
 * With `FANGXING_DATA_DIR` set: published titles and a public word list. Without: text and words drawn
 * from our own grammars, which are like those in how long words are and how often text has one.
 */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { drawListedWords, drawRunningText } from './drawn-corpus.ts'
import { randomFrom } from './random.ts'

export interface Corpus {
  readonly origin: string
  readonly short: readonly string[]
  readonly long: readonly string[]
  readonly adversarial: readonly string[]
  readonly storm: readonly string[]
  /** Listed words strewn in: most of what an engine does is to answer. */
  readonly dense: readonly string[]
  words(count: number): readonly string[]
}

const SHORT_LENGTH = 100
const SHORT_COUNT = 3000
const LONG_LENGTH = 10_000
const LONG_COUNT = 30
const PUBLISHED = 'published titles, houbb word list'
const DRAWN = 'texts and words drawn from our grammars, no data directory'
/** For dense messages: about fourteen listed words in a hundred characters. */
const FEW = /.{5}/gs
const LONGEST_STREWN = 4
const NOISE = [' ', '*', '.', '\u200b', '️', '|']

export function loadCorpus(): Corpus {
  const directory = process.env.FANGXING_DATA_DIR ?? ''
  const hasTitles = existsSync(join(directory, 'text', 'evaluation-only.jsonl.gz'))
  const random = randomFrom(20260422)
  const hasData = directory !== '' && hasTitles
  const running = hasData ? titlesOf(directory) : drawRunningText(LONG_LENGTH * LONG_COUNT)
  const listed = shuffle(
    [...(hasData ? wordsOf(directory) : drawListedWords(running))],
    randomFrom(7),
  )
  const words = (count: number) => takeWords(listed, count)
  return {
    origin: hasData ? PUBLISHED : DRAWN,
    short: cut(running, SHORT_LENGTH, SHORT_COUNT),
    long: cut(running, LONG_LENGTH, LONG_COUNT),
    adversarial: cut(running, SHORT_LENGTH, SHORT_COUNT / 2).map((text) => disguise(text, random)),
    storm: cut(stormOf(words(20_000), random), SHORT_LENGTH, SHORT_COUNT / 2),
    dense: cut(thicken(running, words(20_000), random), SHORT_LENGTH, SHORT_COUNT),
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
  return [...new Set(lines.filter((word) => word.length >= 2))]
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

/** Of every few characters one is made a listed word, if a short one. */
function thicken(text: string, words: readonly string[], random: () => number): string {
  const short = words.filter(({ length }) => length <= LONGEST_STREWN)
  return (text.slice(0, SHORT_LENGTH * SHORT_COUNT).match(FEW) ?? [])
    .map((few) => few + short[Math.floor(random() * short.length)])
    .join('')
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
