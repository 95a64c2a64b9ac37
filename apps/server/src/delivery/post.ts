/**
 * One call to a receiver under the bounds that hold for all of them: a deadline, no redirects, a
 * short answer.
 */

import {
  type OutboundPolicy,
  type OutboundRequest,
  OutboundTrouble,
  openPinned,
  readBody,
} from '../outbound/index.ts'
import type { Outside, Sent } from './sender.ts'

/** An encrypted reply of WeChat's kind is some hundred bytes; nobody reads more. */
const MAX_ANSWER_BYTES = 16 * 1024

export interface Answer {
  readonly status: number
  readonly text: string
  /** Null when the answer came whole. */
  readonly trouble: OutboundTrouble | null
}

/** The answer, or why there is none. */
export async function callReceiver(
  url: string,
  request: OutboundRequest,
  { addresses, resolve, answerWithinMs }: Outside,
): Promise<Answer | OutboundTrouble> {
  const policy: OutboundPolicy = {
    ...{
      addresses,
      resolve,
      timeoutMs: answerWithinMs,
      maxBytes: MAX_ANSWER_BYTES,
      maxRedirects: 0,
    },
  }
  try {
    const opened = await openPinned(url, policy, request)
    const { bytes, trouble } = await readBody(opened)
    return { status: opened.status, text: bytes.toString(), trouble }
  } catch (error) {
    if (error instanceof OutboundTrouble) return error
    throw error
  }
}

/** The resolved address stays out: developers must not read the operator's network from it. */
export function toFailure({ code, details }: OutboundTrouble): Sent {
  const { address, ...shown } = details
  return { kind: 'failed', trouble: { code, details: shown } }
}
