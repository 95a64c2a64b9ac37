/**
 * The life of a release as a row of six stages, for the picture on its page.
 *
 * A picture for people, not the transition table: it shows how far a version has come and where
 * it stopped. The server alone knows what may follow; see `allowed`.
 */

import type { ReleaseState } from '../api/types.ts'

export const STAGES = ['draft', 'machine', 'human', 'filing', 'launch', 'live'] as const

export type Stage = (typeof STAGES)[number]

/** `stopped`: ended badly here. `skipped`: this version does not pass through it. */
export type StageStatus = 'done' | 'here' | 'stopped' | 'waiting' | 'skipped'

export interface StagePicture {
  readonly stage: Stage
  readonly status: StageStatus
}

export interface LifeSoFar {
  readonly state: ReleaseState
  /** A filing was started for the latest submission. */
  readonly filed: boolean
  /** It was the machine that rejected, not a person. */
  readonly machineRejected: boolean
}

interface Standing {
  readonly stage: Stage
  readonly stopped?: true
}

const STANDING: Readonly<Record<ReleaseState, Standing>> = {
  draft: { stage: 'draft' },
  machineReview: { stage: 'machine' },
  humanReview: { stage: 'human' },
  delayed: { stage: 'human' },
  rejected: { stage: 'human', stopped: true },
  appealed: { stage: 'human' },
  withdrawn: { stage: 'draft', stopped: true },
  filing: { stage: 'filing' },
  materialRequested: { stage: 'filing' },
  filingRejected: { stage: 'filing', stopped: true },
  approved: { stage: 'launch' },
  preLaunch: { stage: 'launch' },
  greyLaunch: { stage: 'live' },
  launched: { stage: 'live' },
  takedownOrdered: { stage: 'live', stopped: true },
  takenDown: { stage: 'live', stopped: true },
  rectified: { stage: 'live', stopped: true },
  superseded: { stage: 'live' },
  rolledBack: { stage: 'live', stopped: true },
}

/** Past filing without one: it was not needed. */
const PAST_FILING: readonly Stage[] = ['launch', 'live']

export function stagesOf({ state, filed, machineRejected }: LifeSoFar): readonly StagePicture[] {
  const { stage, stopped } = standingOf(state, machineRejected)
  const at = STAGES.indexOf(stage)
  return STAGES.map((each, index) => {
    if (each === 'filing' && !filed && PAST_FILING.includes(stage)) {
      return { stage: each, status: 'skipped' }
    }
    if (index < at) return { stage: each, status: 'done' }
    if (index > at) return { stage: each, status: 'waiting' }
    return { stage: each, status: stopped ? 'stopped' : statusAt(state) }
  })
}

function standingOf(state: ReleaseState, machineRejected: boolean): Standing {
  if (state === 'rejected' && machineRejected) return { stage: 'machine', stopped: true }
  return STANDING[state]
}

function statusAt(state: ReleaseState): StageStatus {
  return state === 'launched' || state === 'superseded' ? 'done' : 'here'
}

/** While a version stands here, the machine's rejection stands too. */
const MACHINE_STANDS: readonly ReleaseState[] = [
  'draft',
  'machineReview',
  'rejected',
  'appealed',
  'withdrawn',
]

/** The machine rejected it, and a person has said that this does not hold. */
export function isOverturned({
  state,
  verdict,
}: {
  readonly state: ReleaseState
  readonly verdict: 'pass' | 'review' | 'reject' | null
}): boolean {
  return verdict === 'reject' && !MACHINE_STANDS.includes(state)
}
