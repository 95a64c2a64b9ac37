/**
 * Our engine in its three strengths and the peers of npm, behind one shape.
 *
 * `find` returns how many matches the engine reports, having made whatever it returns to a caller.
 */

import { createRequire } from 'node:module'
import {
  CONVERSION_NAMES,
  CONVERSIONS,
  compileLexicon,
  compileWords,
  type Term,
} from '@fangxing/text'

export interface Engine {
  readonly name: string
  /** Reads through disguises, so that its hits are at least those of an exact engine. */
  readonly normalises: boolean
  readonly build: (words: readonly string[]) => (text: string) => number
}

type Finder<Result> = { [method: string]: (text: string, options?: object) => Result }

/** Reading characters in one form and skipping what stands between them; no sounds, no splits. */
const FOLDING = CONVERSION_NAMES.filter((name) => CONVERSIONS[name].safe)

const require = createRequire(import.meta.url)

/** The peer that ties this table to engines outside npm. */
export const ANCHOR = '@monyone/aho-corasick (fast)'

export const OURS: readonly Engine[] = [
  { name: 'fangxing exact', normalises: false, build: buildExact },
  { name: 'fangxing folded', normalises: true, build: (words) => buildLexicon(words, false) },
  {
    name: 'fangxing every conversion',
    normalises: true,
    build: (words) => buildLexicon(words, true),
  },
]

export const PEERS: readonly Engine[] = [
  peer(ANCHOR, (words) => {
    const { AhoCorasick } = require('@monyone/aho-corasick/fast')
    return counting<readonly unknown[]>(
      new AhoCorasick(words),
      'matchInText',
      (hits) => hits.length,
    )
  }),
  peer('fastscan', (words) => {
    const FastScanner = require('fastscan')
    return counting<readonly unknown[]>(new FastScanner(words), 'search', (hits) => hits.length)
  }),
  peer('@tanishiking/aho-corasick', (words) => {
    const { Trie } = require('@tanishiking/aho-corasick')
    return counting<readonly unknown[]>(new Trie(words), 'parseText', (hits) => hits.length)
  }),
  peer('aho-corasick-node', (words) => {
    const builder = require('aho-corasick-node').builder()
    for (const word of words) builder.add(word)
    return counting<readonly unknown[]>(builder.build(), 'match', (hits) => hits.length)
  }),
  peer('ahocorasick', (words) => {
    const AhoCorasick = require('ahocorasick')
    return counting<readonly [number, readonly string[]][]>(
      new AhoCorasick(words),
      'search',
      (hits) => hits.reduce((sum, [, listed]) => sum + listed.length, 0),
    )
  }),
  peer('mint-filter', (words) => {
    const { default: Mint } = require('mint-filter')
    const mint: Finder<{ words: readonly string[] }> = new Mint(words)
    return (text) => mint.filter?.(text, { replace: false }).words.length ?? 0
  }),
  peer('modern-ahocorasick', (words) => {
    const AhoCorasick = require('modern-ahocorasick/text')
    return counting<readonly unknown[]>(new AhoCorasick(words), 'search', (hits) => hits.length)
  }),
  peer('sensitive-word-tool', (words) => {
    const { default: Tool, SensitiveWordTool } = require('sensitive-word-tool')
    const finder = new (SensitiveWordTool ?? Tool)({ wordList: words })
    return counting<readonly string[]>(finder, 'match', (hits) => hits.length)
  }),
]

function peer(name: string, build: Engine['build']): Engine {
  return { name, normalises: false, build }
}

function counting<Result>(
  finder: Finder<Result>,
  method: string,
  count: (result: Result) => number,
): (text: string) => number {
  return (text) => {
    const result = finder[method]?.(text)
    return result === undefined ? 0 : count(result)
  }
}

function buildExact(words: readonly string[]): (text: string) => number {
  const finder = compileWords(words)
  return (text) => finder.find(text).length
}

function buildLexicon(words: readonly string[], everything: boolean): (text: string) => number {
  const terms = words.map((text, nth): Term => {
    const term = { id: String(nth), text, label: 20006, level: 'block' } as const
    return everything ? term : { ...term, conversions: FOLDING }
  })
  const lexicon = compileLexicon(terms)
  return (text) => lexicon.find(text).length
}
