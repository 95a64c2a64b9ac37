/**
 * Two of the demo's doubtful texts are settled, and one of them proposes what it teaches: the other
 * cases wait, and the proposal waits for a second person.
 */

import type { TermHit } from '@fangxing/contract'
import type { User } from '@fangxing/storage'
import { claimNextCase } from '../cases/claim-case.ts'
import { decideCase, type Settlement } from '../cases/decide-case.ts'
import { proposeChange } from '../cases/propose-change.ts'
import type { Ports } from '../ports.ts'
import type { Stage } from './play.ts'

export async function settleCases({ ports, cast, clock, now }: Stage): Promise<void> {
  clock.set(now)
  const { reviewer } = cast.users
  await settleNext(ports, reviewer, { verdict: 'risky', note: '引导添加站外联系方式' })
  const innocent = await settleNext(ports, reviewer, { verdict: 'pass', note: '' })
  if (innocent !== null) await proposeInnocent(ports, reviewer, innocent)
}

/** The id of the oldest case, settled; null when none waits. */
async function settleNext(
  ports: Ports,
  reviewer: User,
  settlement: Omit<Settlement, 'fence'>,
): Promise<string | null> {
  const next = await claimNextCase(ports, {}, reviewer)
  if (next === null) return null
  await decideCase(ports, next.checkId, reviewer, { ...settlement, fence: next.claim?.fence ?? 0 })
  return next.checkId
}

/** That the whole sentence is innocent of the first word that was hit. */
async function proposeInnocent(ports: Ports, reviewer: User, checkId: string): Promise<void> {
  const check = await ports.storage.checks.find(checkId)
  const { hits = [] } = (check?.evidence ?? {}) as { readonly hits?: readonly TermHit[] }
  const [hit] = hits
  const phrase = check?.texts?.find(({ field }) => field === 'content')?.text
  if (hit === undefined || phrase === undefined) return
  await proposeChange(ports, checkId, reviewer, { kind: 'allow', termId: hit.termId, phrase })
}
