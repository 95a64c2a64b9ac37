/**
 * Every place of a text that may be a word in disguise, with what speaks for and against it.
 *
 * A suspect is a stretch whose characters sound like those of a lure and are not all its own. The
 * evidence is a row of numbers for the scorer: how much better ordinary language likes the lure in
 * this place, how well it likes what is written, how often the lure is met and where, how much was
 * swapped and how rare the written characters are. O(length × lures of the same sounds). Pure.
 */

import { SYLLABLE } from '../disguise/sound.ts'
import type { Commonness } from './commonness.ts'
import { type LanguageModel, logLikelihood, toPlain } from './language-model.ts'
import { LONGEST_LURE, type Lure, type LureTable, soundsOf } from './lures.ts'

export interface Suspect {
  readonly start: number
  readonly meant: string
  readonly evidence: readonly number[]
}

/** So many numbers are in each row of evidence. */
export const EVIDENCE_COUNT = 18

/** Characters beyond this step of the language model are common. */
const COMMON_STEP = 20

/** What suspects are looked for with. */
export interface Knowledge {
  readonly language: LanguageModel
  readonly lures: LureTable
  readonly common: Commonness
}

export function findSuspects({ language, lures, common }: Knowledge, text: string): Suspect[] {
  const units = toPlain(text)
  const suspects: Suspect[] = []
  for (let start = 0; start < text.length; start += 1) {
    for (let length = 1; length <= LONGEST_LURE && start + length <= text.length; length += 1) {
      const written = text.slice(start, start + length)
      const sounds = soundsOf(written)
      if (sounds === undefined) break
      const alike = lures.find(sounds).filter(({ word }) => word !== written)
      if (alike.length === 0) continue
      const before = likelihoodOf(language, units, start, length, written)
      const seen = {
        written,
        known: lures.get(written)?.count ?? 0,
        common: common.get(written) ?? 0,
        crossing: crossingOf(common, text, start, length),
      }
      for (const lure of alike) {
        const after = likelihoodOf(language, units, start, length, lure.word)
        const evidence = weigh(language, lure, { ...seen, before, after })
        suspects.push({ start, meant: lure.word, evidence })
      }
    }
  }
  return suspects
}

/** Of a word put in a place, and of the two units behind it. */
function likelihoodOf(
  model: LanguageModel,
  units: Uint16Array,
  start: number,
  length: number,
  word: string,
): number {
  // Two edges stand before the text.
  const first = start + 2
  const unitAt = (at: number) =>
    at >= first && at < first + length ? word.charCodeAt(at - first) : (units[at] as number)
  let sum = 0
  const end = Math.min(units.length, first + length + 2)
  for (let at = first; at < end; at += 1) {
    sum += logLikelihood(model, unitAt(at - 2), unitAt(at - 1), unitAt(at))
  }
  return sum
}

/** Of the words of two and three characters that share some of the stretch, and are not it. */
function crossingOf(common: Commonness, text: string, start: number, length: number): number {
  let most = 0
  for (let from = Math.max(0, start - 2); from < start + length; from += 1) {
    for (let size = 2; size <= 3; size += 1) {
      const isApart = from + size <= start || (from >= start && from + size <= start + length)
      if (!isApart) most = Math.max(most, common.get(text.slice(from, from + size)) ?? 0)
    }
  }
  return most
}

interface Place {
  readonly written: string
  /** How often what is written is itself met as a lure. */
  readonly known: number
  /** How common what is written is, and the most common word that lies across its ends. */
  readonly common: number
  readonly crossing: number
  readonly before: number
  readonly after: number
}

function weigh(model: LanguageModel, lure: Lure, place: Place): number[] {
  const { written, known, before, after } = place
  const { length } = written
  let swapped = 0
  let near = 0
  let rarity = 0
  for (let at = 0; at < length; at += 1) {
    const [seen, meant] = [written.charCodeAt(at), lure.word.charCodeAt(at)]
    if (seen === meant) continue
    swapped += 1
    if (SYLLABLE[seen] !== SYLLABLE[meant]) near += 1
    rarity += Math.max(0, COMMON_STEP - (model.singles[seen] as number))
  }
  const units = length + 2
  return [
    (after - before) / 5,
    before / units / 5,
    after / units / 5,
    lure.heat / 2,
    lure.count / 4,
    lure.hostility,
    Number(lure.isListed),
    1 - Math.log(1 + lure.place) / 8,
    Number(length === 1),
    Number(length === 2),
    Number(length > 2),
    Number(length > 1 && swapped === length),
    length - swapped,
    near / 2,
    rarity / swapped / 10,
    known / 4,
    place.common / 10,
    place.crossing / 10,
  ]
}
