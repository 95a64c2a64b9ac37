/** Whose turn it is in each state: what a queue is split by, so that nobody waits in the dark. */

import { ACTOR_KINDS } from './event.ts'
import type { State } from './table.ts'

export const TURNS = [...ACTOR_KINDS, 'nobody'] as const

/** `nobody`: nothing is owed; the release rests until somebody wants something of it. */
export type Turn = (typeof TURNS)[number]

const TURN_AT: Readonly<Record<State, Turn>> = {
  draft: 'developer',
  machineReview: 'machine',
  humanReview: 'reviewer',
  delayed: 'reviewer',
  rejected: 'developer',
  appealed: 'reviewer',
  withdrawn: 'developer',
  filing: 'authority',
  materialRequested: 'developer',
  filingRejected: 'developer',
  approved: 'developer',
  preLaunch: 'developer',
  greyLaunch: 'developer',
  launched: 'nobody',
  takedownOrdered: 'developer',
  takenDown: 'developer',
  rectified: 'authority',
  superseded: 'nobody',
  rolledBack: 'nobody',
}

export function whoseTurn(state: State): Turn {
  return TURN_AT[state]
}

/** The states in which it is this one's turn, in the order of a release's life. */
export function statesAtTurn(turn: Turn): readonly State[] {
  return (Object.keys(TURN_AT) as State[]).filter((state) => TURN_AT[state] === turn)
}

/** A version of the app under review: no second one may be submitted beside it (`ALREADY_IN_REVIEW`). */
export function isUnderReview(state: State): boolean {
  return UNDER_REVIEW.has(state)
}

/** A version that users meet, wholly or in part. One per app, and one staged beside it. */
export function isLive(state: State): boolean {
  return LIVE.has(state)
}

/** A release that leaves when another of its app launches: whatever serves, or served and was stopped. */
export function isSupersededByLaunch(state: State): boolean {
  return LIVE.has(state) || STOPPED.has(state)
}

const UNDER_REVIEW: ReadonlySet<State> = new Set([
  'machineReview',
  'humanReview',
  'delayed',
  'appealed',
  'filing',
  'materialRequested',
])

const LIVE: ReadonlySet<State> = new Set(['launched', 'greyLaunch', 'takedownOrdered'])

const STOPPED: ReadonlySet<State> = new Set(['takenDown', 'rectified'])
