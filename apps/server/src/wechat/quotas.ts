/**
 * What an app has left this month, and asking for a review to come first: `/wxa/queryquota`,
 * `/wxa/speedupaudit`.
 *
 * WeChat grants a number of submissions to a provider and all its apps; here each app has its own,
 * so that one cannot use up the others'. A filing is never sped up (89403).
 *
 * Source: https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/code-management/api_setcodeauditquota.html
 */

import { currentSubmission, monthStart, type State } from '@fangxing/release'
import type { Release } from '@fangxing/storage'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import {
  EXPEDITES_PER_MONTH,
  expediteQuota,
  expediteRelease,
} from '../use-cases/expedite-release.ts'
import { releasesOf } from '../use-cases/releases-of.ts'
import { appOf, getAppOf, toDeveloper } from './access-token.ts'
import { codeOf, readBody, requirePost, sendOk } from './dialect.ts'
import { readNumber } from './lenient.ts'
import { WechatRefusal } from './refusal.ts'

/** Three a day and some: more than people submit, and a program that loops ends the same day. */
export const SUBMISSIONS_PER_MONTH = 100

const WAITING_FOR_REVIEWER: ReadonlySet<State> = new Set(['humanReview', 'delayed'])
const IN_FILING: ReadonlySet<State> = new Set(['filing', 'materialRequested'])

export function registerQuotas(app: App, ports: Ports): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/wxa/queryquota',
    async handler(request, reply) {
      const releases = await allReleases(ports, await appOf(ports, request))
      const { left } = await expediteQuota(ports, releases)
      return sendOk(reply, {
        rest: submissionsLeft(releases, ports.clock.now()),
        limit: SUBMISSIONS_PER_MONTH,
        speedup_rest: left,
        speedup_limit: EXPEDITES_PER_MONTH,
      })
    },
  })

  app.route({
    method: ['GET', 'POST'],
    url: '/wxa/speedupaudit',
    async handler(request, reply) {
      const program = await getAppOf(ports, request)
      requirePost(request)
      const auditId = readNumber(readBody(request).auditid)
      const release = await findExpeditable(ports, program.appid, auditId)
      await expediteRelease(ports, {
        releaseId: release.id,
        actor: toDeveloper(program),
      }).catch(refuseToExpedite)
      return sendOk(reply)
    },
  })
}

export function submissionsLeft(releases: readonly Release[], now: number): number {
  const since = monthStart(now)
  const used = releases
    .flatMap(({ life }) => life.submissions)
    .filter(({ submittedAt }) => submittedAt >= since).length
  return Math.max(0, SUBMISSIONS_PER_MONTH - used)
}

export async function allReleases(ports: Ports, appid: string): Promise<readonly Release[]> {
  return Array.fromAsync(releasesOf(ports, appid))
}

/** 89402 unless this very submission is the one that waits. */
async function findExpeditable(
  ports: Ports,
  appid: string,
  auditId: number | undefined,
): Promise<Release> {
  if (auditId === undefined || !Number.isSafeInteger(auditId)) throw new WechatRefusal(89402)
  const release = await ports.storage.releases.findByAuditId(appid, auditId)
  const submission = release === null ? null : currentSubmission(release.life)
  if (release === null || submission?.auditId !== auditId) throw new WechatRefusal(89402)

  const { state } = release.life
  if (state === 'machineReview') throw new WechatRefusal(89401)
  if (!WAITING_FOR_REVIEWER.has(state) && !IN_FILING.has(state)) throw new WechatRefusal(89402)
  if (WAITING_FOR_REVIEWER.has(state) && submission.expeditedAt !== null) {
    throw new WechatRefusal(89404)
  }
  return release
}

/** The reviewer was faster than the request. */
function refuseToExpedite(error: unknown): never {
  if (codeOf(error) === 'EVENT_NOT_ALLOWED') throw new WechatRefusal(89402)
  throw error
}
