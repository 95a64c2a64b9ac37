/**
 * Follows a request of the client into the server of the same package.
 *
 * Only a request whose path is known and which exactly one route answers is followed; any other leaves
 * the package as before. What the server writes to a database is then seen like any other write, and
 * so are the checks before it.
 */

import { answerFrom } from '../run/answer.ts'
import { callValue } from '../run/call.ts'
import { type Frame, NeverSettled, Thrown } from '../run/frame.ts'
import { later, type Machine } from '../run/machine.ts'
import { promisesIn } from '../run/promises.ts'
import { readProperty } from '../run/property.ts'
import {
  constant,
  join,
  loaded,
  mixed,
  native,
  object,
  type PromiseThing,
  promise,
  UNDEFINED,
  UNKNOWN,
  type Value,
} from '../run/value.ts'
import { loadServers } from './load-servers.ts'
import { type Reached, reach } from './routes.ts'

export function followRequest(
  machine: Machine,
  frame: Frame,
  options: Value,
  how: 'request' | 'uploadFile',
): Value | undefined {
  const path = pathOf(readProperty(options, 'url'))
  if (path === undefined || !loadServers(machine)) return undefined
  const reached = reach(machine, how === 'uploadFile' ? 'post' : methodOf(options), path)
  if (reached === undefined) return undefined

  const source: PromiseThing = { kind: 'promise', value: undefined, reason: undefined }
  const respond = (value: Value) => {
    source.value = join(value, source.value)
  }
  follow(machine, frame, reached, requestOf(options, how), respond)
  if (source.value === undefined) respond(UNKNOWN)
  const status: readonly (readonly [string, Value])[] = [
    ['statusCode', join(constant(200), UNKNOWN)],
    ['header', UNKNOWN],
    ['errMsg', UNKNOWN],
  ]
  return answerFrom(machine, frame, options, source, (value) =>
    object([['data', value], ...status]),
  )
}

function methodOf(options: Value): string {
  const { constants } = readProperty(options, 'method')
  const written = constants.find((one) => typeof one === 'string')
  return typeof written === 'string' ? written.toLowerCase() : 'get'
}

/** The path of an address that is known from its host on, or from where an unknown host ends. */
export function pathOf(address: Value): string | undefined {
  const texts = [...address.constants, ...address.partials].filter((one) => typeof one === 'string')
  const paths = new Set(texts.flatMap((text) => pathIn(text) ?? []))
  const [only] = paths
  return paths.size === 1 ? only : undefined
}

/** `https://host/api/posts?x=1`, `…/api/posts`, `/api/posts/…`; what is unknown in between is a `*`. */
function pathIn(text: string): string | undefined {
  const path = text.replace(/^(?:[a-z]+:\/\/[^/]*|…)/i, '').split(/[?#]/)[0] ?? ''
  if (!path.startsWith('/') || path === '/') return undefined
  return path.replaceAll(/[^/]*…[^/]*/g, '*')
}

interface Request {
  readonly body: Value
  readonly query: Value
  readonly file: Value
}

function requestOf(options: Value, how: 'request' | 'uploadFile'): Request {
  if (how === 'request') {
    const data = readProperty(options, 'data')
    return { body: data, query: data, file: UNDEFINED }
  }
  const content = loaded(readProperty(options, 'filePath'))
  const file = object(
    ['path', 'buffer', 'filename', 'originalname', 'filepath'].map(
      (name) => [name, content] as const,
    ),
    UNKNOWN,
  )
  return { body: readProperty(options, 'formData'), query: UNKNOWN, file }
}

type Respond = (value: Value) => void

function follow(
  machine: Machine,
  frame: Frame,
  { style, handlers }: Reached,
  request: Request,
  respond: Respond,
): void {
  const given =
    style === 'koa' ? [contextOf(request, respond)] : [expressRequest(request), answerOf(respond)]
  const step = (index: number): Value => {
    const handler = handlers[index]
    if (handler === undefined) return promise(UNDEFINED)
    const next = native('next', () => step(index + 1))
    return callSafely(machine, frame, handler, [...given, next])
  }
  const done = step(0)
  if (style === 'koa') later(machine, () => respondWithBody(given[0], done, respond))
}

function callSafely(machine: Machine, frame: Frame, handler: Value, args: readonly Value[]): Value {
  try {
    return callValue(machine, frame, handler, UNDEFINED, args)
  } catch (error) {
    if (error instanceof Thrown || error instanceof NeverSettled) return UNKNOWN
    throw error
  }
}

function expressRequest({ body, query, file }: Request): Value {
  return object(
    [
      ['body', body],
      ['query', query],
      ['file', file],
      ['files', file],
      ['params', mixed([query])],
      ['headers', UNKNOWN],
    ],
    UNKNOWN,
  )
}

function answerOf(respond: Respond): Value {
  const answer = object([], UNKNOWN)
  const send = ([value = UNDEFINED]: readonly Value[]) => {
    respond(value)
    return answer
  }
  const [owner] = answer.things
  if (owner?.kind !== 'object') return answer
  for (const name of ['json', 'send', 'end', 'jsonp', 'render', 'sendStatus'])
    owner.properties.set(name, native(name, send))
  for (const name of ['status', 'set', 'header', 'type', 'cookie', 'append', 'code'])
    owner.properties.set(
      name,
      native(name, () => answer),
    )
  return answer
}

function contextOf({ body, query, file }: Request, respond: Respond): Value {
  const stop = () => {
    respond(UNKNOWN)
    throw new Thrown(UNKNOWN)
  }
  return object(
    [
      [
        'request',
        object(
          [
            ['body', body],
            ['query', query],
            ['file', file],
            ['files', file],
          ],
          UNKNOWN,
        ),
      ],
      ['query', query],
      ['params', mixed([query])],
      ['state', object([], UNKNOWN)],
      ['throw', native('throw', stop)],
    ],
    UNKNOWN,
  )
}

function respondWithBody(context: Value | undefined, done: Value, respond: Respond): void {
  if (promisesIn(done).length === 0) return
  respond(context ? readProperty(context, 'body') : UNKNOWN)
}
