/** Records of text checks, the operator's terms, and settings. */

import type { Label, TermLevel } from '@fangxing/contract'
import type { Page, PageRequest } from './storage.ts'

export interface CheckDraft {
  readonly appid: string | null
  /** Whoever wrote the text: an openid, or the id of a console user. */
  readonly writer: string | null
  readonly scene: number
  readonly suggest: 'pass' | 'review' | 'risky'
  readonly label: Label
  readonly edition: string
  /** Hits and judgements as they were answered; any JSON value. */
  readonly evidence: unknown
  readonly texts: readonly CheckedText[]
  /** Until when `texts` may be kept; null keeps none. */
  readonly keepTextsUntil: number | null
  readonly at: number
}

export interface CheckedText {
  readonly field: string
  readonly text: string
}

export interface Check extends Omit<CheckDraft, 'texts' | 'keepTextsUntil'> {
  /** Three groups of 8 hexadecimal digits joined by `-`; also the answer's `trace_id`. */
  readonly id: string
  /** Null when none were kept or their time is over. */
  readonly texts: readonly CheckedText[] | null
}

export interface CheckFilter extends PageRequest {
  readonly appid?: string | undefined
  readonly suggest?: Check['suggest'] | undefined
}

export interface Checks {
  /** Returns the id. */
  record(draft: CheckDraft): Promise<string>
  find(id: string): Promise<Check | null>
  list(filter?: CheckFilter): Promise<Page<Check>>
  /** Forgets the texts whose time is over; returns how many checks lost theirs. Cost: due rows. */
  forgetTexts(now: number): Promise<number>
}

export interface StoredTerm {
  readonly id: string
  readonly text: string
  readonly label: Label
  readonly level: TermLevel
  /** Null: every safe one. */
  readonly conversions: readonly string[] | null
  /** Null: every scene. */
  readonly scenes: readonly number[] | null
  readonly note: string | null
  readonly createdBy: string
  readonly createdAt: number
}

export type TermDraft = Pick<StoredTerm, 'text' | 'label' | 'level' | 'createdBy'> &
  Partial<Pick<StoredTerm, 'conversions' | 'scenes' | 'note'>>

export interface Terms {
  add(draft: TermDraft, now: number): Promise<StoredTerm>
  /** False when no term has this id. */
  remove(id: string): Promise<boolean>
  /** In order of addition. */
  list(): Promise<readonly StoredTerm[]>
  /** Grows with every change, so that another process knows when to compile its lexicon again. */
  edition(): Promise<number>
}

export interface Settings {
  /** The JSON value, or undefined when never set. */
  get(name: string): Promise<unknown>
  set(name: string, value: unknown): Promise<void>
}
