/** Published clients, unmodified, against a listening server: only their base URL is changed. */

import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type RunningServer, startServer } from '@fangxing/server'

const require = createRequire(import.meta.url)

const RISKY = '特3456书yuuo莞6543李zxcz蒜7782法fgnv级'
const CHECK = { version: 2, scene: 2, openid: 'oAbc123' }

let directory: string
let server: RunningServer
let appid: string
let secret: string

before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fangxing-clients-'))
  server = await startServer({
    dataDirectory: directory,
    port: 0,
    host: '127.0.0.1',
    simulatedClock: false,
    log: () => {},
  })
  const subject = { kind: 'enterprise', overseas: false, region: 'CN-GD' } as const
  const draft = { name: '园艺', subject, categories: [] }
  const made = await server.ports.storage.apps.create(draft, Date.now())
  appid = made.app.appid
  secret = made.secret
})
after(async () => {
  await server.close()
  await rm(directory, { recursive: true, force: true })
})

for (const isStable of [false, true]) {
  test(`node-easywechat gets a ${isStable ? 'stable' : 'plain'} token and checks a text`, async () => {
    const { MiniApp } = require('node-easywechat')
    const app = new MiniApp({
      app_id: appid,
      secret,
      use_stable_access_token: isStable,
      http: { baseURL: `${server.url}/` },
      file_cache: { path: directory },
    })
    const client = app.getClient()
    for (const [content, suggest] of [
      ['今天天气不错', 'pass'],
      [RISKY, 'risky'],
    ]) {
      const response = await client.postJson('wxa/msg_sec_check', { ...CHECK, content })
      const body = response.toObject()
      assert.equal(body.errcode, 0, JSON.stringify(body))
      assert.equal(body.result.suggest, suggest)
    }
    const first = await client.postJson('wxa/msg_sec_check', { content: RISKY })
    assert.equal(first.toObject().errcode, 87014)
  })
}

test('co-wechat-api gets a token, checks a text, and renews a token that was replaced', async () => {
  const WechatApi = require('co-wechat-api')
  const api = new WechatApi(appid, secret)
  api.prefix = `${server.url}/cgi-bin/`
  api.wxaPrefix = `${server.url}/wxa/`
  const check = async (content: string) => {
    const { accessToken } = await api.ensureAccessToken()
    return api.request(`${api.wxaPrefix}msg_sec_check?access_token=${accessToken}`, {
      method: 'POST',
      data: JSON.stringify({ ...CHECK, content }),
      headers: { 'content-type': 'application/json' },
    })
  }
  assert.equal((await check('今天天气不错')).result.suggest, 'pass')
  assert.equal((await check(RISKY)).result.suggest, 'risky')

  // Another program of the same app asks for a token: the client's own is no longer the latest.
  const other = new URLSearchParams({ grant_type: 'client_credential', appid, secret })
  await fetch(`${server.url}/cgi-bin/token?${other}`)
  assert.equal((await check('今天天气不错')).result.suggest, 'pass')
})

test('co-wechat-api stops at a wrong secret instead of asking for ever', async () => {
  const WechatApi = require('co-wechat-api')
  const api = new WechatApi(appid, '0'.repeat(32))
  api.prefix = `${server.url}/cgi-bin/`
  await assert.rejects(api.ensureAccessToken(), { name: 'WeChatAPIError', code: 40125 })
})

test('a started server says where the first operator is made', async () => {
  assert.match(
    server.firstRunLink ?? '',
    /^http:\/\/127\.0\.0\.1:\d+\/first-run\?token=[\w-]{40,}$/,
  )
  const health = await fetch(`${server.url}/v1/health`)
  assert.deepEqual(await health.json(), { ok: true, server: 'fangxing' })
})

test('a second server on the same port is refused by name, and leaves the first alone', async () => {
  const otherDirectory = await mkdtemp(join(tmpdir(), 'fangxing-second-'))
  const port = Number(new URL(server.url).port)
  const options = { host: '127.0.0.1', simulatedClock: false, log: () => {} } as const
  await assert.rejects(startServer({ ...options, dataDirectory: otherDirectory, port }), {
    code: 'PORT_IN_USE',
  })
  await assert.rejects(startServer({ ...options, dataDirectory: directory, port: 0 }), {
    code: 'STORAGE_LOCKED',
  })
  assert.equal((await fetch(`${server.url}/v1/health`)).status, 200)
  await rm(otherDirectory, { recursive: true, force: true })
})
