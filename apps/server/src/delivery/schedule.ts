/**
 * When a failed delivery is tried again, and when it becomes a dead letter.
 *
 * Webhooks and mail: the schedule that Standard Webhooks gives as an example, some three days in
 * all. WeChat pushes: three quick attempts as WeChat makes them, then ours. A test is made once.
 * Each wait grows by up to a fifth, so that receivers which failed together do not come back
 * together. Pure: `jitter` comes in, 0 to 1.
 *
 * Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */

import type { Channel } from '@fangxing/storage'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

const LONG = [
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]

/** Waits before the second, third, … attempt. */
const WAITS: Readonly<Record<Channel, readonly number[]>> = {
  webhook: [5 * SECOND, ...LONG],
  wechat: [5 * SECOND, 5 * SECOND, ...LONG],
  mail: [MINUTE, ...LONG],
}

/** The attempts that WeChat makes of a push. */
const WECHAT_ATTEMPTS = 3

const JITTER_SHARE = 0.2

/** What a person asked for and looks at now: waiting three days for it would help nobody. */
export const TEST_KIND = 'test'

/** `tries` counts the one that just failed. Null: no further one. */
export function nextAttemptAt(
  {
    channel,
    kind,
    tries,
    isTriedLonger = true,
  }: {
    readonly channel: Channel
    readonly kind: string
    readonly tries: number
    /** False: after WeChat's own attempts a push is given up. */
    readonly isTriedLonger?: boolean | undefined
  },
  now: number,
  jitter: number,
): number | null {
  const isOver = kind === TEST_KIND || (!isTriedLonger && tries >= WECHAT_ATTEMPTS)
  const wait = isOver ? undefined : WAITS[channel][tries - 1]
  return wait === undefined ? null : now + Math.round(wait * (1 + JITTER_SHARE * jitter))
}
