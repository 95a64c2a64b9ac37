/**
 * Assesses the texts that a user submits together: content, title, nickname, signature.
 *
 * Fields and scene → verdict, every rule's outcome, every hit, what a model takes each text for, and
 * one label for the whole. Pure and total: whatever fails inside leads to a person, never to a pass.
 * Without a classifier only the rules of listed words are asked, and the edition names no model.
 */

import type {
  Assessment,
  Label,
  Observations,
  SeenText,
  TermHit,
  TextClass,
} from '@fangxing/contract'
import { type Rule, textRules } from '@fangxing/policy'
import type { Lexicon, TextClassifier } from '@fangxing/text'
import { attempt } from './attempt.ts'
import { decideVerdict } from './decide-verdict.ts'
import { findTermHits } from './find-term-hits.ts'
import { judge } from './judge.ts'
import { nameEdition } from './name-edition.ts'
import { classesOf, modelsOf, withoutUnasked } from './text-classes.ts'
import { toLabel } from './to-label.ts'

export interface SubmittedTexts {
  readonly texts: readonly { readonly field: string; readonly text: string }[]
  /** 1 profile, 2 comment, 3 forum, 4 social log. */
  readonly scene: number
}

export interface TextOptions {
  readonly classifier?: TextClassifier | undefined
  /** As the scene weighs them (`rulesOfScene`); as they are when absent. */
  readonly rules?: readonly Rule[] | undefined
}

export interface TextAssessment extends Assessment {
  /** By field as submitted, then by start. */
  readonly hits: readonly TermHit[]
  /** One for each text; empty without a classifier. */
  readonly classes: readonly TextClass[]
  /** Of the worst that was found; 100 when the verdict is pass. */
  readonly label: Label
}

/** What `assessText` is asked, in one value. */
export interface TextOrder extends SubmittedTexts, TextOptions {
  readonly lexicon: Lexicon
}

export function assessText(
  submitted: SubmittedTexts,
  lexicon: Lexicon,
  options: TextOptions = {},
): TextAssessment {
  const [assessed] = assessTexts([{ ...submitted, lexicon, ...options }])
  return assessed as TextAssessment
}

/**
 * Each as if it were alone, in their order. One engine reads all of them before the next begins: its
 * tables stay in the processor's cache, and reading those is most of what an engine costs.
 */
export function assessTexts(orders: readonly TextOrder[]): readonly TextAssessment[] {
  const all = orders.map((order): Look => ({ order, seen: toSeen(order), words: {}, classes: {} }))
  for (const look of all) {
    const { lexicon, scene } = look.order
    look.words = attempt(() => ({ termHits: findTermHits(look.seen, lexicon, { scene }) }))
  }
  for (const look of all) {
    const { classifier, scene } = look.order
    look.classes = attempt(() => classesOf(look.seen, scene, classifier))
  }
  return all.map(conclude)
}

interface Look {
  readonly order: TextOrder
  readonly seen: readonly SeenText[]
  words: Partial<Observations>
  classes: Partial<Observations>
}

function toSeen({ texts }: SubmittedTexts): readonly SeenText[] {
  return texts.map(({ field, text }) => ({
    text,
    place: { kind: 'text', field, start: 0, end: text.length },
  }))
}

function conclude({ order, seen, words, classes: classified }: Look): TextAssessment {
  const { lexicon, classifier, rules: given = textRules } = order
  const rules = withoutUnasked(given, classifier)
  const observed: Partial<Observations> = { texts: seen, ...words, ...classified }
  const { termHits: hits = [], textClasses: classes = [] } = observed
  const judgements = judge(rules, observed)
  const verdict = decideVerdict(judgements)
  return {
    verdict,
    judgements,
    edition: nameEdition(rules, lexicon, modelsOf(classifier)),
    hits,
    classes,
    label: toLabel(verdict, { hits, labels: classes.map(({ label }) => label) }),
  }
}
