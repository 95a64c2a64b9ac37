/**
 * Published clients, unmodified, make every check of a whole server and hear of its results: pictures
 * are looked at by the real engine, in processes of its own.
 */

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type RunningServer, startServer } from '@fangxing/server'
import type { Json } from './instance.ts'
import { type MediaHost, startMediaHost } from './media-studio.ts'
import { smallPicture } from './small-picture.ts'

const require = createRequire(import.meta.url)
const { MiniApp, ServerRequest } = require('node-easywechat')

const AES_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'
const PICTURE = smallPicture(320, 200)
const OPENID = 'oAbc123'

let directory: string
let server: RunningServer
let host: MediaHost
let appid: string
let secret: string
const heard: Json[] = []
let hears = Promise.withResolvers<void>()

/** The mini-program's own backend, as its developers write it. */
const backend = createServer(async (request, response) => {
  const app = new MiniApp({ app_id: appid, secret, token: 'AAAAA', aes_key: AES_KEY })
  app.setRequest(await ServerRequest.createFromIncomingMessage(request))
  const pushed = app.getServer()
  pushed.addEventListener('wxa_media_check', async (message: Json, next: Json) => {
    heard.push({ ...message.attributes })
    hears.resolve()
    return next(message)
  })
  const answer = await pushed.serve()
  response.writeHead(answer.getStatusCode()).end(answer.getBody().toString())
})

before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fangxing-clients-checks-'))
  host = await startMediaHost()
  backend.listen(0, '127.0.0.1')
  await once(backend, 'listening')
  server = await startServer({
    dataDirectory: directory,
    port: 0,
    host: '127.0.0.1',
    simulatedClock: false,
    delivery: { allowedNetworks: ['127.0.0.1'] },
    log: () => {},
  })
  const { storage } = server.ports
  const subject = { kind: 'enterprise', overseas: false, region: 'CN-GD' } as const
  const made = await storage.apps.create({ name: '园艺', subject, categories: [] }, Date.now())
  appid = made.app.appid
  secret = made.secret
  const { port } = backend.address() as AddressInfo
  const wechat = {
    ...{ url: `http://127.0.0.1:${port}/push`, token: 'AAAAA', encodingAesKey: AES_KEY },
    ...({ mode: 'safe', format: 'xml', originalId: 'gh_1' } as const),
  }
  // Loads the models, which takes longer on a busy machine than a client waits.
  const engine = await server.ports.media.open(server.ports.pictureBank)
  await engine.picture({ name: 'warm', bytes: PICTURE })
  await storage.callbacks.set(appid, { webhook: null, mail: null, wechat }, Date.now())
})
after(async () => {
  await server.close()
  backend.close()
  backend.closeAllConnections()
  host.close()
  await rm(directory, { recursive: true, force: true })
})

/** Longer than a busy machine takes to look at a small picture. */
const PATIENCE_MS = 120_000

/** Waits for the event about a trace id. */
async function heardOf(traceId: string): Promise<Json> {
  const deadline = AbortSignal.timeout(PATIENCE_MS)
  const over = once(deadline, 'abort').then(() => assert.fail(`nothing came about ${traceId}`))
  over.catch(() => {})
  for (;;) {
    const found = heard.find(({ trace_id }) => trace_id === traceId)
    if (found !== undefined) return found
    await Promise.race([hears.promise, over])
    hears = Promise.withResolvers<void>()
  }
}

function easywechat() {
  const http = { baseURL: `${server.url}/` }
  const app = new MiniApp({
    ...{ app_id: appid, secret, use_stable_access_token: true, http },
    file_cache: { path: directory },
  })
  return app.getClient()
}

test('node-easywechat sends a picture from a file and is told that it is clean', async () => {
  const file = join(directory, 'a.png')
  await writeFile(file, PICTURE)
  const response = await easywechat().withFile(file, 'media').post('wxa/img_sec_check')
  assert.equal(response.toObject().errcode, 0, JSON.stringify(response.toObject()))
})

test('node-easywechat is told of a picture that nobody can read', async () => {
  const file = join(directory, 'broken.png')
  await writeFile(file, PICTURE.subarray(0, 60))
  const response = await easywechat().withFile(file, 'media').post('wxa/img_sec_check')
  assert.equal(response.toObject().errcode, 87014)
})

test('node-easywechat asks for a picture to be checked, and opens the sealed result', async () => {
  host.serve('/a.png', PICTURE)
  const asked = await easywechat().postJson('wxa/media_check_async', {
    ...{ media_url: host.at('/a.png'), media_type: 2, version: 2, scene: 1, openid: OPENID },
  })
  const { errcode, trace_id } = asked.toObject()
  assert.equal(errcode, 0, JSON.stringify(asked.toObject()))
  const event = await heardOf(trace_id)
  assert.equal(event.Event, 'wxa_media_check')
  assert.equal(event.result.suggest, 'pass', JSON.stringify(event))
})

test('node-easywechat hears that a file could not be fetched', async () => {
  const asked = await easywechat().postJson('wxa/media_check_async', {
    ...{ media_url: host.at('/none.mp3'), media_type: 1, version: 2, scene: 1, openid: OPENID },
  })
  const event = await heardOf(asked.toObject().trace_id)
  assert.equal(Number(event.errcode), -1008)
})

test('node-easywechat asks how risky a user is', async () => {
  const asked = await easywechat().postJson('wxa/getuserriskrank', {
    ...{ appid, openid: OPENID, scene: 0, client_ip: '192.0.2.1' },
  })
  assert.equal(asked.toObject().risk_rank, 0)
})

function coWechat() {
  const WechatApi = require('co-wechat-api')
  const api = new WechatApi(appid, secret)
  api.prefix = `${server.url}/cgi-bin/`
  api.wxaPrefix = `${server.url}/wxa/`
  return {
    async ask(path: string, options: object) {
      const { accessToken } = await api.ensureAccessToken()
      return api.request(`${api.wxaPrefix}${path}?access_token=${accessToken}`, {
        method: 'POST',
        ...options,
      })
    },
  }
}

const json = (body: object) => ({
  data: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})

test('co-wechat-api sends a picture and is told', async () => {
  const form = new Response(
    (() => {
      const fields = new FormData()
      fields.set('media', new Blob([new Uint8Array(PICTURE)], { type: 'image/png' }), 'a.png')
      return fields
    })(),
  )
  const headers = { 'content-type': form.headers.get('content-type') }
  const data = Buffer.from(await form.arrayBuffer())
  assert.equal((await coWechat().ask('img_sec_check', { data, headers })).errcode, 0)
})

test('co-wechat-api asks for media in both shapes, and its backend hears of them', async () => {
  host.serve(
    '/b.png',
    smallPicture(300, 200, (x, y) => [x % 256, y % 256, 90]),
  )
  const media = { media_url: host.at('/b.png'), media_type: 2 }
  const second = await coWechat().ask(
    'media_check_async',
    json({ ...media, version: 2, scene: 2, openid: OPENID }),
  )
  assert.equal((await heardOf(second.trace_id)).appid, appid)
  const first = await coWechat().ask('media_check_async', json(media))
  assert.equal(String((await heardOf(first.trace_id)).status_code), '0')
})

test('co-wechat-api throws a refusal with its number', async () => {
  const asked = { media_url: host.at('/b.png'), media_type: 9 }
  await assert.rejects(coWechat().ask('media_check_async', json(asked)), { code: 40004 })
})

test('co-wechat-api asks how risky a user is', async () => {
  const asked = { appid, openid: OPENID, scene: 2, client_ip: '192.0.2.1' }
  assert.equal((await coWechat().ask('getuserriskrank', json(asked))).risk_rank, 0)
})
