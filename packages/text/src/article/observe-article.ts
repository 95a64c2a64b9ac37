/**
 * What an article is made of, as facts for a material audit: nothing here judges.
 *
 * Places are UTF-16 units of the title or of the body, as named. Pure and total; O(length), except
 * for the signatures, which cost 128 steps for each character.
 */

import { type ClickbaitHit, findClickbait } from './clickbait.ts'
import { findDates, type NamedDate } from './dates.ts'
import { findGarbling, type Garbling } from './garbling.ts'
import { type Signature, toSignature } from './near-duplicate.ts'
import { findRepeated, type RepeatedSentence } from './repetition.ts'
import { countScripts, type ScriptFacts } from './scripts.ts'
import {
  findEnding,
  findMarkRuns,
  type MarkRun,
  measurePile,
  measureTitle,
  type PhrasePile,
  type TitleEnding,
  type TitleLength,
} from './title.ts'
import { countTraditional, type TraditionalFacts } from './traditional.ts'
import { suggestTypos, type TypoSuggestion } from './typos.ts'

/** What can be asked of any text. */
export interface TextFacts {
  readonly scripts: ScriptFacts
  readonly traditional: TraditionalFacts
  readonly garbling: readonly Garbling[]
  readonly typos: readonly TypoSuggestion[]
  readonly markRuns: readonly MarkRun[]
  readonly dates: readonly NamedDate[]
  readonly signature: Signature
}

export interface TitleFacts extends TextFacts {
  readonly length: TitleLength
  readonly pile: PhrasePile
  readonly ending: TitleEnding
  readonly clickbait: readonly ClickbaitHit[]
}

export interface BodyFacts extends TextFacts {
  readonly repeated: readonly RepeatedSentence[]
}

export interface ArticleFacts {
  readonly title: TitleFacts
  readonly body: BodyFacts
}

export function observeArticle(article: { title: string; body: string }): ArticleFacts {
  return { title: observeTitle(article.title), body: observeBody(article.body) }
}

export function observeTitle(title: string): TitleFacts {
  return {
    ...observeText(title),
    length: measureTitle(title),
    pile: measurePile(title),
    ending: findEnding(title),
    clickbait: findClickbait(title),
  }
}

export function observeBody(body: string): BodyFacts {
  return { ...observeText(body), repeated: findRepeated(body) }
}

function observeText(text: string): TextFacts {
  return {
    scripts: countScripts(text),
    traditional: countTraditional(text),
    garbling: findGarbling(text),
    typos: suggestTypos(text),
    markRuns: findMarkRuns(text),
    dates: findDates(text),
    signature: toSignature(text),
  }
}
