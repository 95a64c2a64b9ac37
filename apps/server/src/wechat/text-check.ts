/**
 * `POST /wxa/msg_sec_check`, both shapes: `version` 2, and the frozen first one.
 *
 * The first has two answers only, so what a person should see is told as risky there: nothing
 * unknown passes (docs/decisions/0036). `fangxing: true` in the body, or the header
 * `x-fangxing-extension`, adds which clause, which characters and which disguise. `answerText` is
 * all of it, for the route and for the door ahead of it (`text-door.ts`).
 *
 * Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html
 */

import type { IncomingHttpHeaders } from 'node:http'
import type { HeaderSink } from '../check-policy/index.ts'
import type { App } from '../http/app.ts'
import type { AskedFrom } from '../http/error-edge.ts'
import type { Ports } from '../ports.ts'
import { checkText, type TextToCheck } from '../use-cases/check-text.ts'
import { appOf } from './access-token.ts'
import { assertSeen, isSecondShape, readOpenid, readScene, wantsExtension } from './check-fields.ts'
import { assertQuota } from './check-quota.ts'
import { type Fields, readBody, requirePost, sendText, toOkText, toRefusalText } from './dialect.ts'
import { readText } from './lenient.ts'
import { isPlainPass, toPlainAnswer } from './plain-answer.ts'
import { WechatRefusal } from './refusal.ts'
import { toDetail, toExtension } from './text-check-answer.ts'

export const TEXT_CHECK = '/wxa/msg_sec_check'

const MAX_CHARACTERS = 2500
const MAX_BYTES_V1 = 500 * 1024
/** Every character of the largest text written as `\uXXXX`, and the JSON around it. */
export const BODY_LIMIT = 4 * 1024 * 1024

const PROFILE = 1
/** The first shape names no scene; a comment is where most user text appears. */
const SCENE_V1 = 2

const FIELDS = ['title', 'nickname']
const FIELDS_OF_PROFILE = [...FIELDS, 'signature']

/** What both a request of the framework and one ahead of it have. */
export interface AskedText extends AskedFrom {
  readonly query: unknown
  readonly body?: unknown
  readonly headers: IncomingHttpHeaders
}

export function registerTextCheck(app: App, ports: Ports): void {
  app.route({
    method: ['GET', 'POST'],
    url: TEXT_CHECK,
    bodyLimit: BODY_LIMIT,
    handler: async (request, reply) => sendText(reply, await answerText(ports, request, reply)),
  })
}

/** The answer as JSON. Throws, or rejects with, what the dialect answers as a refusal. */
export function answerText(ports: Ports, asked: AskedText, told: HeaderSink): Promise<string> {
  const known = appOf(ports, asked)
  return known instanceof Promise
    ? known.then((appid) => answerApp(ports, asked, told, appid))
    : answerApp(ports, asked, told, known)
}

function answerApp(
  ports: Ports,
  asked: AskedText,
  told: HeaderSink,
  appid: string,
): Promise<string> {
  requirePost(asked)
  const body = readBody(asked)
  return isSecondShape(body)
    ? answerSecond(ports, asked, told, { appid, body })
    : answerFirst(ports, asked, told, { appid, body })
}

interface Asked {
  readonly appid: string
  readonly body: Fields
}

function answerSecond(
  ports: Ports,
  asked: AskedText,
  told: HeaderSink,
  { appid, body }: Asked,
): Promise<string> {
  const content = readContent(body)
  const openid = readOpenid(body)
  const scene = readScene(body)
  if (isTooLong(content)) throw new WechatRefusal(45002)
  const texts = readTexts(body, content, scene === PROFILE ? FIELDS_OF_PROFILE : FIELDS)
  const check = { appid, writer: openid, scene, texts }
  // Last of what may refuse: what is malformed is not counted, and a promise that nobody awaits would,
  // once the quota is used up, end the process.
  const policy = assertQuota(ports, told, { appid, call: 'text' })
  const isLonger = wantsExtension(asked, body)
  // What is known is not waited for: each wait costs every check.
  if (!(policy instanceof Promise) && policy.openid === 'any') {
    return tellSecond(ports, check, isLonger)
  }
  return Promise.resolve(policy)
    .then((known) => assertSeen(ports, known, { appid, openid }))
    .then(() => tellSecond(ports, check, isLonger))
}

function tellSecond(ports: Ports, check: TextToCheck, isLonger: boolean): Promise<string> {
  return checkText(ports, check).then((answer) => {
    if (!isLonger && isPlainPass(answer)) return toPlainAnswer(answer.id)
    return toOkText({
      trace_id: answer.id,
      result: { suggest: answer.suggest, label: answer.label },
      detail: toDetail(answer),
      ...(isLonger ? { fangxing: toExtension(answer) } : {}),
    })
  })
}

async function answerFirst(
  ports: Ports,
  asked: AskedText,
  told: HeaderSink,
  { appid, body }: Asked,
): Promise<string> {
  const content = readContent(body)
  if (Buffer.byteLength(content) > MAX_BYTES_V1) throw new WechatRefusal(45002)
  await assertQuota(ports, told, { appid, call: 'text' })

  const texts = [{ field: 'content', text: content }]
  const answer = await checkText(ports, {
    ...{ appid, writer: null, scene: SCENE_V1, isSceneNamed: false, texts },
  })
  const more = wantsExtension(asked, body) ? { fangxing: toExtension(answer) } : {}
  return answer.suggest === 'pass' ? toOkText(more) : toRefusalText(asked, 87014, more)
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

function readTexts(body: Fields, content: string, others: readonly string[]) {
  const texts = [{ field: 'content', text: content }]
  for (const field of others) {
    const text = readText(body[field])
    if (text !== undefined) texts.push({ field, text })
  }
  return texts
}
