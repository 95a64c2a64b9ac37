/** Codes that prove who is calling, kept for as long as they can be typed in. */

import type { ContactCode, Issued, Party } from '@fangxing/release'

export interface Caller {
  readonly kind: Party
  readonly id: string
  readonly name: string
}

/** A code as it is kept. `id` names it in the append that records its check. */
export interface KeptCode {
  readonly id: number
  readonly code: ContactCode
}

/** Written with the `contactLogged` event that tells of it; CONCURRENT_CHANGE when somebody else guessed. */
export interface CheckedCode {
  readonly before: KeptCode
  readonly after: ContactCode
}

export interface ContactCodes {
  /**
   * Draws a code and keeps it, unless the case had too many within the hour; the caller's earlier
   * codes of this case end by it. Throws RELEASE_NOT_FOUND.
   */
  issue(releaseId: string, caller: Caller, at: number): Promise<Issued>
  /** The last code that this party took for the case, whatever has become of it. */
  latest(releaseId: string, caller: Party): Promise<KeptCode | null>
  /** Empties the digits of codes that expired before `now`; returns how many. Cost: those rows. */
  forget(now: number): Promise<number>
}
