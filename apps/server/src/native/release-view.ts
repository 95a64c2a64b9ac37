/** A release as it is answered: its life, whose turn it is, and what this caller may cause next. */

import { allowedEvents, whoseTurn } from '@fangxing/release'
import type { ClaimView, Release } from '@fangxing/storage'
import { type Caller, rolesOf } from '../http/access.ts'
import type { Ports } from '../ports.ts'
import { toWire } from './wire.ts'

/** The releases as this caller sees them; one more question to the storage, however many they are. */
export async function viewReleases(ports: Ports, releases: readonly Release[], caller: Caller) {
  const ids = releases.map(({ id }) => id)
  const claims = await ports.storage.claims.findMany(ids, ports.clock.now())
  return releases.map((release) => toReleaseView(release, claims.get(release.id) ?? null, caller))
}

export async function viewRelease(ports: Ports, release: Release, caller: Caller) {
  const claim = await ports.storage.claims.find(release.id, ports.clock.now())
  return toReleaseView(release, claim, caller)
}

function toReleaseView(release: Release, claim: ClaimView | null, caller: Caller) {
  const { life } = release
  const submission = life.submissions.at(-1)
  return {
    id: release.id,
    appid: release.appid,
    appName: release.appName,
    version: life.version,
    description: life.description,
    state: life.state as string,
    whoseTurn: whoseTurn(life.state) as string,
    allowed: [...new Set(rolesOf(caller).flatMap((role) => allowedEvents(life, role)))] as string[],
    auditId: release.auditId,
    categories: toWire(submission?.categories ?? []),
    filing: toFilingView(release),
    takedown: toWire(life.takedown),
    claim: toWire(claim),
    verdict: release.verdict,
    packageBytes: release.packageBytes,
    packageSha256: release.packageSha256,
    createdAt: life.createdAt,
    changedAt: life.changedAt,
  }
}

function toFilingView({ life: { filing }, filingDueAt }: Release) {
  if (filing === null) return null
  const { noticeAt, policy, region, categories, outcome } = filing
  return toWire({ noticeAt, dueAt: filingDueAt, policy, region, categories, outcome })
}
