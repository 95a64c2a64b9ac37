/** A reviewer says no, by clause, with a sentence for the developer. */

import { AppError } from '@fangxing/contract'
import { findClause } from '@fangxing/policy'
import type { Actor } from '@fangxing/release'
import type { Release } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { cause, getRelease } from './cause.ts'

export interface Rejecting {
  readonly releaseId: string
  readonly actor: Actor
  /** Of the reviewer's claim. */
  readonly fence: number
  readonly clauses: readonly string[]
  readonly note: string
}

export async function rejectRelease(ports: Ports, rejecting: Rejecting): Promise<Release> {
  const { releaseId, actor, fence, clauses, note } = rejecting
  assertKnownClauses(clauses)
  const at = ports.clock.now()
  const release = await getRelease(ports, releaseId)
  return cause(ports, release, [{ kind: 'reviewerRejected', at, actor, clauses, note, fence }], {
    claim: { userId: actor.id, fence, now: at },
  })
}

export function assertKnownClauses(clauses: readonly string[]): void {
  const unknown = clauses.filter((clause) => findClause(clause) === undefined)
  if (unknown.length === 0) return
  throw new AppError('REQUEST_MALFORMED', {
    fields: unknown.map((clause) => `clauses: ${clause} is in no rule book`),
  })
}
