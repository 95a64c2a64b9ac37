/**
 * Asking for a review's status, withdrawing it, and releasing what passed:
 * `/wxa/get_auditstatus`, `/wxa/get_latest_auditstatus`, `/wxa/undocodeaudit`, `/wxa/release`.
 */

import { isUnderReview, type State } from '@fangxing/release'
import type { Release } from '@fangxing/storage'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { launchRelease } from '../use-cases/launch-release.ts'
import { releasesOf } from '../use-cases/releases-of.ts'
import { withdrawRelease } from '../use-cases/withdraw-release.ts'
import { appOf, getAppOf, toDeveloper } from './access-token.ts'
import { toAuditStatus, toSeconds } from './audit-status.ts'
import { readBody, requirePost, sendOk } from './dialect.ts'
import { readNumber } from './lenient.ts'
import { WechatRefusal } from './refusal.ts'

/** A version that is staged comes out to everybody. */
const RELEASABLE: ReadonlySet<State> = new Set(['approved', 'preLaunch', 'greyLaunch'])

export function registerReviewCalls(app: App, ports: Ports): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/wxa/get_auditstatus',
    async handler(request, reply) {
      const appid = await appOf(ports, request)
      requirePost(request)
      const auditId = readAuditId(readBody(request).auditid)
      const release = await ports.storage.releases.findByAuditId(appid, auditId)
      if (release === null) throw new WechatRefusal(85012)
      return sendOk(reply, { auditid: auditId, ...(await statusOf(ports, release, auditId)) })
    },
  })

  app.route({
    method: ['GET', 'POST'],
    url: '/wxa/get_latest_auditstatus',
    async handler(request, reply) {
      const appid = await appOf(ports, request)
      const release = await ports.storage.releases.findLatestSubmitted(appid)
      const submission = release?.life.submissions.at(-1)
      if (release === null || submission === undefined) throw new WechatRefusal(85058)
      return sendOk(reply, {
        auditid: submission.auditId,
        ...(await statusOf(ports, release, submission.auditId)),
        // The field table has one spelling, the sample the other: clients read either.
        ScreenShot: '',
        user_version: release.life.version,
        user_desc: release.life.description,
        submit_audit_time: toSeconds(submission.submittedAt),
      })
    },
  })
  registerUndoAndRelease(app, ports)
}

function registerUndoAndRelease(app: App, ports: Ports): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/wxa/undocodeaudit',
    async handler(request, reply) {
      const program = await getAppOf(ports, request)
      const release = await ports.storage.releases.findLatestSubmitted(program.appid)
      if (release === null || !isUnderReview(release.life.state)) throw new WechatRefusal(85019)
      await withdrawRelease(ports, { releaseId: release.id, actor: toDeveloper(program) })
      return sendOk(reply)
    },
  })

  // The body should be `{}`; some clients send none, and there is nothing to read in it.
  app.route({
    method: ['GET', 'POST'],
    url: '/wxa/release',
    async handler(request, reply) {
      const program = await getAppOf(ports, request)
      requirePost(request)
      const release = await findReleasable(ports, program.appid)
      await launchRelease(ports, { releaseId: release.id, actor: toDeveloper(program) })
      return sendOk(reply)
    },
  })
}

function readAuditId(value: unknown): number {
  const auditId = readNumber(value)
  if (auditId === undefined || !Number.isSafeInteger(auditId)) throw new WechatRefusal(85012)
  return auditId
}

async function statusOf(ports: Ports, release: Release, auditId: number): Promise<object> {
  const note = release.life.state === 'delayed' ? await lastDelayNote(ports, release.id) : ''
  return toAuditStatus(release, auditId, note)
}

async function lastDelayNote(ports: Ports, releaseId: string): Promise<string> {
  const events = await ports.storage.releases.events(releaseId)
  const delay = events.map(({ event }) => event).findLast(({ kind }) => kind === 'delayed')
  return delay?.kind === 'delayed' ? delay.note : ''
}

/** The version that passed last. 85019 when nothing was ever handed in, 85020 when nothing passed. */
async function findReleasable(ports: Ports, appid: string): Promise<Release> {
  let wasSubmitted = false
  for await (const release of releasesOf(ports, appid)) {
    const { state } = release.life
    if (RELEASABLE.has(state)) return release
    wasSubmitted ||= release.auditId !== null
  }
  throw new WechatRefusal(wasSubmitted ? 85020 : 85019)
}
