/** The end of a media check: with an answer or without, and what the app hears, in one transaction. */

import { DAY_MS } from '@fangxing/release'
import type { MediaCheck, Trouble } from '@fangxing/storage'
import type { ContentRetention } from '../check-policy/index.ts'
import type { Ports } from '../ports.ts'
import { toUpstreamFields } from '../wechat/upstream-fields.ts'
import type { JudgedMedia } from './judge-media.ts'
import { tellAnswer, tellFailure } from './tell.ts'

export async function settle(ports: Ports, check: MediaCheck, judged: JudgedMedia): Promise<void> {
  const settledAt = ports.wallClock.now()
  const { suggest, label, probability, edition, upstream } = judged
  const { isPushedLonger, retention } = await ports.checkPolicy.of(check.appid)
  await ports.storage.mediaChecks.settle(
    check.id,
    {
      answer: { suggest, label, probability, edition, ...toUpstreamFields(upstream) },
      settledAt,
      keepUrlUntil: urlEnd(retention, suggest === 'pass' ? 'passed' : 'doubtful', settledAt),
    },
    tellAnswer(check, judged, { at: settledAt, isPushedLonger }),
  )
}

/** Settled without an answer; the app hears why. */
export async function fail(ports: Ports, check: MediaCheck, trouble: Trouble): Promise<void> {
  const settledAt = ports.wallClock.now()
  const { isPushedLonger, retention } = await ports.checkPolicy.of(check.appid)
  await ports.storage.mediaChecks.settle(
    check.id,
    { trouble, settledAt, keepUrlUntil: urlEnd(retention, 'doubtful', settledAt) },
    tellFailure(check, trouble, { at: settledAt, isPushedLonger }),
  )
}

/** An address is kept as texts are. */
function urlEnd(
  retention: ContentRetention,
  kind: 'passed' | 'doubtful',
  settledAt: number,
): number | null {
  return retention[kind] === 'full' ? settledAt + retention.days * DAY_MS : null
}
