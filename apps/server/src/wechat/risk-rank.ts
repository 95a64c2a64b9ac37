/**
 * `POST /wxa/getuserriskrank`: how risky a user is, from what this instance has checked of them.
 *
 * WeChat knows its users; we know what they wrote here. The rank grows with their checks of thirty
 * days that were stopped or went to a person, and is 0 for whom we do not know. Phone, mail and
 * address are taken and not looked at: we keep no list of them.
 *
 * Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/safety-control-capability/getUserRiskRank.html
 */

import { isIP } from 'node:net'
import { DAY_MS } from '@fangxing/release'
import type { Check } from '@fangxing/storage'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { appOf } from './access-token.ts'
import { readOpenid } from './check-fields.ts'
import { type Fields, readBody, requirePost, sendOk } from './dialect.ts'
import { readNumber, readText } from './lenient.ts'
import { WechatRefusal } from './refusal.ts'

/** 0 registration, 1 cheating in promotions, 2 user content. */
const SCENES = new Set([0, 1, 2])

const LOOK_BACK_MS = 30 * DAY_MS
const MOST_CHECKS = 200
const DOUBTFUL = ['risky', 'review'] as const

/** A stopped check counts whole, one that went to a person a quarter: most of those are innocent. */
const WEIGHT = { risky: 1, review: 0.25, pass: 0 } as const

/** From which sum on a rank begins: one bad post is a bad day, ten are a habit. */
const RANKS = [0.5, 1, 3, 10] as const

export function registerRiskRank(app: App, ports: Ports): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/wxa/getuserriskrank',
    async handler(request, reply) {
      const appid = await appOf(ports, request)
      requirePost(request)
      const body = readBody(request)
      const openid = readOpenid(body)
      assertAsked(body, appid)
      const from = ports.clock.now() - LOOK_BACK_MS
      const filter = { appid, writer: openid, from, limit: MOST_CHECKS }
      // What passed weighs nothing, and is most of what there is.
      const pages = await Promise.all(
        DOUBTFUL.map((suggest) => ports.storage.checks.list({ ...filter, suggest })),
      )
      const items = pages.flatMap((page) => page.items)
      return sendOk(reply, { risk_rank: toRiskRank(items), unoin_id: toUnionId(request.id) })
    },
  })
}

/** 40013 for another app's id, 47001 for what is missing, 40097 for a scene out of the table. */
function assertAsked(body: Fields, appid: string): void {
  const named = readText(body.appid)
  if (named === undefined) throw new WechatRefusal(47001)
  if (named !== appid) throw new WechatRefusal(40013)
  const scene = readNumber(body.scene)
  const address = readText(body.client_ip)
  if (scene === undefined || address === undefined || isIP(address) === 0) {
    throw new WechatRefusal(47001)
  }
  if (!SCENES.has(scene)) throw new WechatRefusal(40097)
}

export function toRiskRank(checks: readonly Pick<Check, 'suggest'>[]): number {
  const sum = checks.reduce((total, { suggest }) => total + WEIGHT[suggest], 0)
  return RANKS.filter((from) => sum >= from).length
}

/** The number of this one call, misspelt as WeChat has it: the last twelve digits of the request's id. */
function toUnionId(requestId: string): number {
  return Number.parseInt(requestId.replaceAll('-', '').slice(-12), 16)
}
