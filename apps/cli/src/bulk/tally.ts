/** How many lines ended how. */

import type { Verdict } from '@fangxing/contract'

export type Tally = Record<Verdict, number>

export function newTally(): Tally {
  return { pass: 0, review: 0, reject: 0 }
}

export function total({ pass, review, reject }: Tally): number {
  return pass + review + reject
}
