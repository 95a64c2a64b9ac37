/**
 * The take-down order that a rejected filing raises against a version that users already meet.
 *
 * Source: the filing note, pre-launch: who fails the filing must take the service down in good time.
 */

import type { EventOf } from './event.ts'
import { DAY_MS } from './filing/clock.ts'
import type { Life, Takedown } from './life.ts'
import { isLive } from './turn.ts'

/** The note names no period ("及时"), so one day unless the authority names another. */
export const TAKEDOWN_NOTICE_MS = DAY_MS

/** The order after this rejection: the earlier deadline stands; none when nothing serves. */
export function takedownFor(life: Life, event: EventOf<'filingRejected'>): Takedown | null {
  if (!isLive(life.state) && life.takedown === null) return null

  const order: Takedown = {
    orderedAt: event.at,
    deadlineAt: Math.max(event.at, event.deadlineAt ?? event.at + TAKEDOWN_NOTICE_MS),
    by: event.actor,
    clauses: event.clauses,
    note: event.note,
  }
  if (life.takedown === null || life.takedown.deadlineAt > order.deadlineAt) return order
  return life.takedown
}
