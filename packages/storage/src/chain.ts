/**
 * The hash chain of a release: each event's hash covers the event and the hash before it.
 *
 * Changing, removing or inserting an event breaks every hash after it. Cutting off the end does
 * not: that shows against the state row, and against a digest that was kept elsewhere.
 */

import type { ReleaseEvent, State } from '@fangxing/release'
import { toCanonicalJson } from './canonical-json.ts'
import type { StoredEvent } from './releases.types.ts'
import { sha256 } from './secrets.ts'

/** What stands before the first event. The id is in it, so that a chain cannot move to another release. */
export function startOfChain(releaseId: string): string {
  return sha256(`fangxing release ${releaseId}`)
}

export function link(
  releaseId: string,
  seq: number,
  event: ReleaseEvent,
  state: State,
  previousHash: string,
): StoredEvent {
  const hash = hashOf({ releaseId, seq, event, state, previousHash })
  return { releaseId, seq, event, state, previousHash, hash }
}

export function hashOf({
  releaseId,
  seq,
  event,
  state,
  previousHash,
}: Omit<StoredEvent, 'hash'>): string {
  return sha256(toCanonicalJson({ releaseId, seq, event, state, previousHash }))
}
