/**
 * Records of checks: what was asked, what was answered, and why.
 *
 * Verdict and evidence are kept always; of the content only what the draft says, for as long as it
 * says. A record never changes, but its content is forgotten when its time is over.
 */

import type { Label } from '@fangxing/contract'
import type { Page, PageRequest } from '../page.types.ts'

export type CheckedKind = 'text' | 'picture' | 'sound' | 'video'

export interface CheckedText {
  readonly field: string
  readonly text: string
}

/** In the place of a text that is not kept: whoever has the text can find its record. */
export interface TextHash {
  readonly field: string
  /** Hex, of the text in UTF-8. */
  readonly sha256: string
}

export interface CheckDraft {
  /** Made here when absent; `nameCheck` makes one ahead, for an answer that comes before the record. */
  readonly id?: string | undefined
  /** A text when absent. */
  readonly kind?: CheckedKind | undefined
  readonly appid: string | null
  /** Whoever wrote the text: an openid, or the id of a console user. */
  readonly writer: string | null
  readonly scene: number
  readonly suggest: 'pass' | 'review' | 'risky'
  readonly label: Label
  readonly edition: string
  /** Hits as they were answered; a JSON object, or any JSON value when nothing is shared. */
  readonly evidence: unknown
  /** The fields of the evidence that are alike in most checks, kept once: judgements. */
  readonly sharedEvidence?: Readonly<Record<string, unknown>> | undefined
  /** Clauses that were violated or could not be decided. */
  readonly clauses?: readonly string[] | undefined
  readonly texts: readonly CheckedText[]
  /** Until when `texts` may be kept; null keeps none. */
  readonly keepTextsUntil: number | null
  readonly hashes?: readonly TextHash[] | null | undefined
  readonly at: number
}

export interface Check {
  /** Three groups of 8 hexadecimal digits joined by `-`, the first the Unix second; also `trace_id`. */
  readonly id: string
  readonly kind: CheckedKind
  readonly appid: string | null
  readonly writer: string | null
  readonly scene: number
  readonly suggest: CheckDraft['suggest']
  readonly label: Label
  readonly edition: string
  /** With the fields that it shares. */
  readonly evidence: unknown
  readonly clauses: readonly string[]
  /** Null when none were kept or their time is over. */
  readonly texts: readonly CheckedText[] | null
  readonly hashes: readonly TextHash[] | null
  readonly at: number
}

/** Everything that is named must hold. */
export interface CheckFilter extends PageRequest {
  readonly appid?: string | undefined
  /** Of these apps and no others. */
  readonly appids?: readonly string[] | undefined
  readonly writer?: string | undefined
  readonly clause?: string | undefined
  readonly suggest?: Check['suggest'] | undefined
  /** Inclusive. */
  readonly from?: number | undefined
  /** Exclusive. */
  readonly until?: number | undefined
}

export interface Checks {
  /**
   * Returns the id, when the record is on disk. Records that come together are written together, in
   * one transaction. A name that is on record already stays what it is: work that is done again
   * changes nothing. STORAGE_UNAVAILABLE, at once, when far too many wait.
   */
  record(draft: CheckDraft): Promise<string>
  find(id: string): Promise<Check | null>
  /** Newest first by `at`. Every filter alone, and an app or a clause with times, reads an index in order. */
  list(filter?: CheckFilter): Promise<Page<Check>>
  /** Forgets the texts whose time is over; returns how many checks lost theirs. Cost: due rows. */
  forgetTexts(now: number): Promise<number>
}
