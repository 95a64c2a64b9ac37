/** How often a release is asked for again: fast while the machine is at work, else now and then. */

import type { ReleaseState } from '../api/types.ts'

const WORKING_MS = 1_000
const WAITING_MS = 10_000

export function pollEveryMs(state: ReleaseState | undefined): number {
  return state === 'machineReview' ? WORKING_MS : WAITING_MS
}
