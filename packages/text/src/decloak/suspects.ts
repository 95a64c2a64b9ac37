/**
 * Every place of a text that may be a word in disguise, with what speaks for and against it.
 *
 * A suspect is a stretch whose characters sound like those of a lure and are not all its own. The
 * evidence is a row of numbers for the scorer: how much better ordinary language likes the lure in
 * this place, how well it likes what is written, by characters and by words, how often the lure is
 * met and where, how much was swapped, how rare the written characters are, and what a reading of
 * the whole text says. O(length × lures of the same sounds). Pure.
 */

import { SYLLABLE } from '../disguise/sound.ts'
import type { Commonness } from './commonness.ts'
import { CONTEXT_COUNT, weighContext } from './context-evidence.ts'
import type { Reading } from './context-reading.ts'
import { type Fit, fitOf, type Knowledge, REACH } from './fit-of.ts'
import { type LanguageModel, toPlain } from './language-model.ts'
import { LONGEST_LURE, type Lure, soundsOf } from './lures.ts'

export interface Suspect {
  readonly start: number
  readonly meant: string
  readonly evidence: readonly number[]
}

/** So many numbers are in each row of evidence. */
export const EVIDENCE_COUNT = 25 + CONTEXT_COUNT

/** Characters beyond this step of the language model are common. */
const COMMON_STEP = 20

export function findSuspects(knowledge: Knowledge, text: string): Suspect[] {
  const { lures, common } = knowledge
  const units = toPlain(text)
  const suspects: Suspect[] = []
  let reading: Reading | undefined
  for (let start = 0; start < text.length; start += 1) {
    for (let length = 1; length <= LONGEST_LURE && start + length <= text.length; length += 1) {
      const written = text.slice(start, start + length)
      const sounds = soundsOf(written)
      if (sounds === undefined) break
      const alike = lures.find(sounds).filter(({ word }) => word !== written)
      if (alike.length === 0) continue
      const spot = { text, units, start, length }
      reading ??= knowledge.read(text)
      const seen = {
        written,
        known: lures.get(written)?.count ?? 0,
        common: common.get(written) ?? 0,
        crossing: crossingOf(common, text, start, length),
        before: fitOf(knowledge, spot, written),
      }
      for (const lure of alike) {
        const after = fitOf(knowledge, spot, lure.word)
        const alone = weigh(knowledge.language, lure, { ...seen, after })
        const inContext = weighContext(reading, start, written, lure.word)
        suspects.push({ start, meant: lure.word, evidence: [...alone, ...inContext] })
      }
    }
  }
  return suspects
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
  readonly before: Fit
  readonly after: Fit
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
    (after.whole - before.whole) / 5,
    before.whole / units / 5,
    after.whole / units / 5,
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
    (after.into - before.into) / 5,
    (after.within - before.within) / 5,
    (after.out - before.out) / 5,
    before.within / 5,
    (after.words - before.words) / 10,
    before.words / (length + 2 * REACH) / 5,
    after.words / (length + 2 * REACH) / 5,
  ]
}
