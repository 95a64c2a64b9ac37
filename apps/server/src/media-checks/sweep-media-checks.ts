/**
 * What time brings to media that wait: the next step with another checker, a failure before the half
 * hour is over, and another try for those whose job was lost.
 */

import type { Ports } from '../ports.ts'
import { advanceDueAsks } from './ask-about-sound.ts'
import { fail } from './settle.ts'

/** Longer than nearly any takes: fetching a film three times is 15 minutes, and then it is watched. */
const LOST_AFTER_MS = 20 * 60_000

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
