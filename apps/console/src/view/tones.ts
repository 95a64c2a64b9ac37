/** The tone of each word that is shown as a tag. The word is always there; the tone only helps. */

import type { ReleaseState, TextCheck, Turn } from '../api/types.ts'
import type { FindingGroup } from './findings.ts'

export type Tone = 'red' | 'amber' | 'blue' | 'violet' | 'green' | 'grey'

export const TONE_OF_STATE: Readonly<Record<ReleaseState, Tone>> = {
  draft: 'grey',
  machineReview: 'blue',
  humanReview: 'blue',
  delayed: 'amber',
  rejected: 'red',
  appealed: 'amber',
  withdrawn: 'grey',
  filing: 'violet',
  materialRequested: 'amber',
  filingRejected: 'red',
  approved: 'green',
  preLaunch: 'violet',
  greyLaunch: 'green',
  launched: 'green',
  takedownOrdered: 'red',
  takenDown: 'red',
  rectified: 'amber',
  superseded: 'grey',
  rolledBack: 'grey',
}

export const TONE_OF_TURN: Readonly<Record<Turn, Tone>> = {
  developer: 'amber',
  machine: 'blue',
  reviewer: 'blue',
  authority: 'violet',
  operator: 'amber',
  nobody: 'grey',
}

export const TONE_OF_GROUP: Readonly<Record<FindingGroup, Tone>> = {
  blocks: 'red',
  person: 'amber',
  told: 'blue',
  passes: 'green',
  inapplicable: 'grey',
}

export const TONE_OF_VERDICT = { pass: 'green', review: 'amber', reject: 'red' } as const
export const TONE_OF_LEVEL = { block: 'red', review: 'amber', hint: 'blue' } as const

export const TONE_OF_SUGGEST: Readonly<Record<TextCheck['suggest'], Tone>> = {
  pass: 'green',
  review: 'amber',
  risky: 'red',
}
