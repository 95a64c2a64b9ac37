/**
 * What a reviewer thinks of a check: whether it counts at once, is looked at again, or is only
 * compared, the reviewer never learns.
 *
 * Whether there is a second look is drawn before the answer is known, by the check's id alone.
 */

import { AppError, type Label } from '@fangxing/contract'
import type { DeskSubject, Settled, User } from '@fangxing/storage'
import { tellDecision } from '../cases/tell-decision.ts'
import type { Ports } from '../ports.ts'
import { assertKnownClauses } from '../use-cases/reject-release.ts'
import { type DeskPolicy, readDeskPolicy } from './desk-policy.ts'
import { isLookedAtTwice } from './sampling.ts'

export interface DeskDecision {
  readonly fence: number
  readonly verdict: 'pass' | 'risky'
  /** As the machine suspected when absent. Of what passes it is always 100. */
  readonly label?: Label | undefined
  readonly clauses: readonly string[]
  readonly note: string
  /** From opening to deciding, as the window says. */
  readonly spentMs: number | null
}

const NORMAL: Label = 100

export async function decideItem(
  ports: Ports,
  itemId: string,
  user: User,
  said: DeskDecision,
): Promise<Settled> {
  const { storage, clock } = ports
  const at = clock.now()
  const { desk } = storage
  const item = await desk.find(itemId, at)
  const subject = await desk.subjectOf(itemId)
  if (
    item === null ||
    subject === null ||
    subject.kind === 'release' ||
    subject.kind === 'material'
  ) {
    throw new AppError('CASE_NOT_FOUND', { item: itemId })
  }
  const checkId = subject.kind === 'case' ? subject.checkId : subject.subject
  const found = await storage.cases.find(checkId, at)
  assertKnownClauses(said.clauses)
  const policy = await readDeskPolicy(storage.settings)
  const { verdict, note, fence, clauses, spentMs } = said
  const label = verdict === 'pass' ? NORMAL : (said.label ?? item.label)
  return desk.settle({
    ...{ itemId, clauses, spentMs, proof: { userId: user.id, fence, now: at } },
    decision: { verdict, label, note, by: user.name, at },
    second: secondFor(subject, item.label, policy),
    tell: (decision) => tellDecision(found, decision),
  })
}

function secondFor(subject: DeskSubject, label: Label, policy: DeskPolicy) {
  if (subject.kind !== 'case' || !isLookedAtTwice(subject.checkId, label, policy)) return 'none'
  return policy.second.effect
}
