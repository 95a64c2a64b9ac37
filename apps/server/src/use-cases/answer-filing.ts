/** The authority's answer to a filing, also after pre-launch: passed, or rejected by clause. */

import type { Actor } from '@fangxing/release'
import type { Release } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { cause, getRelease } from './cause.ts'
import { assertKnownClauses } from './reject-release.ts'

export async function passFiling(
  ports: Ports,
  { releaseId, actor, note }: { releaseId: string; actor: Actor; note?: string | undefined },
): Promise<Release> {
  const release = await getRelease(ports, releaseId)
  return cause(ports, release, [
    { kind: 'filingPassed', at: ports.clock.now(), actor, ...(note === undefined ? {} : { note }) },
  ])
}

export async function rejectFiling(
  ports: Ports,
  rejecting: { releaseId: string; actor: Actor; clauses: readonly string[]; note: string },
): Promise<Release> {
  const { releaseId, actor, clauses, note } = rejecting
  assertKnownClauses(clauses)
  const release = await getRelease(ports, releaseId)
  return cause(ports, release, [
    { kind: 'filingRejected', at: ports.clock.now(), actor, clauses, note },
  ])
}
