/**
 * One release from upload to launch, each step taken by the part whose turn it is.
 *
 * The clock is moved to the end of the filing as the server derives it, so the days that pass are
 * those of the policy. Stops where the release stops: a rejected one is not pushed on.
 */

import { claimGrant, release } from '@fangxing/server/shapes/release'
import { clockAnswer } from '../remote/advance-clock.ts'
import type { Api } from '../remote/api.ts'
import { sendRelease } from '../submit/send-release.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { type Follower, followRelease } from '../timeline/follow-release.ts'
import { describeStanding, describeTitle, type ReleaseView } from '../timeline/render-timeline.ts'
import type { Parts } from './cast.ts'

/** Nothing is waited for but the server itself. */
const QUICKLY_MS = 100

/** Of the app's own making, as a careful developer would declare it. */
const UGC_DECLARATION = { scenes: [4], methods: [1, 3], hasAuditTeam: true, description: '' }

interface Package {
  readonly archive: Uint8Array
  readonly version: string
}

export async function liveThrough(
  parts: Parts,
  { archive, version }: Package,
  terminal: Terminal,
): Promise<ReleaseView> {
  const submission = { ugcDeclaration: UGC_DECLARATION }
  const sending = { archive, version, description: '', submission }
  const sent = await sendRelease(parts.developer, parts.app.appid, sending)
  terminal.print(describeTitle(sent))

  const path = `/v1/releases/${encodeURIComponent(sent.id)}`
  const follower = followRelease(parts.operator, sent.id, terminal)
  const end = await takeTurns(parts, path, follower)
  for (const line of describeStanding(end, terminal)) terminal.print(line)
  return end
}

async function takeTurns(parts: Parts, path: string, follower: Follower): Promise<ReleaseView> {
  const reviewed = await follower.until(({ whoseTurn }) => whoseTurn !== 'machine', QUICKLY_MS)
  if (reviewed.state !== 'humanReview') return reviewed

  const { fence } = await parts.reviewer.post(`${path}/claim`, undefined, claimGrant)
  const approved = await parts.reviewer.post(`${path}/approve`, { fence }, release)
  if (approved.state === 'filing') await passDays(parts, path, approved, follower)

  await parts.developer.post(`${path}/launch`, {}, release)
  const launched = await follower.until(({ state }) => state === 'launched', QUICKLY_MS)
  if (launched.filing?.outcome !== 'open') return launched

  // During pre-launch the authority may still answer; the answer is what the ledger counts.
  await parts.authority.post(`${path}/filing/pass`, {}, release)
  return follower.until(({ filing }) => filing?.outcome === 'passed', QUICKLY_MS)
}

/** To the end of the promise; where nothing is promised the authority has to answer. */
async function passDays(
  { operator, authority }: Parts,
  path: string,
  { filing }: ReleaseView,
  follower: Follower,
): Promise<void> {
  const dueAt = filing?.dueAt ?? null
  if (dueAt === null) {
    await authority.post(`${path}/filing/pass`, {}, release)
    return
  }
  await moveClockTo(operator, dueAt)
  await follower.until(({ state }) => state !== 'filing', QUICKLY_MS)
}

async function moveClockTo(operator: Api, at: number): Promise<void> {
  const { now } = await operator.get('/v1/clock', clockAnswer)
  await operator.post('/v1/clock/advance', { byMs: Math.max(1, at - now) }, clockAnswer)
}
