/**
 * What a content-safety API answers in the world of a run.
 *
 * The answer has the documented shape, so that code which reads it at the wrong place reads
 * `undefined`, as it would. The old shape throws for risky content; the current one answers.
 *
 * Source: developers.weixin.qq.com, msgSecCheck, mediaCheckAsync, imgSecCheck
 */

import type { ContentCheck } from '@fangxing/contract'
import { answerOptions } from './answer.ts'
import type { Frame } from './frame.ts'
import type { Machine } from './machine.ts'
import { readProperty } from './property.ts'
import { recordCheck } from './sinks.ts'
import { constant, list, type ObjectThing, object, thing, UNKNOWN, type Value } from './value.ts'

export interface NamedCheck {
  readonly api: ContentCheck['api']
  readonly via: 'sdk' | 'http'
  /** The platform has no such call on the client. */
  readonly exists: boolean
}

const ADDRESSES: readonly (readonly [part: string, api: ContentCheck['api']])[] = [
  ['/wxa/msg_sec_check', 'msgSecCheck'],
  ['/wxa/img_sec_check', 'imgSecCheck'],
  ['/wxa/media_check_async', 'mediaCheckAsync'],
]

export function checkNamed(name: string, args: readonly Value[]): NamedCheck | undefined {
  const match = /(?:^|\.)security\.(msgSecCheck|imgSecCheck|mediaCheckAsync)$/.exec(name)
  if (match) {
    const api = match[1] as ContentCheck['api']
    return { api, via: 'sdk', exists: name.startsWith('cloud.openapi') || name.startsWith('npm:') }
  }
  const [first, second] = args
  const api =
    addressIn(first) ??
    addressIn(second) ??
    (first && (addressIn(readProperty(first, 'url')) ?? addressIn(readProperty(first, 'uri'))))
  return api && { api, via: 'http', exists: true }
}

/** Every call of the platform and of a library passes here: no lists are made. */
function addressIn(value: Value | undefined): ContentCheck['api'] | undefined {
  if (value === undefined) return undefined
  for (const one of value.constants) {
    if (typeof one === 'string' && one.includes('/wxa/')) return apiAt(one)
  }
  for (const one of value.partials) if (one.includes('/wxa/')) return apiAt(one)
  return undefined
}

function apiAt(text: string): ContentCheck['api'] | undefined {
  return ADDRESSES.find(([part]) => text.includes(part))?.[1]
}

export function answerCheck(
  machine: Machine,
  frame: Frame,
  check: NamedCheck,
  args: readonly Value[],
): Value {
  const [first = UNKNOWN] = args
  const isV2 =
    check.via === 'sdk'
      ? readsTwo(first)
      : args.some(
          (one) => readsTwo(one) || WRAPPINGS.some((name) => readsTwo(readProperty(one, name))),
        )
  const version = isV2 ? 2 : 1
  const given = check.exists ? givenTo(check, args) : args
  const seen = recordCheck(machine, { api: check.api, version, exists: check.exists }, given)
  if (!check.exists) return UNKNOWN

  const { riskyEntry, checksFail } = machine.world
  if (checksFail) return answerOptions(machine, frame, first, { reason: systemError() })
  const isRisky =
    riskyEntry !== undefined && seen.entries.has(riskyEntry) && !seen.blindTo.has(riskyEntry)
  if (check.api === 'mediaCheckAsync')
    return answerOptions(machine, frame, first, { value: accepted(check) })
  if (check.via === 'http')
    return answerOptions(machine, frame, first, { value: httpAnswer(version, isRisky) })
  if (version === 2) return answerOptions(machine, frame, first, { value: v2Answer(isRisky) })
  if (!isRisky) return answerOptions(machine, frame, first, { value: v1Answer(check) })
  const reason = object([
    ['errCode', constant(87014)],
    ['errMsg', constant('openapi.security:fail risky content')],
    ['message', UNKNOWN],
  ])
  return answerOptions(machine, frame, first, { reason })
}

/** Names under which a check takes its content; what lies under another name is not looked at. */
const CONTENT: Readonly<Record<ContentCheck['api'], readonly string[]>> = {
  msgSecCheck: ['content'],
  imgSecCheck: ['media'],
  mediaCheckAsync: ['mediaUrl', 'media_url'],
}

/** A picture sent over HTTP is wrapped in a form by some library: then everything counts. */
function givenTo({ api, via }: NamedCheck, args: readonly Value[]): readonly Value[] {
  if (via === 'http' && api === 'imgSecCheck') return args
  const bodies =
    via === 'sdk'
      ? args.slice(0, 1)
      : args.flatMap((one) => [one, ...WRAPPINGS.map((name) => readProperty(one, name))])
  return bodies.flatMap((body) => CONTENT[api].map((name) => readProperty(body, name)))
}

/** Where HTTP clients take the body of a request. */
const WRAPPINGS = ['data', 'body', 'json', 'form'] as const

function readsTwo(value: Value): boolean {
  return readProperty(value, 'version').constants.some((one) => String(one) === '2')
}

function systemError(): Value {
  return object([
    ['errCode', constant(-1)],
    ['errMsg', constant('system error')],
    ['message', UNKNOWN],
  ])
}

function v1Answer({ api }: NamedCheck): Value {
  return object([
    ['errCode', constant(0)],
    ['errMsg', constant(`openapi.security.${api}:ok`)],
  ])
}

function accepted({ api }: NamedCheck): Value {
  return object([
    ['errCode', constant(0)],
    ['errcode', constant(0)],
    ['errMsg', constant(`openapi.security.${api}:ok`)],
    ['traceId', constant('trace')],
    ['trace_id', constant('trace')],
  ])
}

function verdict(isRisky: boolean): readonly (readonly [string, Value])[] {
  const suggest = constant(isRisky ? 'risky' : 'pass')
  const label = constant(isRisky ? 20001 : 100)
  const detail = object([
    ['strategy', constant('content_model')],
    ['errcode', constant(0)],
    ['suggest', suggest],
    ['label', label],
    ['prob', constant(90)],
  ])
  return [
    [
      'result',
      object([
        ['suggest', suggest],
        ['label', label],
      ]),
    ],
    ['detail', list([detail])],
  ]
}

function v2Answer(isRisky: boolean): Value {
  return object([
    ['errCode', constant(0)],
    ['errMsg', constant('openapi.security.msgSecCheck:ok')],
    ['traceId', UNKNOWN],
    ...verdict(isRisky),
  ])
}

/** The body; also what HTTP clients wrap around it, whose wrapping is not known here. */
function httpAnswer(version: 1 | 2, isRisky: boolean): Value {
  const code = constant(version === 1 && isRisky ? 87014 : 0)
  const body = object([
    ['errcode', code],
    ['errCode', code],
    ['errmsg', constant(isRisky && version === 1 ? 'risky content' : 'ok')],
    ['trace_id', UNKNOWN],
    ['status', constant(200)],
    ['statusCode', constant(200)],
    ...(version === 2 ? verdict(isRisky) : []),
  ])
  const [owner] = body.things as readonly ObjectThing[]
  if (owner) for (const name of ['data', 'body']) owner.properties.set(name, thing(owner))
  return body
}
