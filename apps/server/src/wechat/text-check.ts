/**
 * `POST /wxa/msg_sec_check`, both shapes: `version` 2, and the frozen first one.
 *
 * The first has two answers only, so what a person should see is told as risky there: nothing
 * unknown passes (docs/decisions/0036). `fangxing: true` in the body, or the header
 * `x-fangxing-extension`, adds which clause, which characters and which disguise.
 *
 * Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html
 */

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { checkText } from '../use-cases/check-text.ts'
import { appOf } from './access-token.ts'
import { assertSeen, isSecondShape, readOpenid, readScene, wantsExtension } from './check-fields.ts'
import { assertQuota } from './check-quota.ts'
import { type Fields, readBody, requirePost, sendOk, sendRefusal } from './dialect.ts'
import { readText } from './lenient.ts'
import { WechatRefusal } from './refusal.ts'
import { toDetail, toExtension } from './text-check-answer.ts'

const MAX_CHARACTERS = 2500
const MAX_BYTES_V1 = 500 * 1024
/** Every character of the largest text written as `\uXXXX`, and the JSON around it. */
const BODY_LIMIT = 4 * 1024 * 1024

const PROFILE = 1
/** The first shape names no scene; a comment is where most user text appears. */
const SCENE_V1 = 2

const FIELDS = ['title', 'nickname']
const FIELDS_OF_PROFILE = [...FIELDS, 'signature']

export function registerTextCheck(app: App, ports: Ports): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/wxa/msg_sec_check',
    bodyLimit: BODY_LIMIT,
    async handler(request, reply) {
      const known = appOf(ports, request)
      const appid = known instanceof Promise ? await known : known
      requirePost(request)
      const body = readBody(request)
      return isSecondShape(body)
        ? checkSecond(ports, request, reply, { appid, body })
        : checkFirst(ports, request, reply, { appid, body })
    },
  })
}

interface Asked {
  readonly appid: string
  readonly body: Fields
}

async function checkSecond(
  ports: Ports,
  request: FastifyRequest,
  reply: FastifyReply,
  { appid, body }: Asked,
): Promise<FastifyReply> {
  const content = readContent(body)
  const openid = readOpenid(body)
  const scene = readScene(body)
  if (isTooLong(content)) throw new WechatRefusal(45002)
  const told = assertQuota(ports, reply, { appid, call: 'text' })
  const policy = told instanceof Promise ? await told : told
  if (policy.openid !== 'any') await assertSeen(ports, policy, { appid, openid })

  const answer = await checkText(ports, {
    appid,
    writer: openid,
    scene,
    texts: [
      { field: 'content', text: content },
      ...others(body, scene === PROFILE ? FIELDS_OF_PROFILE : FIELDS),
    ],
  })
  return sendOk(reply, {
    trace_id: answer.id,
    result: { suggest: answer.suggest, label: answer.label },
    detail: toDetail(answer),
    ...(wantsExtension(request, body) ? { fangxing: toExtension(answer) } : {}),
  })
}

async function checkFirst(
  ports: Ports,
  request: FastifyRequest,
  reply: FastifyReply,
  { appid, body }: Asked,
): Promise<FastifyReply> {
  const content = readContent(body)
  if (Buffer.byteLength(content) > MAX_BYTES_V1) throw new WechatRefusal(45002)
  await assertQuota(ports, reply, { appid, call: 'text' })

  const texts = [{ field: 'content', text: content }]
  const answer = await checkText(ports, {
    ...{ appid, writer: null, scene: SCENE_V1, isSceneNamed: false, texts },
  })
  const more = wantsExtension(request, body) ? { fangxing: toExtension(answer) } : {}
  return answer.suggest === 'pass' ? sendOk(reply, more) : sendRefusal(request, reply, 87014, more)
}

/** Characters are counted, not the UTF-16 units that some of them are two of. */
function isTooLong(content: string): boolean {
  return content.length > MAX_CHARACTERS && [...content].length > MAX_CHARACTERS
}

function readContent(body: Fields): string {
  const content = readText(body.content)
  if (content === undefined) throw new WechatRefusal(47001)
  return content
}

function others(body: Fields, fields: readonly string[]) {
  return fields.flatMap((field) => {
    const text = readText(body[field])
    return text === undefined ? [] : [{ field, text }]
  })
}
