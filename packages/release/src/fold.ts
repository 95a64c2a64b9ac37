/** The life that a list of events makes: the only source of a release's state. */

import { AppError } from '@fangxing/contract'
import type { ReleaseEvent } from './event.ts'
import type { Life } from './life.ts'
import { replay } from './transition.ts'

/**
 * Replays a record, oldest first; null for an empty one. `from` continues a life already folded.
 *
 * Throws `RECORD_BROKEN` when the table knows no such step: a record is only ever written through
 * `transition`, so such a list was altered.
 */
export function fold(events: readonly ReleaseEvent[], from: Life | null = null): Life | null {
  let life = from
  for (const [index, event] of events.entries()) {
    life = replay(life, event)
    if (life === null) throw new AppError('RECORD_BROKEN', { index, event: event.kind })
  }
  return life
}
