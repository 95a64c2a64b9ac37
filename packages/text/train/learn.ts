/**
 * Learns a linear softmax model over hashed features.
 *
 * AdaGrad, one sample at a time, in a seeded order; every feature of a text counts
 * `1 / sqrt(number of features)`, as in inference. O(epochs × features × classes).
 */

import { FEATURE_BITS, FeatureReader } from '../src/classify/features.ts'
import { type Random, shuffle } from './random.ts'

export interface Sample {
  readonly text: string
  readonly topic: number
  readonly weight: number
}

export interface LinearWeights {
  readonly classCount: number
  /** Feature by feature, its weights for every class. */
  readonly weights: Float32Array
  readonly biases: Float32Array
}

export interface Learning {
  readonly epochs: number
  readonly rate: number
  /** What each weight loses per epoch. */
  readonly decay: number
  /** The share of features hidden at each visit, so that no weight leans on another. */
  readonly hidden: number
}

export function learn(
  samples: readonly Sample[],
  classCount: number,
  { epochs, rate, decay, hidden }: Learning,
  random: Random,
): LinearWeights {
  const size = 1 << FEATURE_BITS
  const weights = new Float32Array(size * classCount)
  const squares = new Float32Array(size * classCount).fill(1e-4)
  const biases = new Float32Array(classCount)
  const { features, ends } = readAll(samples)
  const order = samples.map((_, nth) => nth)
  const scores = new Float64Array(classCount)
  const seen = new Uint32Array(16384)
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random)
    for (const nth of order) {
      const { topic, weight } = samples[nth] as Sample
      const from = nth === 0 ? 0 : (ends[nth - 1] as number)
      const to = ends[nth] as number
      let count = 0
      for (let at = from; at < to; at += 1) {
        seen[count] = (features[at] as number) * classCount
        if (hidden === 0 || random.next() >= hidden) count += 1
      }
      if (count === 0) continue
      const share = 1 / Math.sqrt(count)
      for (let k = 0; k < classCount; k += 1) scores[k] = 0
      for (let at = 0; at < count; at += 1) {
        const base = seen[at] as number
        for (let k = 0; k < classCount; k += 1)
          scores[k] = (scores[k] as number) + (weights[base + k] as number)
      }
      for (let k = 0; k < classCount; k += 1)
        scores[k] = (scores[k] as number) * share + (biases[k] as number)
      softmax(scores)
      for (let k = 0; k < classCount; k += 1) {
        const error = ((scores[k] as number) - (k === topic ? 1 : 0)) * weight
        biases[k] = (biases[k] as number) - 0.01 * error
        scores[k] = error
      }
      for (let at = 0; at < count; at += 1) {
        const base = seen[at] as number
        for (let k = 0; k < classCount; k += 1) {
          const gradient = (scores[k] as number) * share
          const cell = base + k
          const square = (squares[cell] as number) + gradient * gradient
          squares[cell] = square
          weights[cell] = (weights[cell] as number) - (rate * gradient) / Math.sqrt(square)
        }
      }
    }
    if (decay > 0)
      for (let cell = 0; cell < weights.length; cell += 1)
        weights[cell] = (weights[cell] as number) * (1 - decay)
  }
  return { classCount, weights, biases }
}

export function softmax(scores: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY
  for (const score of scores) if (score > most) most = score
  let sum = 0
  for (let k = 0; k < scores.length; k += 1) {
    const power = Math.exp((scores[k] as number) - most)
    scores[k] = power
    sum += power
  }
  for (let k = 0; k < scores.length; k += 1) scores[k] = (scores[k] as number) / sum
}

function readAll(samples: readonly Sample[]): { features: Uint32Array; ends: Uint32Array } {
  const reader = new FeatureReader()
  let features = new Uint32Array(1 << 22)
  const ends = new Uint32Array(samples.length)
  let size = 0
  samples.forEach(({ text }, nth) => {
    const { numbers, count } = reader.read(text)
    if (size + count > features.length) {
      const larger = new Uint32Array(features.length * 2)
      larger.set(features)
      features = larger
    }
    features.set(numbers.subarray(0, count), size)
    size += count
    ends[nth] = size
  })
  return { features, ends }
}
