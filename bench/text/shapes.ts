/**
 * Texts of one million characters, each of one shape that could make an engine slow, and how long
 * each takes beside running text of the same length.
 */

import type { Lexicon } from '@fangxing/text'

export interface ShapeTime {
  readonly shape: string
  readonly ms: number
  /** How many times as long as running text. */
  readonly share: number
  readonly hits: number
}

/** No shape may take more than so many times as long as running text. */
export const MOST_SHARE = 10

const LENGTH = 1_000_000
const ROUNDS = 3

/** What is said again and again; all but the first two make many hits or many other readings. */
const SHAPES: Readonly<Record<string, string>> = {
  'one character': '的',
  'one letter': 'a',
  'a character of a term': '信',
  'a term': '加微信',
  'a term in pinyin': 'jiaweixin',
  'pinyin that is no term': 'xianan',
  'an initial in a term': 'w信加',
  'letters between characters': '信a',
  'digits between letters': 'a1',
  'halves of characters': '氵去贝者',
  'separators between characters': '加，微，信，',
  'short lines': '加\n微\n信\n',
  'empty lines': '\n',
  'longer readings': '㎏ﬁ⑩',
  'signs that are dropped': '*\u200b',
  emoji: '😀',
  'half of a character': '\ud800',
  'combining marks': '信\u0336\u0336\u0336',
  'look-alikes': '未末士土',
  'sounds alike': '佳惟芯',
}

export function timeShapes(lexicon: Lexicon, running: string): readonly ShapeTime[] {
  const plain = timeOf(lexicon, repeated(running))
  return Object.entries(SHAPES).map(([shape, unit]) => {
    const { ms, hits } = timeOf(lexicon, repeated(unit))
    return { shape, ms, share: ms / plain.ms, hits }
  })
}

function repeated(text: string): string {
  return text.repeat(Math.ceil(LENGTH / text.length)).slice(0, LENGTH)
}

/** The shortest of a few runs: what the engine needs when nothing else runs. */
function timeOf(lexicon: Lexicon, text: string): { ms: number; hits: number } {
  let ms = Number.POSITIVE_INFINITY
  let hits = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.cpuUsage()
    hits = lexicon.find(text).length
    const { user, system } = process.cpuUsage(before)
    ms = Math.min(ms, (user + system) / 1000)
  }
  return { ms, hits }
}
