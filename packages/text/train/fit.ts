/**
 * Fits the model: one softmax over topics, one question (is it hostile to a group?) answered by the
 * labelled sets, both upon the same features; and chooses the features that are worth keeping.
 */

import { FEATURE_BITS, FeatureReader } from '../src/classify/features.ts'
import { KEPT_BITS } from '../src/classify/kept-features.ts'
import { learn, type Sample } from '../src/classify/learn.ts'
import { seededRandom } from '../src/classify/seeded-random.ts'
import { TOPIC_NAMES } from '../src/classify/topics.ts'
import type { TopicText } from './samples.ts'

const HOSTILITY = TOPIC_NAMES.indexOf('hostility')
const PREJUDICE = TOPIC_NAMES.indexOf('prejudice')
const TOPIC_COUNT = TOPIC_NAMES.length
const FEATURE_COUNT = 1 << FEATURE_BITS
const SEED = 1
const TOPIC_LEARNING = { epochs: 6, rate: 0.1, decay: 0.1 }
const HOSTILITY_LEARNING = { epochs: 2, rate: 0.15, decay: 0 }
/** Several orders of the same samples, averaged: the sum of linear models is one. */
const HOSTILITY_SEEDS = [1, 2, 3]
/** Of hostile texts among the topics: more of it costs false hits, less of it loses them. */
const PREJUDICE_WEIGHT = 0.3
/** Twice as many were hardly better, half as many hardly worse. */
const KEPT_COUNT = 1 << KEPT_BITS

export interface Fitted {
  readonly weights: Float32Array
  readonly biases: Float32Array
  /** The features that are kept, in rising order. */
  readonly keep: Uint32Array
}

type Learned = Omit<Fitted, 'keep'>

export function fit(texts: readonly TopicText[]): Fitted {
  const reader = new FeatureReader()
  const samples = texts.map(({ text, topic, weight }) => {
    const { numbers, count } = reader.read(text)
    return { features: numbers.slice(0, count), target: topic, weight }
  })
  const topics = learn(
    samples.map(toTopic),
    { ...TOPIC_LEARNING, classCount: TOPIC_COUNT, featureCount: FEATURE_COUNT },
    seededRandom(SEED),
  )
  clearHostility(topics)
  const questions = samples.flatMap((one, nth) =>
    toHostility(one, texts[nth]?.hostilityWeight ?? 0),
  )
  for (const seed of HOSTILITY_SEEDS) addHostility(topics, questions, seed)
  center(topics)
  return { ...topics, keep: chooseFeatures(topics, samples) }
}

function toTopic(sample: Sample): Sample {
  if (sample.target !== HOSTILITY) return sample
  return { ...sample, target: PREJUDICE, weight: sample.weight * PREJUDICE_WEIGHT }
}

/** What all topics of a softmax share says nothing: each feature's weights are moved to sum to zero. */
function center({ weights }: Learned): void {
  for (let cell = 0; cell < weights.length; cell += TOPIC_COUNT) {
    let sum = 0
    for (let topic = 0; topic < TOPIC_COUNT; topic += 1) {
      if (topic !== HOSTILITY) sum += weights[cell + topic] as number
    }
    const mean = sum / (TOPIC_COUNT - 1)
    for (let topic = 0; topic < TOPIC_COUNT; topic += 1) {
      if (topic !== HOSTILITY) weights[cell + topic] = (weights[cell + topic] as number) - mean
    }
  }
}

/** The features whose weights are large, those met often before those met once. */
function chooseFeatures({ weights }: Learned, samples: readonly Sample[]): Uint32Array {
  const counts = new Uint32Array(FEATURE_COUNT)
  for (const { features } of samples) {
    for (const feature of features) counts[feature] = (counts[feature] as number) + 1
  }
  const worth = new Float32Array(FEATURE_COUNT)
  for (let cell = 0; cell < weights.length; cell += 1) {
    const feature = Math.floor(cell / TOPIC_COUNT)
    worth[feature] = (worth[feature] as number) + (weights[cell] as number) ** 2
  }
  for (let feature = 0; feature < FEATURE_COUNT; feature += 1) {
    worth[feature] = (worth[feature] as number) * Math.sqrt(counts[feature] as number)
  }
  const least = worth.slice().sort()[FEATURE_COUNT - KEPT_COUNT] as number
  const keep = Uint32Array.from(worth.keys()).filter(
    (feature) => (worth[feature] as number) > least,
  )
  return keep.subarray(0, KEPT_COUNT)
}

function clearHostility({ weights, biases }: Learned): void {
  for (let cell = HOSTILITY; cell < weights.length; cell += TOPIC_COUNT) weights[cell] = 0
  biases[HOSTILITY] = 0
}

/** Adds one learner's share to the slot of hostility. */
function addHostility(
  { weights, biases }: Learned,
  samples: readonly Sample[],
  seed: number,
): void {
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
