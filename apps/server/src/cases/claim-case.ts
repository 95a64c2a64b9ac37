/** A reviewer's lease on a case: the one that is named, or the oldest that nobody looks at. */

import { AppError } from '@fangxing/contract'
import type { Case, Claim, User, WaitingFilter } from '@fangxing/storage'
import type { Ports } from '../ports.ts'

/** A text is read in seconds, a recording in minutes; a forgotten case comes back within the hour. */
export const CASE_CLAIM_MS = 10 * 60 * 1000

export async function claimCase(ports: Ports, checkId: string, user: User): Promise<Claim> {
  const now = ports.clock.now()
  const answer = await ports.storage.cases.claim(checkId, user.id, now, CASE_CLAIM_MS)
  if (answer.kind === 'granted') return answer
  throw new AppError('STALE_FENCE', {
    heldBy: answer.by.userName,
    expiresAt: answer.by.expiresAt,
  })
}

/** Null when nothing waits. */
export function claimNextCase(
  { storage, clock }: Ports,
  filter: WaitingFilter,
  user: User,
): Promise<Case | null> {
  return storage.cases.claimNext(filter, user.id, clock.now(), CASE_CLAIM_MS)
}
