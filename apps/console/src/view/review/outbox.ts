/**
 * Decisions that were made but not sent yet: for a few seconds each can be taken back.
 *
 * A pure list; who keeps it sends what is due, and everything at once when the window closes.
 */

import type { ItemDecision } from '../../api/queue-types.ts'

/** Long enough to see a slip of the finger, short enough that nobody waits for it. */
export const UNDO_MS = 4000

export interface Pending {
  readonly id: string
  readonly title: string
  readonly decision: ItemDecision
  readonly sendAt: number
}

export function withPending(
  list: readonly Pending[],
  pending: Omit<Pending, 'sendAt'>,
  now: number,
): readonly Pending[] {
  return [...list.filter(({ id }) => id !== pending.id), { ...pending, sendAt: now + UNDO_MS }]
}

export function dueOf(list: readonly Pending[], now: number): readonly Pending[] {
  return list.filter(({ sendAt }) => sendAt <= now)
}

/** Without the latest, which is what somebody who presses undo means. */
export function undoLast(list: readonly Pending[]): {
  readonly undone: Pending | null
  readonly rest: readonly Pending[]
} {
  return { undone: list.at(-1) ?? null, rest: list.slice(0, -1) }
}
