/**
 * Everything that runs beside requests: machine reviews, deliveries, and the sweep of what time has
 * brought.
 *
 * The sweep runs every half minute in every process and asks what is due, so a process that was
 * away misses nothing. A submission whose job was lost is handed to the queue again.
 */

import { type Job, MATERIAL_JOB, MEDIA_CHECK_JOBS } from '@fangxing/storage'
import { systemClock } from '../clock.ts'
import { startDelivery } from '../delivery/start-delivery.ts'
import { auditMaterial } from '../materials/audit-material.ts'
import { type AuditSettings, ONE_AUDIT } from '../materials/audit-settings.ts'
import { sweepMaterials } from '../materials/sweep-materials.ts'
import { answerMediaCheck } from '../media-checks/answer-media-check.ts'
import { sweepMediaChecks } from '../media-checks/sweep-media-checks.ts'
import { removeLeftFolders } from '../media-checks/work-folder.ts'
import type { Ports } from '../ports.ts'
import { MACHINE_REVIEW } from '../use-cases/cause.ts'
import { recallMachineReviews } from '../use-cases/recall-machine-reviews.ts'
import { RETRO_SCAN, recallRetroScans, runRetroScan } from '../use-cases/retro-scan.ts'
import { reviewByMachine } from '../use-cases/review-by-machine.ts'
import { sweepDue } from '../use-cases/sweep-due.ts'

/** A filing ends at midnight; half a minute later nobody has noticed. */
const SWEEP_EVERY_MS = 30_000

/**
 * Files that are fetched or wait to be looked at in this process, in all and of one app: a host that
 * hangs holds up its own app. The media engine bounds how many are looked at.
 */
const MEDIA_WORKERS = {
  [MEDIA_CHECK_JOBS.picture]: { concurrency: 16, concurrencyOfGroup: 4 },
  [MEDIA_CHECK_JOBS.video]: { concurrency: 6, concurrencyOfGroup: 2 },
}

/** A day's quota and a visit of two hours ago are counted for the last time. */
const KEEP_USAGE_MS = 2 * 24 * 3600 * 1000

/** Long enough to look into a complaint about the last version. */
const KEEP_DELIVERIES_MS = 90 * 24 * 3600 * 1000

/** A season of answers says how well two checkers agree. */
const KEEP_COMPARISONS_MS = 90 * 24 * 3600 * 1000

/** The longest that an answer may be remembered, and a week of pushes to look into. */
const KEEP_ASKS_MS = 7 * 24 * 3600 * 1000

export interface Workers {
  /** Starts no further sweep and waits for the running one. Jobs stop with the storage. */
  stop(): Promise<void>
}

export async function startWorkers(
  ports: Ports,
  { atOnce }: AuditSettings = ONE_AUDIT,
): Promise<Workers> {
  await ports.storage.jobs.work(MACHINE_REVIEW, ({ releaseId, auditId }) =>
    reviewByMachine(ports, { releaseId: String(releaseId), auditId: Number(auditId) }),
  )
  await ports.storage.jobs.work(RETRO_SCAN, ({ scanId }) => runRetroScan(ports, String(scanId)))
  for (const [name, bounds] of Object.entries(MEDIA_WORKERS)) {
    const work = ({ id }: Job['payload']) => answerMediaCheck(ports, String(id))
    await ports.storage.jobs.work(name, work, { ...bounds, takenAtOnce: 1 })
  }
  const audit = ({ id }: Job['payload']) => auditMaterial(ports, String(id))
  await ports.storage.jobs.work(MATERIAL_JOB, audit, { concurrency: atOnce, takenAtOnce: 1 })
  const delivery = startDelivery(ports)
  let running: Promise<void> = sweep(ports)
  const timer = setInterval(() => {
    running = running.then(() => sweep(ports))
  }, SWEEP_EVERY_MS)
  timer.unref()

  return {
    async stop() {
      clearInterval(timer)
      await delivery.stop()
      await running
      await ports.upstreams.close()
      await ports.models.close()
    },
  }
}

/** One after the other: a trouble is logged and met again at the next sweep. */
async function sweep(ports: Ports): Promise<void> {
  const { storage, clock, wallClock } = ports
  const duties = [
    () => sweepDue(ports),
    () => recallMachineReviews(ports),
    () => recallRetroScans(ports),
    () => sweepMediaChecks(ports),
    () => sweepMaterials(ports),
    () => removeLeftFolders(systemClock.now()),
    () => storage.quotas.forget(wallClock.now() - KEEP_USAGE_MS),
    () => storage.visits.forget(wallClock.now() - KEEP_USAGE_MS),
    () => storage.checks.forgetTexts(clock.now()),
    () => storage.trials.forgetTexts(clock.now()),
    () => storage.media.forget(clock.now()),
    () => storage.mediaChecks.forgetUrls(wallClock.now()),
    () => storage.contactCodes.forget(clock.now()),
    () => storage.sessions.sweep(wallClock.now()),
    () => storage.deliveries.forget(wallClock.now() - KEEP_DELIVERIES_MS),
    () => storage.comparisons.forget(wallClock.now() - KEEP_COMPARISONS_MS),
    () => storage.upstreamAsks.forget(wallClock.now() - KEEP_ASKS_MS),
  ]
  for (const duty of duties) {
    try {
      await duty()
    } catch (error) {
      ports.log(`error SWEEP ${String(error)}`)
    }
  }
}
