/**
 * Teaches the scorer of the de-cloaker on comments that were disguised by our own habits (AdaGrad).
 *
 * The models that it weighs by have not seen these comments. Each is met twice; a third of the times
 * it stays as it is, so that the scorer learns to leave plain texts alone. Same seed, same weights.
 */

import { seededRandom, shuffle } from '../src/classify/seeded-random.ts'
import type { Knowledge } from '../src/decloak/fit-of.ts'
import { HIDDEN_COUNT, LEAK, scoreSuspect, WEIGHT_COUNT } from '../src/decloak/scorer.ts'
import { EVIDENCE_COUNT, findSuspects } from '../src/decloak/suspects.ts'
import { disguiseWords, type Habits } from './disguise-words.ts'

const SEED = 5
const PLAIN_SHARE = 0.35
/** Nine in ten suspects are none: a part of them is enough, each counting for the others. */
const KEPT_SHARE = 0.35
const EPOCHS = 5
const RATE = 0.03
const FIRST_SQUARE = 1e-3

interface Example {
  readonly evidence: number[]
  readonly isDisguise: boolean
}

export function fitScorer(
  comments: readonly string[],
  knowledge: Knowledge,
  habits: Habits,
): Float64Array {
  const random = seededRandom(SEED)
  const examples = [...comments, ...comments].flatMap((comment) => {
    const written = random.chance(PLAIN_SHARE) ? comment : disguiseWords(comment, habits, random)
    return findSuspects(knowledge, written).flatMap(({ start, meant, evidence }) => {
      const isDisguise = comment.startsWith(meant, start)
      return isDisguise || random.chance(KEPT_SHARE)
        ? [{ evidence: [...evidence], isDisguise }]
        : []
    })
  })
  console.log(`${examples.length} suspects`)
  const { means, spreads } = standardise(examples)
  const weights = Float64Array.from({ length: WEIGHT_COUNT }, () => (random.next() - 0.5) * 0.6)
  const squares = new Float64Array(WEIGHT_COUNT).fill(FIRST_SQUARE)
  const hidden = new Float64Array(HIDDEN_COUNT)
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(examples, random)
    for (const example of examples) step(example, weights, squares, hidden)
  }
  return unfold(weights, means, spreads)
}

interface Scale {
  readonly means: Float64Array
  readonly spreads: Float64Array
}

/** Each piece of evidence about 0, and about as wide as the others: in place. */
function standardise(examples: readonly Example[]): Scale {
  const means = new Float64Array(EVIDENCE_COUNT)
  const spreads = new Float64Array(EVIDENCE_COUNT)
  for (let at = 0; at < EVIDENCE_COUNT; at += 1) {
    const sum = examples.reduce((total, { evidence }) => total + (evidence[at] as number), 0)
    const mean = sum / examples.length
    const squares = examples.reduce(
      (all, { evidence }) => all + ((evidence[at] as number) - mean) ** 2,
      0,
    )
    const spread = Math.sqrt(squares / examples.length) || 1
    for (const { evidence } of examples) evidence[at] = ((evidence[at] as number) - mean) / spread
    means[at] = mean
    spreads[at] = spread
  }
  return { means, spreads }
}

/** Weights for evidence as it is found, from weights for what was standardised. */
function unfold(weights: Float64Array, means: Float64Array, spreads: Float64Array): Float64Array {
  const row = EVIDENCE_COUNT + 1
  for (let unit = 0; unit < HIDDEN_COUNT; unit += 1) {
    for (let at = 0; at < EVIDENCE_COUNT; at += 1) {
      const cell = unit * row + at
      const plain = (weights[cell] as number) / (spreads[at] as number)
      const bias = unit * row + EVIDENCE_COUNT
      weights[bias] = (weights[bias] as number) - plain * (means[at] as number)
      weights[cell] = plain
    }
  }
  return weights
}

function step(
  { evidence, isDisguise }: Example,
  weights: Float64Array,
  squares: Float64Array,
  hidden: Float64Array,
): void {
  const score = scoreSuspect(weights, evidence, hidden)
  const weight = isDisguise ? 1 : 1 / KEPT_SHARE
  const error = (1 / (1 + Math.exp(-score)) - Number(isDisguise)) * weight
  const learn = (cell: number, gradient: number) => {
    squares[cell] = (squares[cell] as number) + gradient * gradient
    const change = (RATE * gradient) / Math.sqrt(squares[cell] as number)
    weights[cell] = (weights[cell] as number) - change
  }
  const row = EVIDENCE_COUNT + 1
  const last = HIDDEN_COUNT * row
  for (let unit = 0; unit < HIDDEN_COUNT; unit += 1) {
    const through = hidden[unit] as number
    const back = error * (weights[last + unit] as number) * (through > 0 ? 1 : LEAK)
    learn(last + unit, error * through)
    for (let at = 0; at < EVIDENCE_COUNT; at += 1) {
      const one = evidence[at] as number
      if (one !== 0) learn(unit * row + at, back * one)
    }
    learn(unit * row + EVIDENCE_COUNT, back)
  }
  learn(last + HIDDEN_COUNT, error)
}
