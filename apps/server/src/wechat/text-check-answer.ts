/**
 * The answer of a text check in WeChat's words, and our own words beside it.
 *
 * WeChat has two strategies: `keyword` are the words that the operator listed, `content_model` is
 * all else that was found. Fields of the extension are in snake case, as the rest of the dialect.
 */

import { LABELS, type Label, type TermHit, type TextClass } from '@fangxing/contract'
import type { CheckedAnswer } from '../use-cases/check-text.ts'
import type { Suggestion } from '../use-cases/suggestion.ts'
import { toFindingFields, toHitFields } from './finding-fields.ts'
import { toUpstreamFields } from './upstream-fields.ts'

const NORMAL: Label = 100
/** What WeChat answers for clean text, as seen in public. */
const PROBABILITY_OF_NORMAL = 90

const STARTER_PREFIX = 'starter/'

const SUGGESTION_OF_LEVEL = { block: 'risky', review: 'review', hint: 'pass' } as const

/** The two numbers seen in WeChat's example of a keyword item. */
const NUMBER_OF_LEVEL = { block: 90, review: 20, hint: 20 } as const

export function toDetail(answer: CheckedAnswer): readonly object[] {
  const own = answer.hits.filter(isOwnTerm)
  return [toModelItem(answer, own), ...toKeywordItems(own)]
}

function isOwnTerm({ termId }: TermHit): boolean {
  return !termId.startsWith(STARTER_PREFIX)
}

/** Everything that is not the operator's word; the whole answer when only the model has found it. */
function toModelItem(answer: CheckedAnswer, own: readonly TermHit[]): object {
  const found = answer.hits.filter((hit) => !isOwnTerm(hit))
  const estimates = answer.classes.filter(({ label }) => label !== NORMAL)
  const suggest = suggestWithout(own, found.length, estimates.length, answer.suggest)
  const label = found[0]?.label ?? estimates[0]?.label ?? answer.label
  const confidences = [
    ...found.map(({ confidence }) => confidence),
    ...estimates.map(({ probability }) => probability),
  ]
  return {
    strategy: 'content_model',
    errcode: 0,
    suggest,
    label: suggest === 'pass' ? NORMAL : label,
    prob:
      suggest === 'pass' ? PROBABILITY_OF_NORMAL : Math.round(Math.max(0, ...confidences) * 100),
  }
}

/** What the answer would be without the operator's words; an estimate alone asks for a person. */
function suggestWithout(
  own: readonly TermHit[],
  found: number,
  estimates: number,
  suggest: Suggestion,
): Suggestion {
  if (own.length === 0 || found > 0 || suggest === 'pass') return suggest
  return estimates > 0 ? 'review' : 'pass'
}

/** One item per word that was hit; a bare one when none was. */
function toKeywordItems(own: readonly TermHit[]): readonly object[] {
  if (own.length === 0) return [{ strategy: 'keyword', errcode: 0 }]
  const byWord = new Map(own.map((hit) => [hit.term, hit]))
  return [...byWord.values()].map(({ term, label, level }) => ({
    strategy: 'keyword',
    errcode: 0,
    suggest: SUGGESTION_OF_LEVEL[level],
    label,
    keyword: term,
    level: NUMBER_OF_LEVEL[level],
  }))
}

export function toExtension(answer: CheckedAnswer): object {
  return {
    check_id: answer.id,
    suggest: answer.suggest,
    label: answer.label,
    label_name: LABELS[answer.label],
    edition: answer.edition,
    hits: answer.hits.map(toHitFields),
    classes: answer.classes.map(toClass),
    findings: answer.judgements.flatMap(toFindingFields),
    ...toUpstreamFields(answer.upstream),
  }
}

function toClass({ label, probability, place }: TextClass) {
  return { label, probability, ...(place.kind === 'text' ? { field: place.field } : {}) }
}
