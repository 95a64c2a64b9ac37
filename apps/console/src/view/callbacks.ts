/** Callbacks and deliveries, as a page needs them. */

import type { Callbacks, Delivery } from '../api/portal-types.ts'
import type { Tone } from './tones.ts'

export function hasAny({ webhook, wechat, mail }: Callbacks): boolean {
  return webhook !== null || wechat !== null || mail !== null
}

export const TONE_OF_DELIVERY: Readonly<Record<Delivery['state'], Tone>> = {
  waiting: 'amber',
  sending: 'blue',
  delivered: 'green',
  dead: 'red',
}

/** What is on its way goes by itself; what was given up, and what arrived, may be sent again. */
export function canRedrive({ state }: Pick<Delivery, 'state'>): boolean {
  return state === 'dead' || state === 'delivered'
}
