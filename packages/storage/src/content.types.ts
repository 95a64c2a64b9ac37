/** Records of text checks, and settings. */

import type { Label } from '@fangxing/contract'
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

export interface Settings {
  /** The JSON value, or undefined when never set. */
  get(name: string): Promise<unknown>
  set(name: string, value: unknown): Promise<void>
}
