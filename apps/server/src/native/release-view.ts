/** A release as it is answered: its life, whose turn it is, and what this caller may cause next. */

import {
  allowedEvents,
  describeWithdrawal,
  type Life,
  type WithdrawQuota,
  whoseTurn,
} from '@fangxing/release'
import type { ClaimView, Release, Role } from '@fangxing/storage'
import type { Caller } from '../http/access.ts'
import type { Ports } from '../ports.ts'
import { withdrawQuotas } from '../use-cases/withdraw-quota.ts'
import { rolesAt } from './actor.ts'
import { toWire } from './wire.ts'

type View = ReturnType<typeof toReleaseView>

/** The releases as this caller sees them; two more questions to the storage, however many they are. */
export async function viewReleases(
  ports: Ports,
  releases: readonly Release[],
  caller: Caller,
): Promise<View[]> {
  const ids = releases.map(({ id }) => id)
  const claims = await ports.storage.claims.findMany(ids, ports.clock.now())
  const withdrawable = releases.filter(({ life }) => describeWithdrawal(life) !== null)
  const quotaOf = await withdrawQuotas(
    ports,
    withdrawable.map(({ appid }) => appid),
  )
  return releases.map((release) =>
    toReleaseView(release, claims.get(release.id) ?? null, quotaOf(release.appid), caller),
  )
}

export async function viewRelease(ports: Ports, release: Release, caller: Caller): Promise<View> {
  const [view] = await viewReleases(ports, [release], caller)
  if (view === undefined) throw new Error('a release without a view')
  return view
}

function toReleaseView(
  release: Release,
  claim: ClaimView | null,
  quota: WithdrawQuota,
  caller: Caller,
) {
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
    allowed: allowedFor(life, rolesAt(caller, release.appid)),
    auditId: release.auditId,
    categories: toWire(submission?.categories ?? []),
    filing: toFilingView(release),
    takedown: toWire(life.takedown),
    withdrawal: toWithdrawalView(life, quota),
    rejection: toRejectionView(life),
    expeditedAt: submission?.expeditedAt ?? null,
    launchedAt: life.launchedAt,
    greyPercentage: life.greyPercentage,
    reexaminationSince: life.reexaminationSince,
    claim: toWire(claim),
    verdict: release.verdict,
    packageBytes: release.packageBytes,
    packageSha256: release.packageSha256,
    createdAt: life.createdAt,
    changedAt: life.changedAt,
  }
}

function allowedFor(life: Life, roles: readonly Role[]): string[] {
  return [...new Set(roles.flatMap((role) => allowedEvents(life, role)))]
}

function toFilingView({ life: { filing }, filingDueAt }: Release) {
  if (filing === null) return null
  const { noticeAt, policy, region, categories, outcome, promised, preLaunchedAt } = filing
  const pausedSince = filing.pauses.find(({ to }) => to === null)?.from ?? null
  const known = { noticeAt, dueAt: filingDueAt, policy, region, categories, outcome }
  return toWire({ ...known, promised, preLaunchedAt, pausedSince })
}

/** What it would cost, said beforehand; null where nothing can be withdrawn. */
function toWithdrawalView(life: Life, quota: WithdrawQuota) {
  const consequence = describeWithdrawal(life)
  return consequence === null ? null : toWire({ consequence, quota: toQuotaView(quota) })
}

export function toQuotaView({ leftToday, leftThisMonth, nextAt }: WithdrawQuota) {
  return { day: leftToday, month: leftThisMonth, nextAt }
}

/** Why the latest submission stands rejected, and what to add; null when it does not. */
function toRejectionView(life: Life) {
  const last = life.submissions.at(-1)?.decisions.at(-1)
  if (life.state !== 'rejected' || last === undefined) return null
  const { clauses, note, missingCategories } = last
  return toWire({ clauses, note, missingCategories })
}
