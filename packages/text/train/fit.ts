/**
 * Fits the model: one softmax over the topics of our own texts, one question (is it hostile to a
 * group?) answered by the labelled sets, both upon the same features.
 */

import { FEATURE_BITS, FeatureReader } from '../src/classify/features.ts'
import { learn, type Sample } from '../src/classify/learn.ts'
import { seededRandom } from '../src/classify/seeded-random.ts'
import { TOPIC_NAMES } from '../src/classify/topics.ts'
import type { TopicText } from './samples.ts'

const HOSTILITY = TOPIC_NAMES.indexOf('hostility')
const TOPIC_COUNT = TOPIC_NAMES.length
const FEATURE_COUNT = 1 << FEATURE_BITS
const SEED = 1
const TOPIC_LEARNING = { epochs: 6, rate: 0.1, decay: 0.1 }
const HOSTILITY_LEARNING = { epochs: 2, rate: 0.15, decay: 0 }
/** Several orders of the same samples, averaged: the sum of linear models is one. */
const HOSTILITY_SEEDS = [1, 2, 3]

export interface Fitted {
  readonly weights: Float32Array
  readonly biases: Float32Array
}

export function fit(texts: readonly TopicText[]): Fitted {
  const reader = new FeatureReader()
  const samples = texts.map(({ text, topic, weight }) => {
    const { numbers, count } = reader.read(text)
    return { features: numbers.slice(0, count), target: topic, weight }
  })
  const topics = learn(
    samples.filter(({ target }) => target !== HOSTILITY),
    { ...TOPIC_LEARNING, classCount: TOPIC_COUNT, featureCount: FEATURE_COUNT },
    seededRandom(SEED),
  )
  clearHostility(topics)
  const questions = samples.flatMap((one, nth) =>
    toHostility(one, texts[nth]?.hostilityWeight ?? 0),
  )
  for (const seed of HOSTILITY_SEEDS) addHostility(topics, questions, seed)
  return topics
}

function clearHostility({ weights, biases }: Fitted): void {
  for (let cell = HOSTILITY; cell < weights.length; cell += TOPIC_COUNT) weights[cell] = 0
  biases[HOSTILITY] = 0
}

/** Adds one learner's share to the slot of hostility. */
function addHostility({ weights, biases }: Fitted, samples: readonly Sample[], seed: number): void {
  const learning = { ...HOSTILITY_LEARNING, classCount: 2, featureCount: FEATURE_COUNT }
  const learned = learn(samples, learning, seededRandom(seed))
  const share = 1 / HOSTILITY_SEEDS.length
  const difference = (row: Float32Array, nth: number) =>
    share * ((row[nth * 2 + 1] as number) - (row[nth * 2] as number))
  for (let feature = 0; feature < FEATURE_COUNT; feature += 1) {
    const cell = feature * TOPIC_COUNT + HOSTILITY
    weights[cell] = (weights[cell] as number) + difference(learned.weights, feature)
  }
  biases[HOSTILITY] = (biases[HOSTILITY] as number) + difference(learned.biases, 0)
}

function toHostility(sample: Sample, weight: number): Sample[] {
  if (sample.target !== HOSTILITY && sample.target !== 0) return []
  return [{ ...sample, target: sample.target === HOSTILITY ? 1 : 0, weight }]
}
