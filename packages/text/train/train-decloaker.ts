/**
 * Makes the de-cloaker: the words that people disguise, and the network that tells disguises from
 * chance. Every fifth comment of COLD's train split teaches the network, by a language model that has
 * not seen it.
 */

import type { Lure } from '../src/decloak/lures.ts'
import type { Corpora } from './corpora.ts'
import { openHabits } from './disguise-words.ts'
import { findLures } from './find-lures.ts'
import { fitScorer } from './fit-scorer.ts'
import { countLanguage } from './language-model.ts'

const EVERY = 5
const DECIMALS = 4

export interface TrainedDecloaker {
  readonly lures: readonly Lure[]
  readonly weights: readonly number[]
}

export function trainDecloaker(corpora: Corpora): TrainedDecloaker {
  const comments = corpora.labelled.filter(
    ({ source, split }) => source === 'cold' && split === 'train',
  )
  const held = new Set(comments.filter((_, nth) => nth % EVERY === 0).map(({ text }) => text))
  const labelled = corpora.labelled.filter(({ text }) => !held.has(text))
  const lures = findLures(corpora)
  const habits = openHabits(lures, [
    ...corpora.talk,
    ...corpora.chat,
    ...comments.map(({ text }) => text),
  ])
  const weights = fitScorer([...held], countLanguage({ ...corpora, labelled }), lures, habits)
  return { lures, weights: Array.from(weights, (weight) => Number(weight.toFixed(DECIMALS))) }
}
