/** How urgent a waiting thing is: by its due time, in words and a tone. */

import type { QueueItem } from '../../api/queue-types.ts'
import type { Tone } from '../tones.ts'

const HOUR_MS = 3_600_000

export type Urgency = 'late' | 'soon' | 'calm'

/** `soon`: within the last quarter of its time, and at least the last half hour. */
export function urgencyOf(
  { openedAt, dueAt }: Pick<QueueItem, 'openedAt' | 'dueAt'>,
  now: number,
): Urgency {
  if (now >= dueAt) return 'late'
  const quarter = Math.max((dueAt - openedAt) / 4, HOUR_MS / 2)
  return dueAt - now <= quarter ? 'soon' : 'calm'
}

export const TONE_OF_URGENCY: Readonly<Record<Urgency, Tone>> = {
  late: 'red',
  soon: 'amber',
  calm: 'grey',
}

/** `+24`, `-8`, `-0.5`: hours with their sign, as the sum is made of them. */
export function signed(hours: number): string {
  return `${hours > 0 ? '+' : '−'}${Math.abs(hours)}`
}
