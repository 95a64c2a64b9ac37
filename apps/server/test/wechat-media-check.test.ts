import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import type { WechatCallback } from '@fangxing/storage'
import { decrypt } from '@wecom/crypto'
import { deliverDue } from '../src/delivery/deliver.ts'
import { RENEWED_EVERY_MS } from '../src/media-checks/answer-media-check.ts'
import { sweepMediaChecks } from '../src/media-checks/sweep-media-checks.ts'
import {
  askerWith,
  type Instance,
  type Json,
  makeProgram,
  type Program,
  signIn,
  startInstance,
} from './instance.ts'
import {
  drawn,
  type MediaHost,
  openStudio,
  type Scenery,
  type Studio,
  startMediaHost,
} from './media-studio.ts'
import { type Received, type Receiver, startReceiver } from './receiver.ts'
import { until } from './until.ts'

const require = createRequire(import.meta.url)
const { parseXml } = require('node-easywechat/dist/Core/Support/Utils.js')

const PATH = '/wxa/media_check_async'
const V2 = { version: 2, scene: 2, openid: 'oAbc-123', media_type: 2 }
const AES_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'

let instance: Instance
let studio: Studio
let host: MediaHost
let receiver: Receiver

before(async () => {
  studio = openStudio()
  host = await startMediaHost()
  receiver = await startReceiver()
  instance = await startInstance(undefined, studio)
})
after(async () => {
  await instance.close()
  host.close()
  await receiver.close()
})

let programs = 0

/** An app that is told in this way. */
async function programWith(
  mode: WechatCallback['mode'] = 'plain',
  format: WechatCallback['format'] = 'json',
): Promise<Program> {
  const program = await makeProgram(instance)
  programs += 1
  const url = `${receiver.url}/${programs}`
  const wechat = { url, token: 'AAAAA', encodingAesKey: AES_KEY, mode, format, originalId: 'gh_1' }
  const callbacks = { webhook: null, wechat, mail: null }
  await instance.storage.callbacks.set(program.appid, callbacks, instance.wallClock.now())
  return program
}

/** The push about a trace id, opened. */
async function pushOf(
  { appid }: Program,
  traceId: string,
): Promise<{ event: Json; push: Received }> {
  return until(async () => {
    // The sender that runs beside asks only once a second.
    await deliverDue(instance.ports)
    for (const push of receiver.received) {
      const event = await open(push.body, appid)
      if (String(event.trace_id) === traceId) return { event, push }
    }
    return undefined
  })
}

async function open(body: string, appid: string): Promise<Json> {
  const read = async (text: string) =>
    text.startsWith('<') ? await parseXml(text) : JSON.parse(text)
  const outer = await read(body)
  if (outer.trace_id !== undefined || outer.Encrypt === undefined) return outer
  const { message, id } = decrypt(AES_KEY, outer.Encrypt)
  return id === appid ? read(message) : {}
}

let files = 0

function serve(kind: Parameters<typeof drawn>[0], scenery: Scenery = {}): string {
  files += 1
  host.serve(`/${files}`, drawn(kind, scenery))
  return host.at(`/${files}`)
}

const results: [name: string, kind: 'png' | 'mp3' | 'mp4', scenery: Scenery, expected: object][] = [
  ['a clean picture', 'png', { words: '' }, { suggest: 'pass', label: 100 }],
  ['a picture with a word', 'png', { words: '代开发票' }, { suggest: 'risky', label: 21000 }],
  ['a picture with a score', 'png', { words: '', porn: 0.9 }, { suggest: 'review', label: 20002 }],
  ['a picture that nobody could read', 'png', {}, { suggest: 'review', label: 21000 }],
  ['clean speech', 'mp3', { words: '今天天气不错' }, { suggest: 'pass', label: 100 }],
  ['speech with a word', 'mp3', { words: '出售银行卡' }, { suggest: 'risky', label: 21000 }],
  ['speech that nobody wrote down', 'mp3', {}, { suggest: 'review', label: 21000 }],
  ['a film', 'mp4', { words: '今天天气不错' }, { suggest: 'pass', label: 100 }],
]
const TYPES = { mp3: 1, png: 2, mp4: 3 } as const

for (const [name, kind, scenery, expected] of results) {
  test(`${name} is told by push: ${JSON.stringify(expected)}`, async () => {
    const program = await programWith()
    const media_url = serve(kind, scenery)
    const answer = await program.call(PATH, { ...V2, media_url, media_type: TYPES[kind] })
    assert.equal(answer.errcode, 0, JSON.stringify(answer))
    assert.match(answer.trace_id, /^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/)
    const { event } = await pushOf(program, answer.trace_id)
    assert.deepEqual(event.result, expected)
    const { detail, FromUserName, ToUserName, CreateTime, ...rest } = event
    assert.deepEqual(
      { ...detail[0], prob: typeof detail[0].prob },
      { strategy: 'content_model', errcode: 0, ...expected, prob: 'number' },
    )
    assert.deepEqual(rest, {
      ...{ MsgType: 'event', Event: 'wxa_media_check', appid: program.appid },
      ...{ trace_id: answer.trace_id, version: 2, errcode: 0, errmsg: 'ok', result: expected },
    })
    const record = await instance.storage.checks.find(answer.trace_id)
    assert.equal(record?.suggest, event.result.suggest)
    assert.equal(record?.writer, V2.openid)
  })
}

for (const mode of ['plain', 'compatible', 'safe'] as const) {
  for (const format of ['json', 'xml'] as const) {
    test(`a result comes ${mode} in ${format}`, async () => {
      const program = await programWith(mode, format)
      const body = { ...V2, media_url: serve('png', { words: '代开发票' }) }
      const { trace_id } = await program.call(PATH, body)
      const { event, push } = await pushOf(program, trace_id)
      assert.equal(event.result.suggest, 'risky')
      assert.equal(String(event.version), '2')
      assert.equal(push.body.startsWith('<xml>'), format === 'xml')
      assert.equal(push.url.searchParams.has('msg_signature'), mode !== 'plain')
    })
  }
}

test('the first shape has a trace id without dashes and its own event', async () => {
  const program = await programWith()
  const of = async (scenery: Scenery) => {
    const body = { media_url: serve('png', scenery), media_type: 2 }
    const { trace_id } = await program.call(PATH, body)
    assert.match(trace_id, /^[0-9a-f]{32}$/)
    return (await pushOf(program, trace_id)).event
  }
  const { isrisky, status_code, extra_info_json, version } = await of({ words: '' })
  assert.deepEqual([isrisky, status_code, extra_info_json, version], [0, 0, '', undefined])
  assert.equal((await of({ words: '代开发票' })).isrisky, 1)
  assert.equal((await of({})).isrisky, 1)
})

const failures: [name: string, how: Parameters<MediaHost['serve']>[1], errcode: number][] = [
  ['a file that is not there', (_, response) => response.writeHead(404).end(), -1008],
  [
    'a file that is somewhere else, inside',
    (_, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
    -1008,
  ],
  [
    'a file that leads to itself',
    (request, response) => response.writeHead(302, { location: request.url }).end(),
    -1008,
  ],
  ['a picture that is a page', Buffer.from('<!doctype html>'), -1009],
  ['a picture that is a sound', drawn('mp3'), -1009],
]

for (const [name, how, errcode] of failures) {
  test(`${name} is told as ${errcode}, in both shapes`, async () => {
    const program = await programWith()
    files += 1
    host.serve(`/${files}`, how)
    const media_url = host.at(`/${files}`)
    const second = await program.call(PATH, { ...V2, media_url })
    const { event } = await pushOf(program, second.trace_id)
    assert.deepEqual([event.errcode, event.detail, event.result], [errcode, [], undefined])

    const first = await program.call(PATH, { media_url, media_type: 2 })
    const { event: older } = await pushOf(program, first.trace_id)
    assert.equal(older.status_code, 4_294_967_296 + errcode)
  })
}

test('an address inside is refused, and not told by name', async () => {
  const program = await programWith()
  const { trace_id } = await program.call(PATH, { ...V2, media_url: 'http://127.0.0.2:1/a.png' })
  const { event } = await pushOf(program, trace_id)
  assert.deepEqual([event.errcode, event.errmsg], [-1008, 'address refused host=127.0.0.2'])
})

test('the extension comes with the event', async () => {
  const program = await programWith()
  const body = { ...V2, media_url: serve('mp3', { words: '代开发票' }), media_type: 1 }
  const { trace_id } = await program.call(PATH, { ...body, fangxing: true })
  const { fangxing } = (await pushOf(program, trace_id)).event
  assert.deepEqual([fangxing.label, fangxing.hits[0].from, fangxing.hits[0].to], [20008, 1, 2])
  assert.match(fangxing.edition, /studio-1\.pictures-/)
})

test('results of one second have senders of their own, and the same when sent again', async () => {
  const program = await programWith()
  const ask = async () => {
    const { trace_id } = await program.call(PATH, { ...V2, media_url: serve('png', { words: '' }) })
    return pushOf(program, trace_id)
  }
  const [one, other] = [await ask(), await ask()]
  assert.notEqual(one.event.FromUserName, other.event.FromUserName)
  const { items } = await instance.storage.deliveries.list(program.appid)
  const again = items.at(-1)
  const count = receiver.received.length
  await instance.storage.deliveries.redrive(again?.id ?? '', instance.wallClock.now())
  const repeated = await until(() => receiver.received[count])
  assert.equal(JSON.parse(repeated.body).FromUserName, one.event.FromUserName)
})

test('a receiver that fails gets three attempts and a dead letter', async () => {
  const program = await programWith()
  receiver.answer((response) => response.writeHead(500).end())
  const { trace_id } = await program.call(PATH, { ...V2, media_url: serve('png', { words: '' }) })
  await pushOf(program, trace_id)
  const delivery = async () => (await instance.storage.deliveries.list(program.appid)).items[0]
  for (const tries of [1, 2]) {
    await until(async () => {
      await deliverDue(instance.ports)
      const found = await delivery()
      return found?.tries === tries && !found.isInFlight ? true : undefined
    })
    instance.wallClock.advance(6000)
  }
  const dead = await until(async () => {
    await deliverDue(instance.ports)
    const found = await delivery()
    return found?.deadAt === null ? undefined : found
  })
  receiver.answer((response) => response.end('success'))
  assert.equal(dead.tries, 3)
  assert.equal((await program.call('/wxa/nothing', {})).errcode, 40066)
})

test('what waits is seen, and told as failed before half an hour is over', async () => {
  const program = await programWith()
  files += 1
  const path = `/${files}`
  const held = Promise.withResolvers<void>()
  host.serve(path, (request, response) => {
    held.promise.then(() => response.end(drawn('png', { words: '' })))
    once(request, 'close').catch(() => {})
  })
  const asked = await program.call(PATH, { ...V2, media_url: host.at(path) })
  const bearer = askerWith(instance.app, { authorization: `Bearer ${program.token}` })
  const waiting = await bearer.get(`/v1/media-checks/${asked.trace_id}`)
  assert.deepEqual([waiting.body.settledAt, waiting.body.answer], [null, null])

  for (const nth of [2, 3]) {
    const { errcode } = await program.call(PATH, { ...V2, media_url: host.at(path) })
    assert.equal(errcode, 0, String(nth))
  }
  assert.equal((await program.call(PATH, { ...V2, media_url: host.at(path) })).errcode, 87020)

  instance.wallClock.advance(25 * 60_000)
  await sweepMediaChecks(instance.ports)
  const { event } = await pushOf(program, asked.trace_id)
  assert.equal(event.errcode, -1)
  assert.ok(event.CreateTime * 1000 - waiting.body.createdAt < 30 * 60_000)
  const failed = await bearer.get(`/v1/media-checks/${asked.trace_id}`)
  assert.equal(failed.body.trouble.code, 'TOO_LATE')

  // The file comes after all: nothing is told twice.
  held.resolve()
  await until(async () => {
    const record = await instance.storage.checks.find(asked.trace_id)
    return record === null ? undefined : record
  })
  const pushes = await Promise.all(receiver.received.map(({ body }) => open(body, program.appid)))
  assert.equal(pushes.filter(({ trace_id }) => trace_id === asked.trace_id).length, 1)
})

test('hosts that hang hold up the app that named them, and no other', async () => {
  const [stuck, well] = [await programWith(), await programWith()]
  const held: (() => void)[] = []
  for (let nth = 0; nth < 6; nth += 1) {
    host.serve(`/hangs/${nth}`, (_request, response) => {
      held.push(() => response.writeHead(404).end())
    })
    await stuck.call(PATH, { ...V2, media_url: host.at(`/hangs/${nth}`) })
  }
  await until(async () => (held.length === 4 ? held : undefined))
  const asked = await well.call(PATH, { ...V2, media_url: serve('png', { words: '' }) })
  const { event } = await pushOf(well, asked.trace_id)
  assert.equal(event.errcode, 0)
  assert.equal(held.length, 4)
  await until(async () => {
    for (const end of held.splice(0)) end()
    const { items } = await instance.storage.mediaChecks.list({ appid: stuck.appid })
    return items.every(({ settledAt }) => settledAt !== null) || undefined
  })
})

test('a check that somebody is at is handed to nobody else, however long it takes', async (context) => {
  // Watched, not replaced: what others began before must still end by clearInterval.
  const setInterval = context.mock.method(globalThis, 'setInterval')
  const { mediaChecks } = instance.storage
  const renew = context.mock.method(mediaChecks, 'renew')
  const program = await programWith()
  const [fetching, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  host.serve('/slow', async (_request, response) => {
    fetching.resolve()
    await held.promise
    response.end(drawn('png', { words: '' }))
  })
  const { trace_id } = await program.call(PATH, { ...V2, media_url: host.at('/slow') })
  await fetching.promise
  instance.wallClock.advance(10 * 60_000)
  const isRenewing = ([, everyMs]: unknown[]) => everyMs === RENEWED_EVERY_MS
  const renewing = setInterval.mock.calls.find((call) => isRenewing(call.arguments))
  renewing?.arguments[0]()
  await renew.mock.calls[0]?.result
  const recalled = await mediaChecks.recall(instance.wallClock.now() - 60_000)
  held.resolve()
  assert.equal(recalled, 0)
  await pushOf(program, trace_id)
})

test('other apps do not see it', async () => {
  const [one, other] = [await programWith(), await programWith()]
  const { trace_id } = await one.call(PATH, { ...V2, media_url: serve('png', { words: '' }) })
  const bearer = askerWith(instance.app, { authorization: `Bearer ${other.token}` })
  assert.equal((await bearer.get(`/v1/media-checks/${trace_id}`)).status, 404)
  assert.deepEqual((await bearer.get('/v1/media-checks')).body.items, [])
  const reviewer = await signIn(instance, ['reviewer'])
  assert.equal((await reviewer.get(`/v1/media-checks/${trace_id}`)).status, 200)
})

const refused: [name: string, body: object, errcode: number][] = [
  ['no address', { media_url: undefined }, 47001],
  ['an address that is none', { media_url: 'a.png' }, 47001],
  ['a file of the machine', { media_url: 'file:///etc/passwd' }, 47001],
  ['a name and password in it', { media_url: 'http://a:b@example.com/' }, 47001],
  ['an address as a list', { media_url: ['http://example.com/'] }, 47001],
  ['media_type 0', { media_type: 0 }, 40004],
  ['media_type 4', { media_type: 4 }, 40004],
  ['media_type as a word', { media_type: 'picture' }, 40004],
  ['no media_type', { media_type: null }, 40004],
  ['no openid', { openid: '' }, 40003],
  ['an openid with a blank', { openid: 'o a' }, 40003],
  ['no scene', { scene: undefined }, 40129],
  ['scene 5', { scene: 5 }, 40129],
]

for (const [name, more, errcode] of refused) {
  test(`${name} is answered with ${errcode}`, async () => {
    const program = await makeProgram(instance)
    const body = { ...V2, media_url: 'https://example.com/a.png', ...more }
    assert.equal((await program.call(PATH, body)).errcode, errcode)
  })
}

test('no body is 44002, GET is 43002, no JSON is 47001', async () => {
  const program = await makeProgram(instance)
  assert.equal((await program.call(PATH, '')).errcode, 44002)
  assert.equal((await program.call(PATH, undefined, 'GET')).errcode, 43002)
  assert.equal((await program.call(PATH, '{')).errcode, 47001)
})

test('numbers may be written as texts', async () => {
  const program = await programWith()
  const body = { ...V2, version: '2', scene: '2', media_type: '2' }
  const answer = await program.call(PATH, { ...body, media_url: serve('png', { words: '' }) })
  assert.match(answer.trace_id, /-/)
})
