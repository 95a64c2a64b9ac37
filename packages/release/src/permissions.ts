/**
 * Who may do what: for each event, the roles that may cause it.
 *
 * A role is what somebody acts as, not who they are; that the same person may not decide twice is in
 * `obstacles.ts`. `machine` is this platform itself: checks, sweepers, and events that follow events.
 */

import type { ActorKind } from './event.ts'
import type { EventKind } from './table.ts'

export const WHO_MAY: Readonly<Record<EventKind, readonly ActorKind[]>> = {
  created: ['developer', 'operator'],
  submitted: ['developer'],
  withdrawn: ['developer'],
  appealed: ['developer'],
  materialSupplied: ['developer', 'authority'],
  launched: ['developer'],
  greyLaunched: ['developer'],
  greyCancelled: ['developer', 'operator'],
  rolledBack: ['developer', 'operator'],
  rectified: ['developer'],
  /** The machine once the deadline of the order has passed, see `obstacles.ts`. */
  takenDown: ['developer', 'operator', 'machine'],

  machinePassed: ['machine'],
  machineRejected: ['machine'],
  filingStarted: ['machine'],
  preLaunched: ['machine'],
  superseded: ['machine'],

  reviewerApproved: ['reviewer'],
  reviewerRejected: ['reviewer'],
  delayed: ['reviewer', 'machine'],
  expedited: ['reviewer', 'operator', 'machine'],
  appealDismissed: ['reviewer'],
  rejectionReversed: ['reviewer'],
  reexaminationStarted: ['reviewer', 'operator', 'machine'],
  reexaminationCleared: ['reviewer', 'operator'],

  filingPassed: ['authority'],
  filingRejected: ['authority'],
  materialRequested: ['authority'],
  contactLogged: ['authority', 'developer'],
  filingPaused: ['authority', 'operator'],
  filingResumed: ['authority', 'operator'],
  expediteRefused: ['authority', 'operator', 'machine'],

  takedownOrdered: ['authority', 'operator'],
  takedownLifted: ['authority', 'operator'],
  rectificationRefused: ['authority', 'operator'],
  reinstated: ['authority', 'operator', 'machine'],
}

export function canCause(kind: EventKind, actor: ActorKind): boolean {
  return WHO_MAY[kind].includes(actor)
}
