/**
 * How well a word fits a place of a text: by characters that follow each other, and by words that the
 * place and what stands about it can be cut into. Natural and binary logarithms of likelihoods, the
 * higher the likelier. O(length of the word). Pure.
 */

import type { Commonness } from './commonness.ts'
import type { Reading } from './context-reading.ts'
import { type LanguageModel, logLikelihood } from './language-model.ts'
import { LONGEST_LURE, type LureTable } from './lures.ts'

export interface Spot {
  readonly text: string
  /** The same, as `toPlain` gives it. */
  readonly units: Uint16Array
  readonly start: number
  readonly length: number
}

/** What fits are judged with. */
export interface Knowledge {
  readonly language: LanguageModel
  readonly lures: LureTable
  readonly common: Commonness
  /** What the context network says of a text: asked once, where there are suspects. */
  readonly read: (text: string) => Reading
}

export interface Fit {
  /** Of the word and of the two units behind it. */
  readonly whole: number
  /** Its parts: the step into the word, the steps within it, those out of it. */
  readonly into: number
  readonly within: number
  readonly out: number
  /** Of the likeliest words, some characters on either side included. */
  readonly words: number
}

/** So many characters on either side are cut into words too. */
export const REACH = 4
/** About how many words were counted for the ordinary words, in comments, and how many characters. */
const WORD_BITS = 26
const LURE_BITS = 19
const CHARACTER_BITS = 27
const UNKNOWN = -28

export function fitOf(knowledge: Knowledge, spot: Spot, word: string): Fit {
  const { text, start, length } = spot
  const before = text.slice(Math.max(0, start - REACH), start)
  const behind = text.slice(start + length, start + length + REACH)
  return {
    ...stepsOf(knowledge.language, spot, word),
    words: cutIntoWords(knowledge, before + word + behind),
  }
}

function stepsOf(model: LanguageModel, { units, start, length }: Spot, word: string) {
  // Two edges stand before the text.
  const first = start + 2
  const unitAt = (at: number) =>
    at >= first && at < first + length ? word.charCodeAt(at - first) : (units[at] as number)
  const steps = { whole: 0, into: 0, within: 0, out: 0 }
  const end = Math.min(units.length, first + length + 2)
  for (let at = first; at < end; at += 1) {
    const step = logLikelihood(model, unitAt(at - 2), unitAt(at - 1), unitAt(at))
    steps.whole += step
    if (at === first) steps.into += step
    else if (at < first + length) steps.within += step
    else steps.out += step
  }
  return steps
}

/** Viterbi over words of up to `LONGEST_LURE` characters. */
function cutIntoWords(knowledge: Knowledge, line: string): number {
  const best = new Float64Array(line.length + 1).fill(Number.NEGATIVE_INFINITY)
  best[0] = 0
  for (let at = 0; at < line.length; at += 1) {
    for (let size = 1; size <= LONGEST_LURE && at + size <= line.length; size += 1) {
      const bits = bitsOf(knowledge, line, at, size)
      if (bits === undefined) continue
      best[at + size] = Math.max(best[at + size] as number, (best[at] as number) + bits)
    }
  }
  return best[line.length] as number
}

function bitsOf(knowledge: Knowledge, line: string, at: number, size: number) {
  if (size === 1) {
    const single = knowledge.language.singles[line.charCodeAt(at)] as number
    return single === 0 ? UNKNOWN : (single - 1) / 2 - CHARACTER_BITS
  }
  const part = line.slice(at, at + size)
  const known = knowledge.common.get(part)
  const lure = knowledge.lures.get(part)
  if (known === undefined && lure === undefined) return undefined
  return Math.max(
    known === undefined ? UNKNOWN : known - WORD_BITS,
    lure === undefined ? UNKNOWN : lure.count / Math.LN2 - LURE_BITS,
  )
}
