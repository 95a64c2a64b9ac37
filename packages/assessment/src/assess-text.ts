/**
 * Assesses the texts that a user submits together: content, title, nickname, signature.
 *
 * Fields and scene → verdict, every rule's outcome, every hit, and one label for the whole. Pure
 * and total: whatever fails inside leads to a person, never to a pass.
 */

import type { Assessment, Label, SeenText, TermHit, TermLevel, Verdict } from '@fangxing/contract'
import { textRules } from '@fangxing/policy'
import type { Lexicon } from '@fangxing/text'
import { decideVerdict } from './decide-verdict.ts'
import { findTermHits } from './find-term-hits.ts'
import { judge } from './judge.ts'
import { nameEdition } from './name-edition.ts'

export interface SubmittedTexts {
  readonly texts: readonly { readonly field: string; readonly text: string }[]
  /** 1 profile, 2 comment, 3 forum, 4 social log. */
  readonly scene: number
}

export interface TextAssessment extends Assessment {
  /** By field as submitted, then by start. */
  readonly hits: readonly TermHit[]
  /** Of the worst hit; 100 when the verdict is pass. */
  readonly label: Label
}

const NORMAL: Label = 100
const OTHER: Label = 21000

/** Worst first. A hint never decides, so it never gives the label. */
const LEVELS: readonly TermLevel[] = ['block', 'review']

export function assessText({ texts, scene }: SubmittedTexts, lexicon: Lexicon): TextAssessment {
  const seen: readonly SeenText[] = texts.map(({ field, text }) => ({
    text,
    place: { kind: 'text', field, start: 0, end: text.length },
  }))
  const hits = tryToFind(seen, lexicon, scene)
  const judgements = judge(textRules, {
    texts: seen,
    ...(hits === null ? {} : { termHits: hits }),
  })
  const verdict = decideVerdict(judgements)
  return {
    verdict,
    judgements,
    edition: nameEdition(textRules, lexicon),
    hits: hits ?? [],
    label: toLabel(verdict, hits ?? []),
  }
}

function tryToFind(
  seen: readonly SeenText[],
  lexicon: Lexicon,
  scene: number,
): readonly TermHit[] | null {
  try {
    return findTermHits(seen, lexicon, { scene })
  } catch {
    return null
  }
}

function toLabel(verdict: Verdict, hits: readonly TermHit[]): Label {
  if (verdict === 'pass') return NORMAL
  const worst = LEVELS.map((level) => mostCertain(hits, level)).find((hit) => hit !== undefined)
  return worst?.label ?? OTHER
}

/** The first of those with the highest confidence. */
function mostCertain(hits: readonly TermHit[], level: TermLevel): TermHit | undefined {
  return hits
    .filter((hit) => hit.level === level)
    .toSorted((one, other) => other.confidence - one.confidence)[0]
}
