/**
 * Says what a text is probably about, and whether that is enough to stop it.
 *
 * `classify` gives a probability for each of WeChat's labels that the model knows (they sum to 1),
 * the label that stands out, and `pass`, `review` or `risky` by the limits of the scene. About three
 * microseconds for a short text; O(length) up to `MOST_UNITS`. Pure and total: any string answers.
 * It knows no current politics (20001), copyright (20013) or other (21000): those are for lexicons
 * and people. Its answer is an estimate; a rule decides what follows.
 */

import type { Label } from '@fangxing/contract'
import { toEdition } from '../edition.ts'
import { type Limits, limitsOf } from './limits.ts'
import { type Model, scoreTopics } from './model.ts'
import { KNOWN_LABELS, TOPIC_NAMES, TOPICS } from './topics.ts'

export type Suggestion = 'pass' | 'review' | 'risky'

export type Probabilities = Readonly<Partial<Record<Label, number>>>

export interface Classification {
  /** Of the model, and of the adjustment when there is one. */
  readonly edition: string
  readonly probabilities: Probabilities
  /** 100 when nothing reaches its limit, else the label that exceeds its limit the most. */
  readonly label: Label
  /** Of `label`. */
  readonly probability: number
  readonly suggest: Suggestion
}

export interface ClassifyOptions {
  /** 1 profile, 2 comment, 3 forum, 4 social log; absent: the strictest is not assumed, 2 is. */
  readonly scene?: number
}

export interface TextClassifier {
  readonly edition: string
  classify(text: string, options?: ClassifyOptions): Classification
}

/** Fills one row of probabilities per text: what an adjustment builds upon. */
export class LabelEstimator {
  readonly probabilities = new Float64Array(KNOWN_LABELS.length)
  readonly model: Model
  private readonly scores = new Float64Array(TOPIC_NAMES.length)

  constructor(model: Model) {
    this.model = model
  }

  estimate(text: string): Float64Array {
    const { scores, probabilities } = this
    scoreTopics(this.model, text, scores)
    if (!HAN.test(text)) {
      probabilities.fill(0)
      probabilities[0] = 1
      return probabilities
    }
    let others = 0
    probabilities.fill(0)
    for (let topic = 0; topic < scores.length; topic += 1) {
      if (topic === HOSTILITY) continue
      const power = Math.exp(scores[topic] as number)
      const at = LABEL_OF_TOPIC[topic] as number
      probabilities[at] = (probabilities[at] as number) + power
      if (at !== ABUSE) others += power
    }
    this.weighAbuse(others)
    return probabilities
  }

  /**
   * Turns powers into probabilities, `others` being the sum of those that are no abuse. Hostility lends
   * weight to other signs of abuse; by itself it says at most that abuse is a little likelier than
   * not, because of titles and reviews it knows too little.
   */
  private weighAbuse(others: number): void {
    const { scores, probabilities } = this
    const hostility = scores[HOSTILITY] as number
    const weighed = (probabilities[ABUSE] as number) * Math.exp(LEAN + HOSTILITY_SHARE * hostility)
    const alone = Math.min(MOST_ALONE, 1 / (1 + Math.exp(-hostility)))
    const abuse = Math.max(alone, weighed / (weighed + others))
    for (let at = 0; at < probabilities.length; at += 1) {
      probabilities[at] = ((probabilities[at] as number) / others) * (1 - abuse)
    }
    probabilities[ABUSE] = abuse
  }
}

/** The model learned from Chinese: of a bare number or a word of another script it knows nothing. */
const HAN = /\p{Script=Han}/u
const HOSTILITY = TOPIC_NAMES.indexOf('hostility')
const ABUSE = KNOWN_LABELS.indexOf(20003)
/** How much of the score of hostility counts among the topics, and how abuse is leaned to. */
const HOSTILITY_SHARE = 0.2
const LEAN = 1
const MOST_ALONE = 0.505
const LABEL_OF_TOPIC = TOPIC_NAMES.map((name) => KNOWN_LABELS.indexOf(TOPICS[name]))
const DEFAULT_SCENE = 2

export function openModel(model: Model, edition: string): TextClassifier {
  const estimator = new LabelEstimator(model)
  return {
    edition,
    classify: (text, { scene = DEFAULT_SCENE } = {}) =>
      toClassification(edition, estimator.estimate(text), limitsOf(scene, text.length)),
  }
}

export function toClassification(
  edition: string,
  row: Float64Array,
  limits: Limits,
): Classification {
  let nth = 0
  let excess = 1
  for (let at = 0; at < KNOWN_LABELS.length; at += 1) {
    const label = KNOWN_LABELS[at] as keyof Limits | 100
    if (label === 100) continue
    const ratio = (row[at] as number) / limits[label].review
    if (ratio >= excess) {
      excess = ratio
      nth = at
    }
  }
  const label = KNOWN_LABELS[nth] as keyof Limits | 100
  const probability = row[nth] as number
  const suggest = suggestFor(label, probability, limits)
  return new Classified(edition, toList(row), { label, probability, suggest })
}

/** One by one: the ready-made ways to copy cost as much as the sums. */
function toList(row: Float64Array): readonly number[] {
  const list: number[] = []
  for (let at = 0; at < row.length; at += 1) list.push(row[at] as number)
  return list
}

/** The table of all labels is made when somebody looks at it: most callers want the one that stands out. */
class Classified implements Classification {
  readonly edition: string
  readonly label: Label
  readonly probability: number
  readonly suggest: Suggestion
  readonly #row: readonly number[]

  constructor(
    edition: string,
    row: readonly number[],
    { label, probability, suggest }: Pick<Classification, 'label' | 'probability' | 'suggest'>,
  ) {
    this.edition = edition
    this.#row = row
    this.label = label
    this.probability = probability
    this.suggest = suggest
  }

  get probabilities(): Probabilities {
    return Object.fromEntries(KNOWN_LABELS.map((label, nth) => [label, this.#row[nth] as number]))
  }
}

function suggestFor(label: keyof Limits | 100, probability: number, limits: Limits): Suggestion {
  if (label === 100) return 'pass'
  return probability >= limits[label].risky ? 'risky' : 'review'
}

export function editionOf(bytes: Uint8Array): string {
  return toEdition([bytes.length, String.fromCharCode(...bytes.subarray(0, 96)), checksum(bytes)])
}

function checksum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5
  for (let at = 0; at < bytes.length; at += 1) {
    sum = Math.imul(sum ^ (bytes[at] as number), 0x01000193)
  }
  return sum >>> 0
}
