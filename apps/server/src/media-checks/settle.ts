/** The end of a media check: with an answer or without, and what the app hears, in one transaction. */

import type { MediaCheck, Trouble } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { toUpstreamFields } from '../wechat/upstream-fields.ts'
import type { JudgedMedia } from './judge-media.ts'
import { tellAnswer, tellFailure } from './tell.ts'

export async function settle(ports: Ports, check: MediaCheck, judged: JudgedMedia): Promise<void> {
  const settledAt = ports.wallClock.now()
  const { suggest, label, probability, edition, upstream } = judged
  const { isPushedLonger } = await ports.checkPolicy.of(check.appid)
  await ports.storage.mediaChecks.settle(
    check.id,
    {
      answer: { suggest, label, probability, edition, ...toUpstreamFields(upstream) },
      settledAt,
    },
    tellAnswer(check, judged, { at: settledAt, isPushedLonger }),
  )
}

/** Settled without an answer; the app hears why. */
export async function fail(ports: Ports, check: MediaCheck, trouble: Trouble): Promise<void> {
  const settledAt = ports.wallClock.now()
  const { isPushedLonger } = await ports.checkPolicy.of(check.appid)
  await ports.storage.mediaChecks.settle(
    check.id,
    { trouble, settledAt },
    tellFailure(check, trouble, { at: settledAt, isPushedLonger }),
  )
}
