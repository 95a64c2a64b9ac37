/** A reviewer says that it takes longer, and why. The case is free for somebody else after it. */

import type { Actor } from '@fangxing/release'
import type { Release } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { causeOne } from './cause-one.ts'
import { toProof } from './claim-release.ts'

export interface Delaying {
  readonly releaseId: string
  readonly actor: Actor
  /** Of the reviewer's claim. */
  readonly fence: number
  readonly note: string
}

export function delayRelease(ports: Ports, delaying: Delaying): Promise<Release> {
  const { releaseId, actor, note } = delaying
  return causeOne(
    ports,
    releaseId,
    { kind: 'delayed', actor, note },
    {
      claim: toProof(ports, delaying),
    },
  )
}
