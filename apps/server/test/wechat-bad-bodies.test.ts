/** What no client should send to the checks, and slow senders: each has its answer, and none stays. */

import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import { buildApp } from '../src/build-app.ts'
import { type Instance, makeProgram, type Program, send, startInstance } from './instance.ts'
import { openStudio } from './media-studio.ts'

const MIB = 1024 * 1024
const TEXT = { version: 2, scene: 2, openid: 'oAbc', content: '今天天气不错' }
const MEDIA = {
  version: 2,
  scene: 2,
  openid: 'oAbc',
  media_type: 2,
  media_url: 'http://10.0.0.1/a',
}

let instance: Instance
let program: Program

before(async () => {
  instance = await startInstance(undefined, openStudio())
  program = await makeProgram(instance)
})
after(() => instance.close())

const CALLS: [path: string, body: Record<string, unknown>][] = [
  ['/wxa/msg_sec_check', TEXT],
  ['/wxa/media_check_async', MEDIA],
]

function ask(path: string, payload: string | Buffer, type = 'application/json') {
  return send(instance.app, {
    method: 'POST',
    url: `${path}?access_token=${program.token}`,
    headers: { 'content-type': type },
    payload,
  })
}

for (const [path, body] of CALLS) {
  const written = JSON.stringify(body)
  const rows: [name: string, payload: string | Buffer, errcode: number][] = [
    ['10 MB of text', JSON.stringify({ ...body, content: 'x'.repeat(10 * MIB) }), 45002],
    ['of a key that comes twice the last', `{"version":1,"scene":9,${written.slice(1)}`, 0],
    [
      'null everywhere',
      JSON.stringify(Object.fromEntries(Object.keys(body).map((key) => [key, null]))),
      47001,
    ],
    ['GBK', Buffer.from([0x7b, 0x22, 0xc4, 0xe3, 0x22, 0x3a, 0x31, 0x7d]), 47001],
    ['UTF-16', Buffer.from(written, 'utf16le'), 47001],
    ['UTF-8 with a mark in front', Buffer.from(`\ufeff${written}`), 0],
    ['JSON that breaks off', written.slice(0, -3), 47001],
    ['JSON and more behind it', `${written}x`, 47001],
    ['a deep nest', `{"a":${'['.repeat(100_000)}`, 47001],
    [
      'an extra field of every kind',
      JSON.stringify({ ...body, a: [], b: {}, c: null, d: true }),
      0,
    ],
  ]
  for (const [name, payload, errcode] of rows) {
    test(`${path}: ${name} is answered with ${errcode}`, async () => {
      const { status, body: answer } = await ask(path, payload)
      assert.deepEqual([status, answer.errcode], [200, errcode], JSON.stringify(answer))
    })
  }

  test(`${path}: what is no media type is read as JSON`, async () => {
    for (const type of [
      '',
      'json',
      'utf-8',
      '; charset=utf-8',
      'application/json,application/json',
      'text/json;charset',
    ]) {
      const { errcode } = (await ask(path, written, type)).body
      // 87020: read, and asked for more than three times.
      assert.ok(errcode === 0 || errcode === 87020, `${type}: ${errcode}`)
    }
  })

  test(`${path}: forms are no JSON, whatever is in them`, async () => {
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const { status, body: answer } = await ask(path, 'a=b', type)
      assert.equal(status, 200)
      assert.ok(answer.errcode !== 0, type)
    }
  })
}

test('a text of lone surrogates is looked at and kept as it came', async () => {
  const content = '\udc00代开发票\ud800'
  const { body } = await ask('/wxa/msg_sec_check', JSON.stringify({ ...TEXT, content }))
  assert.equal(body.result.suggest, 'risky')
  const kept = await instance.storage.checks.find(body.trace_id)
  assert.equal(kept?.texts?.[0]?.text, content)
})

test('a body that trickles in is cut off, and others are answered meanwhile', async () => {
  const head = `POST /wxa/msg_sec_check?access_token=${program.token} HTTP/1.1\r\nhost: a\r\n`
  const said = await trickle(`${head}content-length: 500\r\n\r\n{`, ' ')
  assert.match(said, TIMED_OUT)
})

test('headers that trickle in are cut off too', async () => {
  const said = await trickle('POST /wxa/msg_sec_check HTTP/1.1\r\n', 'a: b\r\n')
  assert.match(said, TIMED_OUT)
})

/** Nothing: what comes in while a socket is being closed resets it, and takes the answer along. */
const TIMED_OUT = /^(?:HTTP\/1\.1 408 |$)/

/** Drips until the server ends it; another is answered meanwhile. What was said at the end. */
async function trickle(start: string, drop: string): Promise<string> {
  const app = await buildApp(instance.ports, { requestTimeoutMs: 300 })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  const said: Buffer[] = []
  socket.on('data', (chunk) => said.push(chunk))
  socket.on('error', () => {})
  const { promise: closed, resolve } = Promise.withResolvers<void>()
  socket.once('close', () => resolve())
  socket.write(start)
  const drip = setInterval(() => socket.write(drop), 20)
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/v1/health`)
    assert.equal(answer.status, 200)
    await closed
  } finally {
    clearInterval(drip)
    socket.destroy()
    await app.close()
  }
  return Buffer.concat(said).toString()
}
