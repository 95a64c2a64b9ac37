/**
 * `/wxa/revertcoderelease`: the version that served before serves again; with
 * `action=get_history_version`, which versions that could be.
 *
 * `app_version` is the audit id under which a version passed: a number of its own, which a version
 * that has served never changes.
 *
 * Source: https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/code-management/api_revertcoderelease.html
 */

import type { Release } from '@fangxing/storage'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { findRollBackTargets, rollBack } from '../use-cases/roll-back.ts'
import { getAppOf, toDeveloper } from './access-token.ts'
import { toSeconds } from './audit-status.ts'
import { codeOf, type Fields, sendOk } from './dialect.ts'
import { WechatRefusal } from './refusal.ts'

const HISTORY = 'get_history_version'

export function registerRollBack(app: App, ports: Ports): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/wxa/revertcoderelease',
    async handler(request, reply) {
      const program = await getAppOf(ports, request)
      const { action = '', app_version = '' } = request.query as Fields
      if (action !== '' && action !== HISTORY) throw new WechatRefusal(40097)
      const live = await findLive(ports, program.appid)
      if (action === HISTORY) {
        const targets = live === undefined ? [] : await findRollBackTargets(ports, live)
        return sendOk(reply, { version_list: targets.map(toVersion) })
      }

      const wanted = readVersion(app_version)
      await assertNothingStaged(ports, program.appid)
      if (live === undefined) throw new WechatRefusal(87012)
      const target = await findTarget(ports, live, wanted)
      await rollBack(ports, {
        releaseId: live.id,
        toReleaseId: target.id,
        actor: toDeveloper(program),
        note: '',
      }).catch(refuseToGoBack)
      return sendOk(reply)
    },
  })
}

function readVersion(value: unknown): number | undefined {
  if (value === '') return undefined
  if (typeof value !== 'string' || !/^\d{1,15}$/.test(value)) throw new WechatRefusal(40097)
  return Number(value)
}

async function findLive(ports: Ports, appid: string): Promise<Release | undefined> {
  const { items } = await ports.storage.releases.list({ appid, states: ['launched'], limit: 1 })
  return items[0]
}

async function assertNothingStaged(ports: Ports, appid: string): Promise<void> {
  const { items } = await ports.storage.releases.list({ appid, states: ['greyLaunch'], limit: 1 })
  if (items.length > 0) throw new WechatRefusal(87011)
}

async function findTarget(
  ports: Ports,
  live: Release,
  wanted: number | undefined,
): Promise<Release> {
  const targets = await findRollBackTargets(ports, live)
  const target =
    wanted === undefined ? targets[0] : targets.find(({ auditId }) => auditId === wanted)
  if (target === undefined) throw new WechatRefusal(87012)
  return target
}

/** Overtaken between the look and the step: what was a target is none any more. */
function refuseToGoBack(error: unknown): never {
  const code = codeOf(error)
  if (code === 'EVENT_NOT_ALLOWED' || code === 'REQUEST_MALFORMED') throw new WechatRefusal(87012)
  throw error
}

function toVersion({ auditId, life }: Release): object {
  return {
    commit_time: toSeconds(life.createdAt),
    user_version: life.version,
    user_desc: life.description,
    app_version: auditId,
  }
}
