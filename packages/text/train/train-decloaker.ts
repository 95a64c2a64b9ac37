/**
 * Makes the de-cloaker: the words that people disguise, and the network that tells disguises from
 * chance. The comments that teach it are those that the context network has not seen, weighed by a
 * language model that has not seen them either.
 */

import { decodeBytes } from '../src/classify/base64.ts'
import { readCommonness } from '../src/decloak/commonness.ts'
import { BYTES } from '../src/decloak/context.generated.ts'
import { readContextNetwork } from '../src/decloak/context-network.ts'
import { openContextReader } from '../src/decloak/context-reading.ts'
import { type Lure, readLures, writeLures } from '../src/decloak/lures.ts'
import { ORDINARY_WORDS } from '../src/words/ordinary-words.generated.ts'
import type { Corpora } from './corpora.ts'
import { openHabits } from './disguise-words.ts'
import { findLures } from './find-lures.ts'
import { fitScorer } from './fit-scorer.ts'
import { countLanguage } from './language-model.ts'
import { splitComments } from './split-comments.ts'

const DECIMALS = 4

export interface TrainedDecloaker {
  readonly lures: readonly Lure[]
  readonly weights: readonly number[]
}

export function trainDecloaker(corpora: Corpora): TrainedDecloaker {
  const { cold, held } = splitComments(corpora)
  const isHeld = new Set(held)
  const labelled = corpora.labelled.filter(({ text }) => !isHeld.has(text))
  const lures = findLures(corpora)
  const network = readContextNetwork(decodeBytes(BYTES))
  const knowledge = {
    language: countLanguage({ ...corpora, labelled }),
    lures: readLures(writeLures(lures)),
    common: readCommonness(ORDINARY_WORDS),
    read: openContextReader(network),
  }
  const habits = openHabits(lures, [...corpora.talk, ...corpora.chat, ...cold])
  const weights = fitScorer(held, knowledge, habits)
  return { lures, weights: Array.from(weights, (weight) => Number(weight.toFixed(DECIMALS))) }
}
