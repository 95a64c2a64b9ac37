/**
 * Learns a linear softmax over hashed features, one sample at a time (AdaGrad).
 *
 * Every feature counts `1 / sqrt(number of features)`, as in `scoreTopics`. A sample may bring scores
 * of its own, which the learned ones are added to: so an adjustment learns only what the model
 * misses. O(epochs × features × classes). Deterministic: the order comes from the seed.
 *
 * Source: Duchi, Hazan, Singer 2011.
 */

import { type Random, shuffle } from './seeded-random.ts'

export interface Sample {
  readonly features: Uint32Array
  readonly target: number
  readonly weight: number
  /** Scores to start from, one per class. */
  readonly offset?: Float64Array
}

export interface Learning {
  readonly classCount: number
  /** Features are numbered below this. */
  readonly featureCount: number
  readonly epochs: number
  readonly rate: number
  /** What each weight loses per epoch, from 0 to 1. */
  readonly decay: number
}

export interface LinearWeights {
  /** Feature by feature, one weight per class. */
  readonly weights: Float32Array
  readonly biases: Float32Array
}

/** Keeps the first steps of AdaGrad from being endless. */
const FIRST_SQUARE = 1e-4
const BIAS_RATE = 0.01

export function learn(
  samples: readonly Sample[],
  learning: Learning,
  random: Random,
): LinearWeights {
  const { classCount, featureCount, epochs, decay } = learning
  const size = featureCount * classCount
  const weights = new Float32Array(size)
  const squares = new Float32Array(size).fill(FIRST_SQUARE)
  const biases = new Float32Array(classCount)
  const order = samples.map((_, nth) => nth)
  const scores = new Float64Array(classCount)
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random)
    for (const nth of order) {
      const sample = samples[nth] as Sample
      if (sample.features.length === 0) continue
      scoreSample(sample, weights, biases, scores)
      softmax(scores)
      for (let at = 0; at < classCount; at += 1) {
        const error = (scores[at] as number) - (at === sample.target ? 1 : 0)
        scores[at] = error * sample.weight
        biases[at] = (biases[at] as number) - BIAS_RATE * (scores[at] as number)
      }
      step(sample.features, scores, weights, squares, learning.rate)
    }
    if (decay > 0)
      for (let at = 0; at < size; at += 1) weights[at] = (weights[at] as number) * (1 - decay)
  }
  return { weights, biases }
}

export function scoreSample(
  { features, offset }: Pick<Sample, 'features' | 'offset'>,
  weights: Float32Array,
  biases: Float32Array,
  scores: Float64Array,
): void {
  const classCount = scores.length
  scores.fill(0)
  for (let nth = 0; nth < features.length; nth += 1) {
    const cell = (features[nth] as number) * classCount
    for (let at = 0; at < classCount; at += 1) {
      scores[at] = (scores[at] as number) + (weights[cell + at] as number)
    }
  }
  const share = features.length === 0 ? 0 : 1 / Math.sqrt(features.length)
  for (let at = 0; at < classCount; at += 1) {
    scores[at] = (scores[at] as number) * share + (biases[at] as number) + (offset?.[at] ?? 0)
  }
}

function step(
  features: Uint32Array,
  errors: Float64Array,
  weights: Float32Array,
  squares: Float32Array,
  rate: number,
): void {
  const classCount = errors.length
  const share = 1 / Math.sqrt(features.length)
  for (let nth = 0; nth < features.length; nth += 1) {
    const cell = (features[nth] as number) * classCount
    for (let at = 0; at < classCount; at += 1) {
      const gradient = (errors[at] as number) * share
      const square = (squares[cell + at] as number) + gradient * gradient
      squares[cell + at] = square
      weights[cell + at] = (weights[cell + at] as number) - (rate * gradient) / Math.sqrt(square)
    }
  }
}

/** Turns scores into probabilities, in place. */
export function softmax(scores: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY
  for (const score of scores) if (score > most) most = score
  let sum = 0
  for (let at = 0; at < scores.length; at += 1) {
    const power = Math.exp((scores[at] as number) - most)
    scores[at] = power
    sum += power
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] as number) / sum
}
