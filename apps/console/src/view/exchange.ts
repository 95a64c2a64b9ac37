/**
 * What the authority asked for, said and logged about a case, and what came back, oldest first: the
 * part of a release's record that is a conversation.
 */

import type { EventKind, ReleaseEvent } from '../api/types.ts'

export const SAID: readonly EventKind[] = [
  'materialRequested',
  'materialSupplied',
  'contactLogged',
  'filingPaused',
  'filingResumed',
  'takedownOrdered',
  'rectified',
  'rectificationRefused',
  'takedownLifted',
  'reinstated',
]

export interface Said {
  readonly event: ReleaseEvent
  /** Said by the developer's side. */
  readonly isTheirs: boolean
  /** The latest question, without an answer yet. */
  readonly isOpen: boolean
}

export function findExchange(events: readonly ReleaseEvent[]): readonly Said[] {
  const said = events.filter(({ kind }) => SAID.includes(kind))
  const asked = said.findLastIndex(({ kind }) => kind === 'materialRequested')
  const answered = said.findLastIndex(({ kind }) => kind === 'materialSupplied')
  return said.map((event, index) => ({
    event,
    isTheirs: event.actor.kind === 'developer',
    isOpen: index === asked && answered < asked,
  }))
}
