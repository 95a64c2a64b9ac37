/**
 * What the `releases` table repeats from the events, only so that queries find rows by an index.
 *
 * Nothing reads a decision from these columns: a release is always told by the fold of its events.
 * `due_at` in particular is a copy of `dueAtOf(filing)`, kept while the filing can still go to
 * pre-launch, so that the sweep costs what is due and not what is open.
 */

import { currentSubmission, dueAtOf, type Life, type State } from '@fangxing/release'

/** The states from which the end of the seven days leads to pre-launch. */
const AWAITS_AUTHORITY: ReadonlySet<State> = new Set<State>(['filing', 'materialRequested'])

export function derivedColumns(life: Life, headHash: string) {
  const open = life.filing !== null && AWAITS_AUTHORITY.has(life.state)
  return {
    event_count: life.eventCount,
    head_hash: headHash,
    state: life.state,
    region: life.filing?.region ?? currentSubmission(life)?.subject.region ?? null,
    due_at: open && life.filing ? dueAtOf(life.filing) : null,
  }
}
