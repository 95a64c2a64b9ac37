/**
 * Which buttons a release page shows: what the server allows, as the person may press it.
 *
 * The server answers `allowed` for the caller; this only gives each event its button, says whether
 * it needs the claim first, and which one is the likely next step. An event without a button (the
 * machine's own, or one whose screen does not exist yet) is left out.
 */

import type { Claim, EventKind } from '../api/types.ts'

export const ACTIONS = [
  'submit',
  'claim',
  'approve',
  'reject',
  'reverse',
  'dismiss',
  'passFiling',
  'rejectFiling',
  'launch',
  'stage',
  'appeal',
  'supplyMaterial',
  'rectify',
  'expedite',
  'orderTakedown',
  'takeDown',
  'cancelStage',
  'rollBack',
  'withdraw',
] as const

export type Action = (typeof ACTIONS)[number]

const ACTION_OF: Readonly<Partial<Record<EventKind, Action>>> = {
  submitted: 'submit',
  reviewerApproved: 'approve',
  reviewerRejected: 'reject',
  rejectionReversed: 'reverse',
  appealDismissed: 'dismiss',
  filingPassed: 'passFiling',
  filingRejected: 'rejectFiling',
  launched: 'launch',
  takedownOrdered: 'orderTakedown',
  takenDown: 'takeDown',
  withdrawn: 'withdraw',
  greyLaunched: 'stage',
  greyCancelled: 'cancelStage',
  appealed: 'appeal',
  materialSupplied: 'supplyMaterial',
  rectified: 'rectify',
  expedited: 'expedite',
  rolledBack: 'rollBack',
}

const NEEDS_CLAIM: readonly Action[] = ['approve', 'reject', 'reverse', 'dismiss']
const DANGEROUS: readonly Action[] = [
  'reject',
  'dismiss',
  'rejectFiling',
  'withdraw',
  'orderTakedown',
  'takeDown',
  'cancelStage',
  'rollBack',
]

export type Holder = 'nobody' | 'me' | 'other'

export function holderOf(claim: Claim | null, userId: string, now: number): Holder {
  if (claim === null || claim.expiresAt <= now) return 'nobody'
  return claim.userId === userId ? 'me' : 'other'
}

export interface ActionButton {
  readonly action: Action
  readonly isDangerous: boolean
  /** Shown but not to be pressed: somebody else holds the case. */
  readonly isHeldByOther: boolean
}

/** Until the case is claimed, `claim` stands in the place of the decisions that need it. */
export function findActions(
  allowed: readonly EventKind[],
  holder: Holder,
): readonly ActionButton[] {
  const wanted = new Set(allowed.flatMap((kind) => ACTION_OF[kind] ?? []))
  if (holder !== 'me' && NEEDS_CLAIM.some((action) => wanted.has(action))) {
    for (const action of NEEDS_CLAIM) wanted.delete(action)
    wanted.add('claim')
  }
  return ACTIONS.filter((action) => wanted.has(action)).map((action) => ({
    action,
    isDangerous: DANGEROUS.includes(action),
    isHeldByOther: action === 'claim' && holder === 'other',
  }))
}
