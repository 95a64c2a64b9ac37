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

export interface Upstream {
  readonly name: string
  checkText(text: UpstreamText, signal: AbortSignal): Promise<UpstreamAnswer>
  checkPicture(bytes: Uint8Array, signal: AbortSignal): Promise<UpstreamAnswer>
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
