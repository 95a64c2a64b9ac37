/**
 * What the `releases` table repeats from the events, only so that queries find rows by an index.
 *
 * Nothing reads a decision from these columns: a release is always told by the fold of its events.
 * `due_at` in particular is a copy of `nextDueAt(life)`: the end of a filing's seven days, or the
 * deadline of a take-down order. So the sweep costs what is due and not what is open.
 */

import { currentSubmission, type Life, nextDueAt } from '@fangxing/release'

export function derivedColumns(life: Life, headHash: string) {
  return {
    event_count: life.eventCount,
    head_hash: headHash,
    state: life.state,
    region: life.filing?.region ?? currentSubmission(life)?.subject.region ?? null,
    due_at: nextDueAt(life),
    expedited: (currentSubmission(life)?.expeditedAt ?? null) !== null,
  }
}
