/**
 * What time brings to media that wait: the next step with another checker, a failure before the half
 * hour is over, and another try for those whose job was lost.
 */

import type { Ports } from '../ports.ts'
import { RENEWED_EVERY_MS } from './answer-media-check.ts'
import { advanceDueAsks } from './ask-about-sound.ts'
import { fail } from './settle.ts'

/** Whoever is at a check and alive has said so several times by then. */
const LOST_AFTER_MS = 5 * RENEWED_EVERY_MS

export async function sweepMediaChecks(ports: Ports): Promise<void> {
  const { mediaChecks } = ports.storage
  await advanceDueAsks(ports)
  const now = ports.wallClock.now()
  for (let late = await mediaChecks.overdue(now); late.length > 0; ) {
    for (const check of late) {
      await fail(ports, check, { code: 'TOO_LATE', details: { attempts: check.attempts } })
    }
    late = await mediaChecks.overdue(now)
  }
  await mediaChecks.recall(now - LOST_AFTER_MS)
}
