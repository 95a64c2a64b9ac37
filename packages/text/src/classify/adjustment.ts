/**
 * Learns from an operator's own reviewed texts what the shipped model misses, as a small layer.
 *
 * `trainAdjustment` is deterministic and cross-validated: every sample is judged once by a layer that
 * has not seen it, and the report says how often the answer was right with and without the layer.
 * The layer is plain JSON with an edition, made for one edition of the model: store it, apply it
 * with `adjustClassifier`, or drop it. 50 to 200 samples per label are meant; ordinary texts too.
 * Takes a second or so per thousand samples; throws on a label that the model does not know.
 */

import { toEdition } from '../edition.ts'
import { decodeBytes, encodeBytes } from './base64.ts'
import {
  type ClassifyOptions,
  LabelEstimator,
  type TextClassifier,
  toClassification,
} from './classifier.ts'
import { FEATURE_BITS } from './features.ts'
import { type LinearWeights, learn, type Sample, scoreSample, softmax } from './learn.ts'
import { limitsOf } from './limits.ts'
import type { Model } from './model.ts'
import { seededRandom } from './seeded-random.ts'
import { KNOWN_LABELS, type KnownLabel } from './topics.ts'

export interface ReviewedText {
  readonly text: string
  readonly label: KnownLabel
}

/** How the samples of one label fared, each judged unseen, at the limits of a comment. */
export interface LabelReport {
  readonly label: KnownLabel
  readonly sampleCount: number
  /** Of 100: those that passed. Of others: those that reached a limit, under whatever label. */
  readonly rightBefore: number
  readonly rightAfter: number
}

export interface AdjustmentReport {
  readonly sampleCount: number
  readonly labels: readonly LabelReport[]
  /** Share of samples whose most probable label is the reviewed one, each judged unseen. */
  readonly accuracyBefore: number
  readonly accuracyAfter: number
  readonly macroF1Before: number
  readonly macroF1After: number
}

export interface Adjustment {
  readonly kind: 'text-adjustment'
  readonly edition: string
  /** The edition of the model it was learned upon. */
  readonly modelEdition: string
  readonly scale: number
  readonly biases: readonly number[]
  /** One int8 per feature and label, base64. */
  readonly weights: string
  readonly report: AdjustmentReport
}

/** A layer is a few hundred texts: 2 to this many features hold what they can teach. */
const LAYER_BITS = 13
/** One for each feature and label. */
export const LAYER_CELLS = KNOWN_LABELS.length << LAYER_BITS
const FOLDS = 5
const SEED = 20261122
const LEARNING = {
  classCount: KNOWN_LABELS.length,
  featureCount: 1 << LAYER_BITS,
  epochs: 12,
  rate: 0.12,
  decay: 0.02,
}
/** The model's own opinion counts this much beside the layer's. */
const TRUST = 0.7
const LEAST_PROBABILITY = 1e-4
/** The ordinary texts beside the samples weigh so many times as much as these: see `background.ts`. */
const BACKGROUND_SHARE = 6
const COMMENT = 2

export function trainAdjustment(
  model: Model,
  modelEdition: string,
  texts: readonly ReviewedText[],
  background: readonly string[],
): Adjustment {
  const samples = toSamples(model, texts)
  const others = toBackground(model, background, samples.length)
  const layer = learn([...samples, ...others], LEARNING, seededRandom(SEED))
  const most = layer.weights.reduce((found, weight) => Math.max(found, Math.abs(weight)), 1e-6)
  const scale = most / 127
  const cells = Uint8Array.from(layer.weights, (weight) => Math.round(weight / scale) & 255)
  const content = {
    kind: 'text-adjustment' as const,
    modelEdition,
    scale,
    biases: [...layer.biases],
    weights: encodeBytes(cells),
    report: crossValidate(
      samples,
      others,
      texts.map(({ text }) => text.length),
    ),
  }
  return { ...content, edition: toEdition([content]) }
}

/** A classifier with the layer on top. Throws when the layer was learned upon another model. */
export function adjustClassifier(
  model: Model,
  modelEdition: string,
  adjustment: Adjustment,
): TextClassifier {
  if (adjustment.modelEdition !== modelEdition) {
    throw new Error('the adjustment was learned upon another edition of the model')
  }
  const cells = new Int8Array(decodeBytes(adjustment.weights).buffer)
  const weights = Float32Array.from(cells, (cell) => cell * adjustment.scale)
  const biases = Float32Array.from(adjustment.biases)
  const estimator = new LabelEstimator(model)
  const row = new Float64Array(KNOWN_LABELS.length)
  const edition = `${modelEdition}+${adjustment.edition}`
  return {
    edition,
    classify: (text: string, { scene = COMMENT }: ClassifyOptions = {}) => {
      scoreSample(toSample(estimator, text), weights, biases, row)
      softmax(row)
      return toClassification(edition, row, limitsOf(scene, text.length))
    },
  }
}

function toSamples(model: Model, texts: readonly ReviewedText[]): Sample[] {
  const estimator = new LabelEstimator(model)
  const counts = KNOWN_LABELS.map((label) => texts.filter((one) => one.label === label).length)
  const present = counts.filter((count) => count > 0).length
  return texts.map(({ text, label }) => {
    const target = KNOWN_LABELS.indexOf(label)
    const count = counts[target]
    if (count === undefined) throw new Error(`the model does not know the label ${label}`)
    return { ...toSample(estimator, text), target, weight: texts.length / (present * count) }
  })
}

/** What the layer must leave alone. */
function toBackground(model: Model, texts: readonly string[], sampleCount: number): Sample[] {
  const estimator = new LabelEstimator(model)
  return texts.map((text) => ({
    ...toSample(estimator, text),
    target: KNOWN_LABELS.indexOf(100),
    weight: (BACKGROUND_SHARE * sampleCount) / texts.length,
  }))
}

function toSample(estimator: LabelEstimator, text: string): Pick<Sample, 'features' | 'offset'> {
  const estimate = estimator.estimate(text)
  const { numbers, count } = estimator.model.sums
  return {
    features: numbers.slice(0, count).map((number) => number >>> (FEATURE_BITS - LAYER_BITS)),
    offset: estimate.map((share) => TRUST * Math.log(Math.max(share, LEAST_PROBABILITY))),
  }
}

function crossValidate(
  samples: readonly Sample[],
  others: readonly Sample[],
  lengths: readonly number[],
): AdjustmentReport {
  const before: Float64Array[] = []
  const after: Float64Array[] = []
  const order = spread(samples)
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const isHeld = (sample: Sample) => (order.get(sample) as number) % FOLDS === fold
    const seen = samples.filter((sample) => !isHeld(sample))
    const layer = learn([...seen, ...others], LEARNING, seededRandom(SEED))
    samples.forEach((sample, nth) => {
      if (!isHeld(sample)) return
      before[nth] = toShares(sample.offset?.map((score) => score / TRUST))
      after[nth] = toShares(scored(sample, layer, new Float64Array(KNOWN_LABELS.length)))
    })
  }
  const targets = samples.map(({ target }) => target)
  const [topsBefore, topsAfter] = [before.map(topOf), after.map(topOf)]
  return {
    sampleCount: samples.length,
    labels: reportLabels(targets, lengths, before, after),
    accuracyBefore: accuracyOf(topsBefore, targets),
    accuracyAfter: accuracyOf(topsAfter, targets),
    macroF1Before: macroF1Of(topsBefore, targets),
    macroF1After: macroF1Of(topsAfter, targets),
  }
}

/** Deals the samples of each label in turn, so that every fold has its share of every label. */
function spread(samples: readonly Sample[]): ReadonlyMap<Sample, number> {
  const byLabel = [...samples].sort((one, other) => one.target - other.target)
  return new Map(byLabel.map((sample, nth) => [sample, nth]))
}

function toShares(scores: Float64Array | undefined): Float64Array {
  const shares = scores ?? new Float64Array(KNOWN_LABELS.length)
  softmax(shares)
  return shares
}

function reportLabels(
  targets: readonly number[],
  lengths: readonly number[],
  before: readonly Float64Array[],
  after: readonly Float64Array[],
): LabelReport[] {
  const isPassed = (row: Float64Array | undefined, nth: number) =>
    row === undefined ||
    toClassification('', row, limitsOf(COMMENT, lengths[nth])).suggest === 'pass'
  return KNOWN_LABELS.map((label, target) => {
    const own = targets.flatMap((one, nth) => (one === target ? [nth] : []))
    const right = (rows: readonly Float64Array[]) =>
      own.filter((nth) => isPassed(rows[nth], nth) === (label === 100)).length
    return {
      label,
      sampleCount: own.length,
      rightBefore: right(before),
      rightAfter: right(after),
    }
  }).filter(({ sampleCount }) => sampleCount > 0)
}

function scored(sample: Sample, { weights, biases }: LinearWeights, row: Float64Array) {
  scoreSample(sample, weights, biases, row)
  return row
}

function topOf(row: Float64Array): number {
  return row.indexOf(row.reduce((most, value) => Math.max(most, value)))
}

function accuracyOf(answers: readonly number[], targets: readonly number[]): number {
  const right = targets.filter((target, nth) => answers[nth] === target).length
  return targets.length === 0 ? 0 : right / targets.length
}

function macroF1Of(answers: readonly number[], targets: readonly number[]): number {
  const classes = [...new Set(targets)]
  const scores = classes.map((one) => {
    const hits = targets.filter((target, nth) => target === one && answers[nth] === one).length
    const given = answers.filter((answer) => answer === one).length
    const wanted = targets.filter((target) => target === one).length
    return (2 * hits) / (given + wanted)
  })
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, classes.length)
}
