/** What the text engine can see: occurrences of listed words, with what it took to see them. */

import type { ClipPlace, FilePlace, PicturePlace, TextPlace } from './place.ts'

/** Where words can stand: submitted, in a package, seen in a picture, spoken or shown in a clip. */
export type WordsPlace = TextPlace | FilePlace | PicturePlace | ClipPlace

/** A text that was looked at, whole. */
export interface SeenText {
  readonly text: string
  readonly place: WordsPlace
}

/** WeChat's label numbers, the common vocabulary of every content engine. 100 is normal. */
export const LABELS = {
  100: { zh: '正常', en: 'normal' },
  10001: { zh: '广告', en: 'advertising' },
  20001: { zh: '时政', en: 'current politics' },
  20002: { zh: '色情', en: 'pornography' },
  20003: { zh: '辱骂', en: 'abuse' },
  20006: { zh: '违法犯罪', en: 'crime' },
  20008: { zh: '欺诈', en: 'fraud' },
  20012: { zh: '低俗', en: 'vulgarity' },
  20013: { zh: '版权', en: 'copyright' },
  21000: { zh: '其他', en: 'other' },
} as const

export type Label = keyof typeof LABELS

/** What a hit on a term asks for: stop it, let a person see it, or only remark it. */
export type TermLevel = 'block' | 'review' | 'hint'

/** One occurrence of a listed word. */
export interface TermHit {
  readonly termId: string
  /** The word as listed. */
  readonly term: string
  readonly label: Label
  readonly level: TermLevel
  /** The exact slice of the original text. */
  readonly matched: string
  readonly place: WordsPlace
  /** Names of the conversions that were needed to see the word, e.g. `width`, `case`, `gap`. Empty: written as listed. */
  readonly conversions: readonly string[]
  /** 1 when written as listed; each conversion lowers it. From 0 to 1. */
  readonly confidence: number
}

/** What a model takes a text for: an estimate, which never stops a text alone. */
export interface TextClass {
  /** The one that stands out in this scene; 100 when none does. */
  readonly label: Label
  /** Of `label`, 0 to 1. */
  readonly probability: number
  readonly place: WordsPlace
}
