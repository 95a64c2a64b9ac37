/**
 * An appeal against a rejection, and its answer by somebody who has not decided the submission yet.
 *
 * A reversal approves nothing: it sends the version to human review, by another event than the
 * rejection, which stays in the record.
 */

import type { Actor } from '@fangxing/release'
import type { Release } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { causeOne, causeOneAnew } from './cause-one.ts'
import { toProof } from './claim-release.ts'
import { assertKnownClauses } from './reject-release.ts'

export function appeal(
  ports: Ports,
  { releaseId, actor, note }: { releaseId: string; actor: Actor; note: string },
): Promise<Release> {
  return causeOneAnew(ports, releaseId, { kind: 'appealed', actor, note })
}

interface Answer {
  readonly releaseId: string
  readonly actor: Actor
  /** Of the reviewer's claim. */
  readonly fence: number
  readonly note: string
}

export async function dismissAppeal(
  ports: Ports,
  answer: Answer & { readonly clauses: readonly string[] },
): Promise<Release> {
  const { releaseId, actor, clauses, note } = answer
  assertKnownClauses(clauses)
  return causeOne(
    ports,
    releaseId,
    { kind: 'appealDismissed', actor, clauses, note },
    {
      claim: toProof(ports, answer),
    },
  )
}

export async function reverseRejection(ports: Ports, answer: Answer): Promise<Release> {
  const { releaseId, actor, note } = answer
  return causeOne(
    ports,
    releaseId,
    { kind: 'rejectionReversed', actor, note },
    {
      claim: toProof(ports, answer),
    },
  )
}
