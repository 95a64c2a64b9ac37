/**
 * `POST /wxa/media_check_async`, both shapes: the answer is a trace id, the result comes by push.
 *
 * Sound is 1 and pictures are 2, as WeChat has them; 3 is ours, for videos. The address is only
 * looked at for its form: whether it may be fetched is known, and told, when it is.
 *
 * Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/mediaCheckAsync.html
 */

import type { MediaCheckKind } from '@fangxing/storage'
import type { FastifyReply } from 'fastify'
import type { App } from '../http/app.ts'
import { type MediaRequest, requestMediaCheck } from '../media-checks/request-media-check.ts'
import { OutboundTrouble, parseTarget } from '../outbound/index.ts'
import type { Ports } from '../ports.ts'
import { appOf } from './access-token.ts'
import { assertSeen, isSecondShape, readOpenid, readScene, wantsExtension } from './check-fields.ts'
import { assertQuota } from './check-quota.ts'
import { type Fields, readBody, requirePost, sendOk } from './dialect.ts'
import { readNumber, readText } from './lenient.ts'
import { WechatRefusal } from './refusal.ts'

const KINDS: Readonly<Record<number, MediaCheckKind>> = { 1: 'sound', 2: 'picture', 3: 'video' }

/** The older shape names no scene; a comment is where most user content appears. */
const USUAL_SCENE = 2

/** Longer than any browser sends. */
const MAX_URL_LENGTH = 8192

export function registerMediaCheck(app: App, ports: Ports): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/wxa/media_check_async',
    async handler(request, reply) {
      const appid = await appOf(ports, request)
      requirePost(request)
      const body = readBody(request)
      const media = readMedia(body)
      const hasExtension = wantsExtension(request, body)
      if (!isSecondShape(body)) {
        await assertQuota(ports, reply, { appid, call: 'media' })
        const first = { ...media, appid, writer: null, scene: USUAL_SCENE, shape: 1 } as const
        return accept(ports, reply, { ...first, hasExtension })
      }
      const openid = readOpenid(body)
      const scene = readScene(body)
      const policy = await assertQuota(ports, reply, { appid, call: 'media' })
      await assertSeen(ports, policy, { appid, openid })
      const second = { ...media, appid, writer: openid, scene, shape: 2 } as const
      return accept(ports, reply, { ...second, hasExtension })
    },
  })
}

async function accept(
  ports: Ports,
  reply: FastifyReply,
  request: MediaRequest,
): Promise<FastifyReply> {
  const traceId = await requestMediaCheck(ports, request)
  if (traceId === null) throw new WechatRefusal(87020)
  return sendOk(reply, { trace_id: traceId })
}

function readMedia(body: Fields): { readonly url: string; readonly kind: MediaCheckKind } {
  const url = readText(body.media_url)
  if (url === undefined || url.length > MAX_URL_LENGTH || !isTarget(url)) {
    throw new WechatRefusal(47001)
  }
  return { url, kind: readKind(body) }
}

function readKind(body: Fields): MediaCheckKind {
  try {
    const kind = KINDS[readNumber(body.media_type) ?? 0]
    if (kind !== undefined) return kind
  } catch {
    // Neither a number nor digits: the same mistake as a number out of the table.
  }
  throw new WechatRefusal(40004)
}

function isTarget(url: string): boolean {
  try {
    parseTarget(url)
    return true
  } catch (error) {
    if (error instanceof OutboundTrouble) return false
    throw error
  }
}
