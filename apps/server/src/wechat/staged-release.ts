/**
 * Bringing a version out step by step: `/wxa/grayrelease`, `/wxa/getgrayreleaseplan`,
 * `/wxa/revertgrayrelease`.
 *
 * A share is part of the record; whether members and testers come first is only kept, for the
 * container that decides who gets which version. `/wxa/release` then brings it out to everybody.
 *
 * Source: https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/code-management/api_grayrelease.html
 */

import type { EventKind, ReleaseEvent } from '@fangxing/release'
import type { Release } from '@fangxing/storage'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { releasesOf } from '../use-cases/releases-of.ts'
import { cancelStaging, stageRelease } from '../use-cases/stage-release.ts'
import { appOf, getAppOf, toDeveloper } from './access-token.ts'
import { toSeconds } from './audit-status.ts'
import { type Fields, readBody, requirePost, sendOk } from './dialect.ts'
import { readFlag, readNumber } from './lenient.ts'
import { WechatRefusal } from './refusal.ts'

interface Plan {
  readonly percentage: number
  readonly members: boolean
  readonly testers: boolean
}

/** What the record does not hold of a plan, by app: its version and who comes first. */
type Audience = Pick<Plan, 'members' | 'testers'> & { readonly releaseId: string }

const RUNNING = 1
const FINISHED = 3
const DELETED = 4
const ENDS: ReadonlySet<EventKind> = new Set(['launched', 'greyCancelled', 'superseded'])

const NO_PLAN = {
  status: 0,
  create_timestamp: 0,
  gray_percentage: 0,
  support_debuger_first: false,
  support_experiencer_first: false,
}

export function registerStagedRelease(app: App, ports: Ports): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/wxa/grayrelease',
    async handler(request, reply) {
      const program = await getAppOf(ports, request)
      requirePost(request)
      const { percentage, members, testers } = readPlan(readBody(request))
      const release = await findStageable(ports, program.appid)
      if (percentage <= (release.life.greyPercentage ?? -1)) throw new WechatRefusal(85082)
      await stageRelease(ports, {
        releaseId: release.id,
        actor: toDeveloper(program),
        percentage,
      })
      const audience: Audience = { releaseId: release.id, members, testers }
      await ports.storage.settings.set(settingOf(program.appid), audience)
      return sendOk(reply)
    },
  })

  app.route({
    method: ['GET', 'POST'],
    url: '/wxa/getgrayreleaseplan',
    async handler(request, reply) {
      const plan = await describePlan(ports, await appOf(ports, request))
      return sendOk(reply, { gray_release_plan: plan })
    },
  })

  app.route({
    method: ['GET', 'POST'],
    url: '/wxa/revertgrayrelease',
    async handler(request, reply) {
      const program = await getAppOf(ports, request)
      const staged = await findStaged(ports, program.appid)
      if (staged === undefined) throw new WechatRefusal(85020)
      await cancelStaging(ports, { releaseId: staged.id, actor: toDeveloper(program) })
      return sendOk(reply)
    },
  })
}

/** A plan for nobody's share must say who comes first; 40097 when it does not. */
function readPlan(body: Fields): Plan {
  const percentage = readNumber(body.gray_percentage)
  const members = readFlag(body.support_debuger_first) ?? false
  const testers = readFlag(body.support_experiencer_first) ?? false
  if (percentage === undefined) throw new WechatRefusal(40097)
  if (!Number.isInteger(percentage) || percentage < 0 || percentage > 100) {
    throw new WechatRefusal(85081)
  }
  if (percentage === 0 && !members && !testers) throw new WechatRefusal(40097)
  return { percentage, members, testers }
}

/** The version that is staged, else the newest that passed. 85079 and 85080 when there is none. */
async function findStageable(ports: Ports, appid: string): Promise<Release> {
  let passed: Release | undefined
  let isOnline = false
  for await (const release of releasesOf(ports, appid)) {
    const { state } = release.life
    if (state === 'greyLaunch') return release
    if (state === 'launched') isOnline = true
    if (state === 'approved' || state === 'preLaunch') passed ??= release
  }
  if (!isOnline) throw new WechatRefusal(85079)
  if (passed === undefined) throw new WechatRefusal(85080)
  return passed
}

async function findStaged(ports: Ports, appid: string): Promise<Release | undefined> {
  const { items } = await ports.storage.releases.list({ appid, states: ['greyLaunch'], limit: 1 })
  return items[0]
}

async function describePlan(ports: Ports, appid: string): Promise<object> {
  const audience = (await ports.storage.settings.get(settingOf(appid))) as Audience | undefined
  const release =
    (await findStaged(ports, appid)) ??
    (audience && (await ports.storage.releases.find(audience.releaseId)))
  if (!release) return NO_PLAN

  const events = (await ports.storage.releases.events(release.id)).map(({ event }) => event)
  const isOwn = audience?.releaseId === release.id
  return {
    status: statusOf(release, events),
    create_timestamp: toSeconds(startOf(events)),
    gray_percentage: lastPercentage(events),
    support_debuger_first: isOwn && audience.members,
    support_experiencer_first: isOwn && audience.testers,
  }
}

/** A plan has run its course when its version came out to everybody; any other end deletes it. */
function statusOf({ life }: Release, events: readonly ReleaseEvent[]): number {
  if (life.state === 'greyLaunch') return RUNNING
  const last = events.findLastIndex(({ kind }) => kind === 'greyLaunched')
  const end = events.slice(last).find(({ kind }) => ENDS.has(kind))
  return end?.kind === 'launched' ? FINISHED : DELETED
}

/** The first step since the last plan was cancelled. */
function startOf(events: readonly ReleaseEvent[]): number {
  const isStep = ({ kind }: ReleaseEvent) => kind === 'greyLaunched'
  const last = events.findLastIndex(isStep)
  const before = events.slice(0, last).findLastIndex(({ kind }) => kind === 'greyCancelled')
  return events.slice(before + 1).find(isStep)?.at ?? 0
}

function lastPercentage(events: readonly ReleaseEvent[]): number {
  const step = events.findLast(({ kind }) => kind === 'greyLaunched')
  return step?.kind === 'greyLaunched' ? step.percentage : 0
}

function settingOf(appid: string): string {
  return `stagedRelease/${appid}`
}
