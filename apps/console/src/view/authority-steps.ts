/**
 * The steps of a regional authority at one case, and what each needs: only a yes, a sentence, or a
 * dialog of its own.
 *
 * The server's `allowed` says which are possible now; a step that is not is left out. The likely
 * next one comes first.
 */

import type { EventKind } from '../api/types.ts'

export const AUTHORITY_STEPS = [
  'passFiling',
  'confirmRectification',
  'rejectFiling',
  'refuseRectification',
  'requestMaterial',
  'logContact',
  'pause',
  'resume',
  'liftTakedown',
  'orderTakedown',
] as const

export type AuthorityStep = (typeof AUTHORITY_STEPS)[number]

/** Steps of one sentence, and where they are sent to. */
export type SentenceStep = Exclude<AuthorityStep, 'rejectFiling' | 'orderTakedown'>

interface Sentence {
  readonly path: string
  /** Somebody else will read it: then it may not be empty. */
  readonly isNeeded: boolean
}

export const SENTENCES: Readonly<Record<SentenceStep, Sentence>> = {
  passFiling: { path: 'filing/pass', isNeeded: false },
  confirmRectification: { path: 'rectification/confirm', isNeeded: false },
  refuseRectification: { path: 'rectification/refuse', isNeeded: true },
  requestMaterial: { path: 'filing/request-material', isNeeded: true },
  logContact: { path: 'filing/contact', isNeeded: true },
  pause: { path: 'filing/pause', isNeeded: true },
  resume: { path: 'filing/resume', isNeeded: false },
  liftTakedown: { path: 'takedown-order/lift', isNeeded: true },
}

const STEP_OF: Readonly<Partial<Record<EventKind, AuthorityStep>>> = {
  filingPassed: 'passFiling',
  filingRejected: 'rejectFiling',
  materialRequested: 'requestMaterial',
  contactLogged: 'logContact',
  filingPaused: 'pause',
  filingResumed: 'resume',
  takedownOrdered: 'orderTakedown',
  takedownLifted: 'liftTakedown',
  reinstated: 'confirmRectification',
  rectificationRefused: 'refuseRectification',
}

/** Nothing of it can be taken back by the same person. */
const GRAVE: readonly AuthorityStep[] = ['rejectFiling', 'orderTakedown', 'refuseRectification']

export interface StepButton {
  readonly step: AuthorityStep
  readonly isGrave: boolean
}

interface Case {
  readonly allowed: readonly EventKind[]
  readonly filing: { readonly policy: { readonly pausesFor?: readonly string[] } } | null
}

/** A clock whose policy knows no pause has no button for one. */
export function findAuthoritySteps({ allowed, filing }: Case): readonly StepButton[] {
  const possible = new Set(allowed.flatMap((kind) => STEP_OF[kind] ?? []))
  if ((filing?.policy.pausesFor ?? []).length === 0) possible.delete('pause')
  return AUTHORITY_STEPS.filter((step) => possible.has(step)).map((step) => ({
    step,
    isGrave: GRAVE.includes(step),
  }))
}
