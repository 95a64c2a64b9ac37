/**
 * Assesses one picture: what the media engine saw in it, and the words that it read.
 *
 * Facts and lexicon → verdict, every rule's outcome, hits with their boxes, one label. Pure and
 * total; a fact that a rule needs and that is absent sends the picture to a person.
 */

import type {
  Assessment,
  Label,
  Observations,
  SeenPicture,
  SeenText,
  TermHit,
} from '@fangxing/contract'
import { pictureRules, type Rule } from '@fangxing/policy'
import type { Lexicon, TextClassifier } from '@fangxing/text'
import { attempt } from './attempt.ts'
import { hitsAcrossLines } from './broken-lines.ts'
import { decideVerdict } from './decide-verdict.ts'
import { findTermHits } from './find-term-hits.ts'
import { judge } from './judge.ts'
import { findMediaLabels } from './media-labels.ts'
import { nameEdition } from './name-edition.ts'
import { classesOf, modelsOf, withoutUnasked } from './text-classes.ts'
import { toLabel } from './to-label.ts'

export interface MediaOptions {
  /** Chooses the terms that count; 2 when absent. */
  readonly scene?: number | undefined
  /** As the scene weighs them (`rulesOfScene`); as they are when absent. */
  readonly rules?: readonly Rule[] | undefined
  /** Of the engine that saw, e.g. `media-1a2b`: part of the answer's edition. */
  readonly engines?: readonly string[] | undefined
  /** Takes what is written or said for a kind of text; without one no rule asks. */
  readonly classifier?: TextClassifier | undefined
}

export interface MediaAssessment extends Assessment {
  readonly hits: readonly TermHit[]
  /** Of the worst that was found; 100 when the verdict is pass. */
  readonly label: Label
}

export function assessPicture(
  picture: SeenPicture,
  lexicon: Lexicon,
  { scene = 2, rules: given = pictureRules, engines = [], classifier }: MediaOptions = {},
): MediaAssessment {
  const texts = (picture.words ?? []).map(({ text, box }) => ({
    text,
    place: { kind: 'picture', picture: picture.name, box } as const,
  }))
  const observed: Partial<Observations> = {
    pictures: [picture],
    ...attempt(() => ({
      termHits: [
        ...findTermHits(texts, lexicon, { scene }),
        ...hitsAcrossLines(picture, lexicon, scene),
      ],
    })),
    ...attempt(() => classesOf([wholeOf(picture)], scene, classifier)),
  }
  const rules = withoutUnasked(given, classifier)
  const judgements = judge(rules, observed)
  const verdict = decideVerdict(judgements)
  const { termHits: hits = [], textClasses = [] } = observed
  const labels = findMediaLabels(rules, judgements, [picture])
  return {
    verdict,
    judgements,
    edition: nameEdition(rules, lexicon, [...engines, ...modelsOf(classifier)]),
    hits,
    label: toLabel(verdict, { hits, labels: [...labels, ...textClasses.map((one) => one.label)] }),
  }
}

/** All lines as one text: what they mean shows only together. */
function wholeOf({ name, words = [] }: SeenPicture): SeenText {
  const text = words.map((line) => line.text).join('\n')
  return { text, place: { kind: 'picture', picture: name } }
}
