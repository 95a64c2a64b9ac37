import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import type { WechatCallback } from '@fangxing/storage'
import { deliverDue } from '../src/delivery/deliver.ts'
import { originalIdOf } from '../src/wechat/push/message.ts'
import type { Json } from './instance.ts'
import { appWith, enqueue, found, openPostOffice, type PostOffice, START } from './post-office.ts'

// A mini-program's own backend as its developers write it: node-easywechat reads what we push.
const require = createRequire(import.meta.url)
const { MiniApp, ServerRequest } = require('node-easywechat')

const AES_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'

let office: PostOffice
let url = ''
let appid = ''
const heard: Json[] = []

const backend = createServer((request, response) => {
  takePush(request, response).catch((error) => response.writeHead(500).end(String(error)))
})

async function takePush(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const app = new MiniApp({ app_id: appid, secret: 's', token: 'AAAAA', aes_key: AES_KEY })
  app.setRequest(await ServerRequest.createFromIncomingMessage(request))
  const server = app.getServer()
  server.addEventListener('weapp_audit_fail', async (message: Json, next: Json) => {
    heard.push({ ...message.attributes })
    return next(message)
  })
  const answer = await server.serve()
  response.writeHead(answer.getStatusCode()).end(answer.getBody().toString())
}

before(async () => {
  office = await openPostOffice()
  backend.listen(0, '127.0.0.1')
  await once(backend, 'listening')
  url = `http://127.0.0.1:${(backend.address() as AddressInfo).port}/push`
  appid = await appWith(office, {})
})
after(async () => {
  backend.close()
  backend.closeAllConnections()
  await office.close()
})

async function setPush(more: Partial<WechatCallback>): Promise<void> {
  const wechat: WechatCallback = {
    ...{ url, token: 'AAAAA', encodingAesKey: AES_KEY, mode: 'safe', format: 'xml' },
    originalId: originalIdOf(appid),
    ...more,
  }
  await office.storage.callbacks.set(appid, { webhook: null, mail: null, wechat }, START)
}

const PUSH = {
  channel: 'wechat',
  kind: 'weapp_audit_fail',
  body: {
    event: 'weapp_audit_fail',
    at: START,
    fields: { Reason: '1. 首页&lt;打不开&gt;<br>2. 补类目', FailTime: 7, ScreenShot: '' },
  },
} as const

// The library reads what was sealed as XML only; sealed JSON is opened in compose-push.test.ts.
const TAKEN: readonly [WechatCallback['mode'], WechatCallback['format']][] = [
  ['plain', 'xml'],
  ['plain', 'json'],
  ['compatible', 'xml'],
  ['safe', 'xml'],
]

for (const [mode, format] of TAKEN) {
  test(`node-easywechat takes a ${mode} push in ${format}`, async () => {
    await setPush({ mode, format })
    heard.length = 0
    const id = await enqueue(office, appid, PUSH)
    await deliverDue(office)
    const { deliveredAt, lastTrouble } = await found(office, id)
    assert.equal(deliveredAt, START, JSON.stringify(lastTrouble))
    assert.equal(heard.length, 1)
    assert.equal(heard[0].Reason, PUSH.body.fields.Reason)
    assert.equal(heard[0].ToUserName, originalIdOf(appid))
  })
}

test('a push sealed with another key than the receiver has is not taken', async () => {
  await setPush({ encodingAesKey: 'B'.repeat(43) })
  const id = await enqueue(office, appid, PUSH)
  await deliverDue(office)
  assert.equal((await found(office, id)).lastTrouble?.code, 'ANSWERED')
})

test('node-easywechat echoes when the address is tested', async () => {
  await setPush({})
  const id = await enqueue(office, appid, { channel: 'wechat', kind: 'test' })
  await deliverDue(office)
  assert.equal((await found(office, id)).deliveredAt, START)
})
