/** What a channel answers after one attempt. Senders never throw for what the receiver does. */

import type { AppCallbacks, ClaimedDelivery, Trouble } from '@fangxing/storage'
import type { AddressPolicy, Resolve } from '../outbound/index.ts'
import type { Mailer } from './mailer.ts'
import type { SenderCode } from './trouble-words.ts'

export type Sent =
  | { readonly kind: 'delivered' }
  | {
      readonly kind: 'failed'
      readonly trouble: Trouble
      /** Trying again cannot help. */
      readonly isFinal?: boolean
    }

export const DELIVERED: Sent = { kind: 'delivered' }

export function failed(
  code: SenderCode,
  details: Trouble['details'] = {},
  { isFinal = false }: { readonly isFinal?: boolean } = {},
): Sent {
  return { kind: 'failed', trouble: { code, details }, isFinal }
}

/** What sending needs of the world. Passed as a value. */
export interface Outside {
  readonly addresses: AddressPolicy
  /** As the machine resolves names when absent. */
  readonly resolve?: Resolve | undefined
  /** How long a webhook or push may take in all. */
  readonly answerWithinMs: number
  /** Null: the operator has set no mail server. */
  readonly mailer: Mailer | null
  randomBytes(count: number): Uint8Array
  /** 0 to 1. */
  jitter(): number
}

export type Send = (
  delivery: ClaimedDelivery,
  callbacks: AppCallbacks,
  outside: Outside,
  now: number,
) => Promise<Sent>
