/** What the engine is asked to find, and what it answers. */

import type { Label, TermLevel, Wording } from '@fangxing/contract'
import type { ConversionName } from './conversion.ts'

/** A listed word. Plain values only: a term can be stored, sent and compared. */
export interface Term {
  readonly id: string
  readonly text: string
  readonly label: Label
  readonly level: TermLevel
  /** The conversions that may be undone to see it; absent: all safe ones. */
  readonly conversions?: readonly ConversionName[]
  /** The scenes in which it counts (1 profile, 2 comment, 3 forum, 4 social log); absent: all. */
  readonly scenes?: readonly number[]
  /** Ordinary phrases that contain it and are innocent: 火车 for 火, 微信息 for 微信. */
  readonly except?: readonly string[]
  /** It counts only when one of these stands near it; absent: always. */
  readonly near?: readonly string[]
  /** It does not count when one of these stands near it. */
  readonly notNear?: readonly string[]
  /** It counts from this moment on, epoch ms; absent: always has. */
  readonly validFrom?: number
  /** It no longer counts from this moment on, epoch ms; absent: always will. */
  readonly validUntil?: number
  /** Words by which a person sorts terms; the engine does not read them. */
  readonly tags?: readonly string[]
  readonly note?: string
}

/** One occurrence of a term. Offsets count UTF-16 units of the original text, `end` is exclusive. */
export interface Match {
  readonly termId: string
  /** The word as listed. */
  readonly term: string
  readonly label: Label
  readonly level: TermLevel
  readonly start: number
  readonly end: number
  /** The exact slice of the original. */
  readonly matched: string
  /** What had to be undone to see the word; empty: written as listed. */
  readonly conversions: readonly ConversionName[]
  /** From 0 to 1; 1 when written as listed. */
  readonly confidence: number
  /** The ordinary words that run over its ends, for which it was lowered to a hint. */
  readonly crossing?: readonly string[]
}

/** A term that cannot be matched, and why. The rest of the lexicon works. */
export interface RefusedTerm {
  readonly term: Term
  readonly because: Wording
}
