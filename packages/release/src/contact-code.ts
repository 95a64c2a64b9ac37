/**
 * Proves who is calling in ten seconds: the caller reads out a code, the called side types it in.
 *
 * Only the caller's own signed-in desk shows the code, so nobody can talk it out of the other side;
 * it works in both directions. Codes are short-lived, used once, and few guesses are allowed. Pure:
 * time and chance are passed in. The caller of these functions appends `contactLogged`.
 *
 * Source: the filing note asks developers to verify a caller first (R5); docs/decisions/0016.
 */

import type { ActorKind } from './event.ts'
import { DAY_MS } from './filing/clock.ts'

export const CODE_VALID_MS = 5 * 60_000
/** Three of a million: what a guesser has against one code. */
export const MAX_GUESSES = 3
/** Per case, so that a flood of codes is no way to guess. */
export const MAX_CODES_PER_HOUR = 5

/** How many codes there are: six digits. */
export const CONTACT_CODES = 1_000_000
const HOUR_MS = DAY_MS / 24

export type Party = Extract<ActorKind, 'developer' | 'authority'>

export interface ContactCode {
  /** Six digits. */
  readonly code: string
  readonly caller: Party
  readonly callerName: string
  readonly issuedAt: number
  readonly expiresAt: number
  readonly guesses: number
  readonly usedAt: number | null
}

export type Issued =
  | { readonly ok: true; readonly code: ContactCode }
  | { readonly ok: false; readonly because: 'tooManyCodes'; readonly againAt: number }

/**
 * A fresh code, unless this case had too many within the hour.
 *
 * `draw` is a whole number from 0 to 999,999, drawn evenly from a cryptographic source.
 */
export function issueContactCode(
  caller: { readonly kind: Party; readonly name: string },
  draw: number,
  at: number,
  issuedBefore: readonly number[],
): Issued {
  if (!Number.isInteger(draw) || draw < 0 || draw >= CONTACT_CODES) {
    throw new RangeError('a contact code is drawn from 0 to 999999')
  }
  const recent = issuedBefore.filter((time) => time > at - HOUR_MS).sort((a, b) => a - b)
  const oldest = recent.at(-MAX_CODES_PER_HOUR)
  if (oldest !== undefined) return { ok: false, because: 'tooManyCodes', againAt: oldest + HOUR_MS }

  return {
    ok: true,
    code: {
      code: String(draw).padStart(6, '0'),
      caller: caller.kind,
      callerName: caller.name,
      issuedAt: at,
      expiresAt: at + CODE_VALID_MS,
      guesses: 0,
      usedAt: null,
    },
  }
}

export type Check = {
  readonly ok: boolean
  readonly because: 'matches' | 'wrong' | 'expired' | 'used' | 'tooManyGuesses' | 'ownCode'
  /** The code as it is from now on: store it whatever the answer. */
  readonly code: ContactCode
}

/** Whether what was heard is the code. Spaces and dashes, as people read numbers, do not matter. */
export function checkContactCode(code: ContactCode, heard: string, by: Party, at: number): Check {
  if (by === code.caller) return { ok: false, because: 'ownCode', code }
  if (code.usedAt !== null) return { ok: false, because: 'used', code }
  if (at < code.issuedAt || at >= code.expiresAt) return { ok: false, because: 'expired', code }
  if (code.guesses >= MAX_GUESSES) return { ok: false, because: 'tooManyGuesses', code }
  if (heard.replace(/[\s-]/gu, '') !== code.code) {
    return { ok: false, because: 'wrong', code: { ...code, guesses: code.guesses + 1 } }
  }
  return { ok: true, because: 'matches', code: { ...code, usedAt: at } }
}
