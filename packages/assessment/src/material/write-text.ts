/**
 * One text of a material as the rules see it: scripts, marks, dates, leads, listed words.
 *
 * O(length). What a classifier says is left out where there is none.
 */

import type {
  Place,
  SeenDate,
  SeenLead,
  TermHit,
  VocabularyHit,
  WrittenText,
} from '@fangxing/contract'
import {
  countScripts,
  countTraditional,
  extract,
  findClickbait,
  findDates,
  findEnding,
  findGarbling,
  findMarkRuns,
  findRepeated,
  type Lexicon,
  measurePile,
  measureTitle,
  type NamedDate,
  suggestTypos,
  type TextClassifier,
} from '@fangxing/text'
import { findTermHits } from '../find-term-hits.ts'
import { vocabularyLexicon, vocabularyOf } from './vocabulary-lexicon.ts'

export interface TextEngines {
  /** The operator's own. */
  readonly lexicon: Lexicon
  readonly classifier?: TextClassifier | undefined
}

/** The scene in which materials are classified: published to everybody. */
const FORUM = 3

export function writeText(
  field: string,
  text: string,
  place: Place,
  { lexicon, classifier }: TextEngines,
): WrittenText {
  const { shares } = countScripts(text)
  const hanShare = shares.han ?? 0
  const letters = Object.values(shares).reduce((sum, share) => sum + (share ?? 0), 0)
  const { pieces, short, longest } = measurePile(text)
  const seen = [{ text, place: { kind: 'text', field, start: 0, end: text.length } as const }]
  return {
    field,
    text,
    place,
    hanShare,
    foreignShare: Math.max(0, letters - hanShare),
    traditionalShare: countTraditional(text).share,
    length: measureTitle(text).characters,
    garbling: findGarbling(text),
    typos: suggestTypos(text).map(({ start, end, meant }) => ({ start, end, suggestion: meant })),
    markRuns: findMarkRuns(text),
    clickbait: findClickbait(text),
    pieces: { count: pieces, short, longest },
    ending: findEnding(text),
    repeated: findRepeated(text),
    dates: findDates(text).map(toDate),
    leads: extract(text).map(
      ({ kind, value, start, end }): SeenLead => ({ kind, value, start, end }),
    ),
    words: [
      ...findTermHits(seen, vocabularyLexicon()).map(ofVocabulary),
      ...findTermHits(seen, lexicon).map((hit) => ({ ...hit, vocabulary: 'lexicon' })),
    ],
    ...(classifier === undefined ? {} : { labels: [classifier.classify(text, { scene: FORUM })] }),
  }
}

function ofVocabulary(hit: TermHit): VocabularyHit {
  return { ...hit, vocabulary: vocabularyOf(hit.termId) }
}

function toDate(date: NamedDate): SeenDate {
  const { start, end } = date
  switch (date.kind) {
    case 'calendar': {
      const { year, month, day } = date
      return {
        kind: 'calendar',
        month,
        start,
        end,
        ...(year === undefined ? {} : { year }),
        ...(day === undefined ? {} : { day }),
      }
    }
    case 'year':
      return { kind: 'vague', year: date.year, start, end }
    case 'relative':
      return { kind: toTense(date.days), start, end }
  }
}

function toTense(days: number | undefined): SeenDate['kind'] {
  if (days === undefined) return 'vague'
  if (days === 0) return 'now'
  return days > 0 ? 'later' : 'earlier'
}
