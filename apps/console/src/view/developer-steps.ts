/** What each step of a developer asks for, and which address takes it. */

import type { StepPath } from '../api/portal.ts'
import type { EventKind, Release } from '../api/types.ts'

export const DEVELOPER_ACTIONS = [
  'stage',
  'appeal',
  'supplyMaterial',
  'rectify',
  'expedite',
  'cancelStage',
  'rollBack',
] as const

export type DeveloperAction = (typeof DEVELOPER_ACTIONS)[number]

export interface Asked {
  readonly path: StepPath
  /** A sentence that the other side will read; or none is taken. */
  readonly note: 'required' | 'optional' | 'none'
  readonly isDangerous: boolean
}

export const ASKED: Readonly<Record<DeveloperAction, Asked>> = {
  stage: { path: 'grey-launch', note: 'none', isDangerous: false },
  appeal: { path: 'appeal', note: 'required', isDangerous: false },
  supplyMaterial: { path: 'filing/supply-material', note: 'required', isDangerous: false },
  rectify: { path: 'rectified', note: 'required', isDangerous: false },
  expedite: { path: 'expedite', note: 'optional', isDangerous: false },
  cancelStage: { path: 'grey-launch/cancel', note: 'optional', isDangerous: true },
  rollBack: { path: 'roll-back', note: 'required', isDangerous: true },
}

export function isDeveloperAction(action: string): action is DeveloperAction {
  return action in ASKED
}

/**
 * The events that this person may bring about. A developer's wish to come first is granted or
 * refused by the machine, so it is not among the developer's own events: who may withdraw may ask.
 */
export function eventsOf({
  state,
  allowed,
  expeditedAt,
}: Pick<Release, 'state' | 'allowed' | 'expeditedAt'>): readonly EventKind[] {
  const isInReview = state === 'humanReview' || state === 'delayed'
  const mayAsk = isInReview && expeditedAt === null && allowed.includes('withdrawn')
  return mayAsk && !allowed.includes('expedited') ? [...allowed, 'expedited'] : allowed
}

/** What is sent besides the note. */
export interface Filled {
  readonly note?: string
  readonly percentage?: number
  readonly toReleaseId?: string
}

export function toBody(action: DeveloperAction, { note = '', ...rest }: Filled): object {
  const sentence = note.trim()
  const said = ASKED[action].note === 'none' || sentence === '' ? {} : { note: sentence }
  return { ...said, ...rest }
}

/** A share can only grow; nobody is served by nought. */
export function smallestShare(greyPercentage: number | null): number {
  return Math.max(1, greyPercentage ?? 1)
}

/** The plan helps whoever may hand the version in; later the filing itself says more. */
export function isBeforeSubmission({ allowed }: Pick<Release, 'allowed'>): boolean {
  return allowed.includes('submitted')
}

/** A filing that is open: somebody may call about it. */
export function mayBeCalledAbout({
  filing,
  allowed,
}: Pick<Release, 'filing' | 'allowed'>): boolean {
  return filing?.outcome === 'open' && allowed.includes('contactLogged')
}
