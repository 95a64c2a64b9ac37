/**
 * Hands submissions that have waited for the machine too long to the queue again.
 *
 * A job is retried a few times and then given up, after a long loss of the database for one. The
 * queue keeps one waiting job of a key, so asking twice costs nothing.
 */

import type { Ports } from '../ports.ts'
import { toMachineReviewJob } from './cause.ts'

/** A large package takes seconds, a retried job under a minute. */
const TOO_LONG_MS = 5 * 60 * 1000

export async function recallMachineReviews(ports: Ports): Promise<void> {
  const { items } = await ports.storage.releases.list({ states: ['machineReview'], limit: 200 })
  for (const { id, life, auditId } of items) {
    if (auditId === null || ports.clock.now() - life.changedAt < TOO_LONG_MS) continue
    await ports.storage.jobs.send(toMachineReviewJob(id, auditId))
  }
}
