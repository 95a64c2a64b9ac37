/**
 * What the other side has said that a developer must answer now: the words that led to this state.
 *
 * A rejection has its own card with clauses; here are the states whose words stand in an event only.
 */

import type { ReleaseEvent, ReleaseState } from '../api/types.ts'

export const ANSWERED_STATES = [
  'materialRequested',
  'filingRejected',
  'takedownOrdered',
  'delayed',
] as const satisfies readonly ReleaseState[]

export type AnsweredState = (typeof ANSWERED_STATES)[number]

export interface Said {
  readonly state: AnsweredState
  readonly note: string
  readonly clauses: readonly string[]
}

/** `events` oldest first. Null where nothing is to be answered, or nothing was said. */
export function findSaid(state: ReleaseState, events: readonly ReleaseEvent[]): Said | null {
  const answered = ANSWERED_STATES.find((each) => each === state)
  if (answered === undefined) return null
  const last = events.findLast((event) => event.state === answered && event.note)
  return last?.note ? { state: answered, note: last.note, clauses: last.clauses ?? [] } : null
}
