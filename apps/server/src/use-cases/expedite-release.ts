/**
 * Asks for a review to come first.
 *
 * Our own review can be expedited: by those who run it, and by developers a few times a month. A
 * filing cannot: the first request of each filing is recorded as refused, and every one is answered
 * with the reason. Source: the filing note, "no expedite channel"; docs/decisions/0070.
 */

import { AppError } from '@fangxing/contract'
import { type Actor, currentSubmission, monthStart } from '@fangxing/release'
import type { Release } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { cause, causeAnew, effectsOf, getRelease } from './cause.ts'
import { remarkOf } from './cause-one.ts'
import { MACHINE } from './machine.ts'
import { siblingsOf } from './siblings.ts'

/** For each app. The platform grants some each month and names no number. */
export const EXPEDITES_PER_MONTH = 5

const NO_CHANNEL = '报备没有加急渠道'

export interface Expediting {
  readonly releaseId: string
  readonly actor: Actor
  readonly note?: string | undefined
}

export function expediteRelease(ports: Ports, expediting: Expediting): Promise<Release> {
  return causeAnew(() => expedite(ports, expediting))
}

/** How many a developer of the app has left this month, and from when there are more. */
export async function expediteQuota(
  ports: Ports,
  releases: readonly Release[],
): Promise<{ readonly left: number; readonly nextAt: number }> {
  const now = ports.clock.now()
  const used = releases
    .flatMap(({ life }) => life.submissions)
    .filter(({ expeditedAt }) => expeditedAt !== null && expeditedAt >= monthStart(now)).length
  const left = Math.max(0, EXPEDITES_PER_MONTH - used)
  return { left, nextAt: left > 0 ? now : monthStart(now, 1) }
}

async function expedite(ports: Ports, { releaseId, actor, note }: Expediting): Promise<Release> {
  const release = await getRelease(ports, releaseId)
  const { state } = release.life
  if (state === 'filing' || state === 'materialRequested') return refuse(ports, release)

  const isDeveloper = actor.kind === 'developer'
  const by = isDeveloper ? MACHINE : actor
  const event = { kind: 'expedited', at: ports.clock.now(), actor: by, ...remarkOf(note) } as const
  effectsOf(release, [event])
  if (isDeveloper) {
    const all = [release, ...(await siblingsOf(ports, release))]
    const { left, nextAt } = await expediteQuota(ports, all)
    if (left === 0) throw new AppError('EXPEDITE_QUOTA_USED', { nextAt })
  }
  return cause(ports, release, [event])
}

/** Recorded once for each filing: a record that grows with impatience would help nobody. */
async function refuse(ports: Ports, release: Release): Promise<never> {
  const events = (await ports.storage.releases.events(release.id)).map(({ event }) => event)
  const started = events.findLastIndex(({ kind }) => kind === 'filingStarted')
  const wasRefused = events.slice(started).some(({ kind }) => kind === 'expediteRefused')
  if (!wasRefused) {
    const at = ports.clock.now()
    await cause(ports, release, [{ kind: 'expediteRefused', at, actor: MACHINE, note: NO_CHANNEL }])
  }
  throw new AppError('EXPEDITE_REFUSED', {
    releaseId: release.id,
    auditId: currentSubmission(release.life)?.auditId,
    dueAt: release.filingDueAt ?? undefined,
  })
}
