import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
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
}

/** What the forum or its guard answers. */
interface Said {
  readonly suggest?: string | null
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

/** The same small forum in each framework: answers 201 with what the guard has told it. */
const FORUMS: Readonly<Record<string, (settings: Settings) => Promise<string>>> = {
  async express(settings) {
    const app = express()
    const guard = guardExpress({ ...settings, read: ({ body }: { body: Post }) => toTexts(body) })
    app.use(express.json())
    app.post('/posts', guard, (_request, response) => {
      response.status(201).json({ suggest: suggestOf(response.locals.contentCheck) })
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
      context.body = { suggest: suggestOf(context.state.contentCheck) }
    })
    return listening(createServer(app.callback()))
  },

  async fastify(settings) {
    const app = Fastify()
    app.decorateRequest('contentCheck', null)
    const guard = guardFastify({
      ...settings,
      read: ({ body }: { body: unknown }) => toTexts(body as Post),
    })
    app.post('/posts', { preHandler: guard }, async (request, reply) => {
      const { contentCheck } = request as { contentCheck?: unknown }
      return reply.code(201).send({ suggest: suggestOf(contentCheck) })
    })
    const url = await app.listen({ port: 0, host: '127.0.0.1' })
    running.push(app.server)
    return url
  },
}

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  running.push(server)
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function toTexts({ text }: Post): GuardedTexts | null {
  return text === undefined ? null : { content: text, openid: 'o-1' }
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

/** `settings` besides the client; then the text, and the status and word it ends with. */
const CASES: [
  name: string,
  settings: Omit<Settings, 'client'>,
  text: string | undefined,
  status: number,
  said: string | null,
][] = [
  ['a clean text goes on', {}, '今天天气不错', 201, 'pass'],
  ['a risky text is refused', {}, '夹竹桃', 422, 'CONTENT_REFUSED'],
  ['a text in doubt is refused', {}, '来一壶丁香茶', 422, 'CONTENT_IN_REVIEW'],
  [
    'a text in doubt goes on when accepted',
    { whenDoubtful: 'accept' },
    '来一壶丁香茶',
    201,
    'review',
  ],
  ['a request without content goes on', {}, undefined, 201, null],
]

for (const [framework, open] of Object.entries(FORUMS)) {
  for (const [name, settings, text, status, said] of CASES) {
    test(`${framework}: ${name}`, async () => {
      const answer = await post(
        await open({ ...settings, client }),
        text === undefined ? {} : { text },
      )
      assert.equal(answer.status, status, JSON.stringify(answer.body))
      assert.equal(answer.body.suggest ?? answer.body.code ?? null, said)
      if (status === 422) assert.match(answer.body.traceId ?? '', /^[0-9a-f]{8}-/)
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
    assert.deepEqual([opened.status, opened.body.suggest], [201, null])
    assert.equal(errors.length, 2)
  })
}
