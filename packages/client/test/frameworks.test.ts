import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { bodyParser } from '@koa/bodyparser'
import express from 'express'
import Fastify from 'fastify'
import Koa from 'koa'
import { guardExpress } from '../src/express.ts'
import { guardFastify } from '../src/fastify.ts'
import type { GuardedTexts, GuardOptions } from '../src/guard.ts'
import { createClient } from '../src/index.ts'
import { guardKoa } from '../src/koa.ts'
import type { Client, TextAnswer } from '../src/types.ts'
import { type House, openHouse } from './house.ts'

interface Post {
  readonly text?: string
  readonly title?: string
}

/** What the forum or its guard answers. */
interface Said {
  readonly suggest?: string | null
  readonly isUnchecked?: boolean
  readonly code?: string
  readonly traceId?: string
}

type Settings = Omit<GuardOptions<unknown>, 'read'>

let house: House
let client: Client
const running: Server[] = []

before(async () => {
  house = await openHouse()
  client = createClient(house.options)
})
after(async () => {
  for (const server of running) {
    server.close()
    server.closeAllConnections()
  }
  await house.close()
})

/** Of an answer: what the guard has told the handler. */
function told(contentCheck: unknown, contentUnchecked: unknown) {
  return { suggest: suggestOf(contentCheck), isUnchecked: contentUnchecked }
}

/** The same small forum in each framework: answers 201 with what the guard has told it. */
const FORUMS: Readonly<Record<string, (settings: Settings) => Promise<string>>> = {
  async express(settings) {
    const app = express()
    const guard = guardExpress({ ...settings, read: ({ body }: { body: Post }) => toTexts(body) })
    app.use(express.json())
    app.post('/posts', guard, (_request, response) => {
      const { contentCheck, contentUnchecked } = response.locals
      response.status(201).json(told(contentCheck, contentUnchecked))
    })
    return listening(createServer(app))
  },

  async koa(settings) {
    const app = new Koa()
    app.use(bodyParser())
    const read = ({ request }: Koa.Context) => toTexts(request.body as Post)
    app.use(guardKoa({ ...settings, read }))
    app.use((context) => {
      context.status = 201
      const { contentCheck, contentUnchecked } = context.state
      context.body = told(contentCheck, contentUnchecked)
    })
    return listening(createServer(app.callback()))
  },

  async fastify(settings) {
    const app = Fastify()
    app.decorateRequest('contentCheck', null)
    app.decorateRequest('contentUnchecked', false)
    const guard = guardFastify({
      ...settings,
      read: ({ body }: { body: unknown }) => toTexts(body as Post),
    })
    app.post('/posts', { preHandler: guard }, async (request, reply) => {
      const { contentCheck, contentUnchecked } = request as {
        contentCheck?: unknown
        contentUnchecked?: unknown
      }
      return reply.code(201).send(told(contentCheck, contentUnchecked))
    })
    const url = await app.listen({ port: 0, host: '127.0.0.1' })
    running.push(app.server)
    return url
  },

  /** As Connect calls it: with the request and the response of Node, and a body that a parser left. */
  async connect(settings) {
    const read = ({ body }: { body: Post }) => toTexts(body)
    const guard = guardExpress({ ...settings, read })
    return listening(
      createServer(async (request, response) => {
        const body = await json(request)
        guard(Object.assign(request, { body: body as Post }), response, () => {
          const { locals } = response as unknown as { locals: Readonly<Record<string, unknown>> }
          response.statusCode = 201
          response.end(JSON.stringify(told(locals.contentCheck, locals.contentUnchecked)))
        })
      }),
    )
  },
}

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  running.push(server)
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function toTexts({ text, title }: Post): GuardedTexts | null {
  if (text === undefined && title === undefined) return null
  return { content: text ?? '', title, openid: 'o-1' }
}

function suggestOf(answer: unknown): string | null {
  return (answer as TextAnswer | null)?.suggest ?? null
}

async function post(url: string, body: Post) {
  const response = await fetch(`${url}/posts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as Said }
}

const TOO_LONG = `夹竹桃${'a'.repeat(2600)}`

/** `settings` besides the client; then the post, and the status and word it ends with. */
const CASES: [
  name: string,
  settings: Omit<Settings, 'client'>,
  body: Post,
  status: number,
  said: string | null,
][] = [
  ['a clean text goes on', {}, { text: '今天天气不错' }, 201, 'pass'],
  ['a risky text is refused', {}, { text: '夹竹桃' }, 422, 'CONTENT_REFUSED'],
  ['a text in doubt is refused', {}, { text: '来一壶丁香茶' }, 422, 'CONTENT_IN_REVIEW'],
  [
    'a text in doubt goes on when accepted',
    { whenDoubtful: 'accept' },
    { text: '来一壶丁香茶' },
    201,
    'review',
  ],
  ['a request without content goes on', {}, {}, 201, null],
  ['a post of blanks goes on', {}, { text: ' ', title: '' }, 201, null],
  ['a title alone is checked', {}, { text: '', title: '夹竹桃' }, 422, 'CONTENT_REFUSED'],
  ['a text that is too long is refused', {}, { text: TOO_LONG }, 422, 'CONTENT_UNFIT'],
  [
    'a text that is too long is refused, down or not',
    { whenDown: 'accept' },
    { text: TOO_LONG },
    422,
    'CONTENT_UNFIT',
  ],
]

for (const [framework, open] of Object.entries(FORUMS)) {
  for (const [name, settings, body, status, said] of CASES) {
    test(`${framework}: ${name}`, async () => {
      const answer = await post(await open({ ...settings, client }), body)
      assert.equal(answer.status, status, JSON.stringify(answer.body))
      assert.equal(answer.body.suggest ?? answer.body.code ?? null, said)
      assert.equal(answer.body.isUnchecked ?? false, false)
      const hasAnswer = status === 422 && said !== 'CONTENT_UNFIT'
      assert.equal(/^[0-9a-f]{8}-/.test(answer.body.traceId ?? ''), hasAnswer)
    })
  }

  test(`${framework}: nothing passes while nobody can be asked, unless that is accepted`, async () => {
    const away = createClient({ ...house.options, baseUrl: 'http://127.0.0.1:1' })
    const errors: unknown[] = []
    const onError = (error: unknown) => errors.push(error)
    const closed = await post(await open({ client: away, onError }), { text: '今天天气不错' })
    assert.deepEqual([closed.status, closed.body.code], [503, 'CONTENT_NOT_CHECKED'])
    const accepting = { client: away, whenDown: 'accept', onError } as const
    const opened = await post(await open(accepting), { text: '今天天气不错' })
    assert.deepEqual([opened.status, opened.body], [201, { suggest: null, isUnchecked: true }])
    assert.equal(errors.length, 2)
  })
}
