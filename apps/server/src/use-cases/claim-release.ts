/** A reviewer's lease on a case: who holds it decides; nobody else works on it meanwhile. */

import { AppError } from '@fangxing/contract'
import { type Actor, whoseTurn } from '@fangxing/release'
import type { Claim, ClaimProof, User } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { getRelease } from './cause.ts'

/** Longer than reading a package takes; short enough that a forgotten case comes back the same day. */
export const CLAIM_LASTS_MS = 30 * 60 * 1000

/** What a decision brings along: that its maker still holds the case. */
export function toProof(
  { clock }: Ports,
  { actor, fence }: { readonly actor: Actor; readonly fence: number },
): ClaimProof {
  return { userId: actor.id, fence, now: clock.now() }
}

export async function claimRelease(ports: Ports, releaseId: string, user: User): Promise<Claim> {
  const { life } = await getRelease(ports, releaseId)
  if (whoseTurn(life.state) !== 'reviewer') {
    throw new AppError('EVENT_NOT_ALLOWED', { state: life.state, event: 'claim', allowed: [] })
  }
  const now = ports.clock.now()
  const answer = await ports.storage.claims.take(releaseId, user.id, now, CLAIM_LASTS_MS)
  if (answer.kind === 'granted') return answer
  throw new AppError('STALE_FENCE', {
    heldBy: answer.by.userName,
    expiresAt: answer.by.expiresAt,
  })
}
