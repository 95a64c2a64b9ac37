/**
 * The one way to change a release: ask the table, then append events, jobs and proofs together.
 *
 * The life is the one the decision was made on; if another event came first, the append is refused
 * with CONCURRENT_CHANGE and nothing is written. A refusal by the table becomes an `AppError` with
 * the events that would be allowed.
 */

import { AppError } from '@fangxing/contract'
import { type Effect, type Life, type ReleaseEvent, transition } from '@fangxing/release'
import type { Alongside, Append, Job, Release } from '@fangxing/storage'
import { toldBy } from '../delivery/told-by.ts'
import type { Ports } from '../ports.ts'

export const MACHINE_REVIEW = 'machine-review'

export async function getRelease(ports: Ports, releaseId: string): Promise<Release> {
  const release = await ports.storage.releases.find(releaseId)
  if (release === null) throw new AppError('RELEASE_NOT_FOUND', { releaseId })
  return release
}

/** Appends `events` to `release` and returns it as it is then. */
export async function cause(
  ports: Ports,
  release: Release,
  events: readonly ReleaseEvent[],
  alongside: Alongside = {},
): Promise<Release> {
  const append = toAppend(release, events, alongside)
  const appended = await ports.storage.releases.append(
    append.releaseId,
    append.expectedSeq,
    append.events,
    append,
  )
  return appended.release
}

const TRIES = 3

/**
 * Repeats a step that was overtaken, on the release as it is then. For steps that mean the same
 * whatever the machine or the authority did a moment before; never for a reviewer's decision.
 */
export async function causeAnew<Result>(step: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await step()
    } catch (error) {
      const isOvertaken = error instanceof AppError && error.code === 'CONCURRENT_CHANGE'
      if (!isOvertaken || attempt === TRIES) throw error
    }
  }
}

/** What `cause` writes, for callers that change several releases in one step. */
export function toAppend(
  release: Release,
  events: readonly ReleaseEvent[],
  alongside: Alongside = {},
): Append {
  const jobs = effectsOf(release, events).flatMap((effect) => jobsOf(release.id, effect))
  return {
    ...toldBy(release, events),
    ...alongside,
    releaseId: release.id,
    expectedSeq: release.life.eventCount,
    events,
    jobs: [...(alongside.jobs ?? []), ...jobs],
  }
}

/** Walks the events through the table; throws what it refuses. */
export function effectsOf(release: Release, events: readonly ReleaseEvent[]): readonly Effect[] {
  let life: Life = release.life
  const effects: Effect[] = []
  for (const event of events) {
    const step = transition(life, event)
    if (!step.ok) {
      throw new AppError(step.code, {
        releaseId: release.id,
        state: life.state,
        event: event.kind,
        allowed: step.allowed,
        because: step.because.zh,
        becauseEn: step.because.en,
      })
    }
    life = step.life
    effects.push(...step.effects)
  }
  return effects
}

function jobsOf(releaseId: string, effect: Effect): readonly Job[] {
  return effect.kind === 'runMachineReview' ? [toMachineReviewJob(releaseId, effect.auditId)] : []
}

export function toMachineReviewJob(releaseId: string, auditId: number): Job {
  return { name: MACHINE_REVIEW, payload: { releaseId, auditId }, key: `${releaseId}/${auditId}` }
}
