/**
 * Another checker, seen from here: the one small interface that every one of them has.
 *
 * It answers or throws `UpstreamTrouble`; it neither waits longer than the signal nor tries again.
 */

import type { Label } from '@fangxing/contract'
import type { CheckedText, CheckSuggestion } from '@fangxing/storage'

export interface UpstreamAnswer {
  readonly suggest: CheckSuggestion
  readonly label: Label
  /** By which it can be asked about there. */
  readonly traceId: string | null
}

export interface UpstreamText {
  readonly texts: readonly CheckedText[]
  readonly scene: number
  readonly openid: string | null
}

export interface UpstreamSound {
  /** From where it is fetched there. */
  readonly url: string
  readonly scene: number
  readonly openid: string | null
}

export interface Upstream {
  readonly name: string
  checkText(text: UpstreamText, signal: AbortSignal): Promise<UpstreamAnswer>
  checkPicture(bytes: Uint8Array, signal: AbortSignal): Promise<UpstreamAnswer>
  /** Answered later by a push; resolves with the trace id that the push will name. */
  requestSound(sound: UpstreamSound, signal: AbortSignal): Promise<string>
}

export const UPSTREAM_CODES = [
  'TOO_SLOW',
  'UNREACHABLE',
  'ANSWER_UNKNOWN',
  'REFUSED',
  'CREDENTIALS_REFUSED',
  'QUOTA_USED',
  'CIRCUIT_OPEN',
  'TOO_MANY_AT_ONCE',
  // It could not fetch the file.
  'NOT_FETCHED',
  // It took a question and has not answered in time.
  'NO_RESULT',
  // Never asked: the picture is larger than it takes, and no copy could be made.
  'PICTURE_NOT_TAKEN',
  // Never asked: it takes no videos.
  'KIND_NOT_TAKEN',
  // Never asked: nobody has said how its pushes come in.
  'PUSH_NOT_SET',
] as const

export type UpstreamCode = (typeof UPSTREAM_CODES)[number]

export class UpstreamTrouble extends Error {
  override readonly name = 'UpstreamTrouble'
  readonly code: UpstreamCode
  /** Until when no further call can be granted there; only with QUOTA_USED. */
  readonly until: 'minute' | 'day' | null

  constructor(
    code: UpstreamCode,
    reason = '',
    { until = null, cause }: { until?: 'minute' | 'day' | null; cause?: unknown } = {},
  ) {
    super(reason === '' ? code : `${code} ${reason}`, { cause })
    this.code = code
    this.until = until
  }
}
