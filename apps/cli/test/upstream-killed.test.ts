import assert from 'node:assert/strict'
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { composePush } from '../../server/src/wechat/push/compose-push.ts'
import { castParts, type Parts } from '../src/rehearse/cast.ts'
import { openApi } from '../src/remote/api.ts'
import { signInAsApp, signInAsPerson } from '../src/remote/sign-in.ts'
import { spawnCli } from './run-cli.ts'

const TOKEN = 'theirToken'
const mediaCheck = z.object({
  settledAt: z.number().nullable(),
  answer: z.object({ suggest: z.string() }).nullable(),
  upstream: z.object({ state: z.string(), traceId: z.string().nullable() }).nullable(),
})

let data = ''
let child: ChildProcess
let url = ''
let parts: Parts
let asked = 0
/** Stands for WeChat, for the host of the sounds, and for the app's own server. */
const told: { readonly trace_id: string; readonly result: unknown }[] = []
const world = createServer(async (request, response) => {
  const body = await text(request)
  const { pathname } = new URL(request.url ?? '', 'http://world')
  if (pathname === '/told') told.push(JSON.parse(body))
  if (pathname === '/wxa/media_check_async') asked += 1
  const answers: Readonly<Record<string, unknown>> = {
    '/told': 'success',
    '/cgi-bin/stable_token': JSON.stringify({ access_token: 't', expires_in: 7200 }),
    '/wxa/media_check_async': JSON.stringify({ errcode: 0, trace_id: `their-${asked}` }),
  }
  response.end(answers[pathname] ?? tone(Number(pathname.slice(1))))
})

before(async () => {
  world.listen(0, '127.0.0.1')
  await once(world, 'listening')
  data = await mkdtemp(join(tmpdir(), 'fangxing-upstream-killed-'))
  const firstRunLink = await start(/http:\S+first-run\S+/)
  parts = await castParts({ url, firstRunLink }, 'zh', {
    appName: '声音',
    subject: { kind: 'enterprise', overseas: false, region: 'CN-GD' },
    categories: [{ first: '社交', second: '笔记' }],
  })
  const wechat = { url: `${base()}/told`, mode: 'plain', format: 'json' }
  const secrets = { token: 'AAAAA', encodingAesKey: 'A'.repeat(43) }
  await put('callbacks', { webhook: null, mail: null, wechat: { ...wechat, ...secrets } })
  const checker = { kind: 'wechat', baseUrl: base(), appid: 'wxtheirs', secret: 'theirs' }
  const merging = { merge: 'strictest', whenDown: 'fail-closed', timeoutMs: 10_000 }
  await put('upstream', { ...checker, ...merging, push: { mode: 'plain', token: TOKEN } })
})
after(async () => {
  child.kill('SIGTERM')
  await once(child, 'exit')
  world.close()
  world.closeAllConnections()
  await rm(data, { recursive: true, force: true })
})

const base = () => `http://127.0.0.1:${(world.address() as AddressInfo).port}`

/** A second of a tone, another one for each number: nobody here can hear words in it. */
function tone(nth: number): Buffer {
  const samples = Int16Array.from({ length: 8000 + nth }, (_, at) => 8000 * Math.sin(at / 5))
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + samples.byteLength, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt32LE(0x0001_0001, 20)
  header.writeUInt32LE(8000, 24)
  header.writeUInt32LE(16_000, 28)
  header.writeUInt32LE(0x0010_0002, 32)
  header.write('data', 36)
  header.writeUInt32LE(samples.byteLength, 40)
  return Buffer.concat([header, Buffer.from(samples.buffer)])
}

/** Answers the address that it prints in this form. */
async function start(form: RegExp): Promise<string> {
  const env = { FANGXING_ALLOWED_NETWORKS: '127.0.0.1' }
  child = spawnCli(['serve', '--port', '0', '--data', data], { env })
  child.stderr?.resume()
  assert(child.stdout !== null)
  for await (const line of createInterface({ input: child.stdout })) {
    const [link] = form.exec(line) ?? []
    if (link === undefined) continue
    child.stdout.resume()
    url = new URL(link).origin
    return link
  }
  return assert.fail('the server ended')
}

async function killAndStart(): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
  await start(/http:\/\/127\S+/)
}

async function put(what: string, body: unknown): Promise<void> {
  const headers = await signInAsPerson(parts.boss, 'zh')(url)
  const answer = await fetch(`${url}/v1/apps/${parts.app.appid}/${what}`, {
    method: 'PUT',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  assert.equal(answer.status, 200, await answer.text())
}

let sounds = 0

async function handIn(): Promise<string> {
  sounds += 1
  const { authorization } = await signInAsApp(parts.app, 'zh')(url)
  const token = authorization?.replace('Bearer ', '')
  const body = { version: 2, scene: 2, openid: 'o-1', media_type: 1 }
  const answer = await fetch(`${url}/wxa/media_check_async?access_token=${token}`, {
    method: 'POST',
    body: JSON.stringify({ ...body, media_url: `${base()}/${sounds}` }),
  })
  return z.object({ trace_id: z.string() }).parse(await answer.json()).trace_id
}

async function until<Value>(find: () => Promise<Value | undefined> | Value | undefined) {
  const deadline = Date.now() + 120_000
  for (;;) {
    const found = await find()
    if (found !== undefined) return found
    assert(Date.now() < deadline, 'it did not come')
    await wait(50)
  }
}

/** The trace id there, once the question was taken. */
function waiting(id: string): Promise<string> {
  return until(async () => {
    const api = openApi(url, 'zh', signInAsApp(parts.app, 'zh'))
    const { upstream } = await api.get(`/v1/media-checks/${id}`, mediaCheck)
    return upstream?.state === 'waiting' ? (upstream.traceId ?? undefined) : undefined
  })
}

async function push(traceId: string): Promise<void> {
  const target = `${url}/upstream/${parts.app.appid}/push`
  const secrets = { token: TOKEN, encodingAesKey: '', originalId: 'gh_1' }
  const result = { suggest: 'risky', label: 20002 }
  const fields = { appid: 'wxtheirs', trace_id: traceId, version: 2, errcode: 0, result }
  const made = composePush(
    { event: 'wxa_media_check', at: Date.now(), fields },
    { url: target, mode: 'plain', format: 'xml', ...secrets },
    'wxtheirs',
    { now: Date.now(), random: randomBytes(24) },
  )
  const headers = { 'content-type': made.contentType }
  const answer = await fetch(made.url, { method: 'POST', headers, body: made.body })
  assert.equal(await answer.text(), 'success')
}

const toldOf = (id: string) => until(() => told.find(({ trace_id }) => trace_id === id))

test('a sound that waits for WeChat goes on waiting after kill -9, and is told once', async () => {
  const id = await handIn()
  const traceId = await waiting(id)
  await killAndStart()
  assert.equal(await waiting(id), traceId)
  await push(traceId)
  assert.deepEqual((await toldOf(id)).result, { suggest: 'risky', label: 20002 })
})
