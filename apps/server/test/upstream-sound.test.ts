import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { WechatCallback } from '@fangxing/storage'
import { deliverDue } from '../src/delivery/deliver.ts'
import { advanceDueAsks } from '../src/media-checks/ask-about-sound.ts'
import { sweepMediaChecks } from '../src/media-checks/sweep-media-checks.ts'
import {
  type Instance,
  type Json,
  makeProgram,
  type Person,
  type Program,
  send,
  signIn,
  startInstance,
} from './instance.ts'
import { drawn, type MediaHost, openStudio, type Scenery, startMediaHost } from './media-studio.ts'
import { taken } from './people.ts'
import { type Received, type Receiver, startReceiver } from './receiver.ts'
import { until } from './until.ts'
import {
  PUSH,
  type Pushing,
  pushed,
  SETTINGS,
  silence,
  TOKEN,
  verification,
} from './wechat-pushes.ts'

const PATH = '/wxa/media_check_async'
const V2 = { version: 2, scene: 2, openid: 'oAbc-123', media_type: 1 }
const RISKY = { errcode: 0, errmsg: 'ok', result: { suggest: 'risky', label: 20002 } }
const MINUTE = 60_000

let instance: Instance
let operator: Person
let program: Program
let host: MediaHost
/** Stands for WeChat: its API on 127.0.0.1. */
let wechat: Receiver
/** Where the app is told. */
let receiver: Receiver
let questions: Received[]

before(async () => {
  host = await startMediaHost()
  wechat = await startReceiver()
  receiver = await startReceiver()
  instance = await startInstance(undefined, openStudio())
  operator = await signIn(instance, ['operator'])
  await keeping('none')
})
beforeEach(async () => {
  program = await makeProgram(instance)
  const url = `${receiver.url}/${program.appid}`
  const callback = { url, token: 'AAAAA', encodingAesKey: null, mode: 'plain', format: 'json' }
  const told = { ...callback, originalId: 'gh_1' } as unknown as WechatCallback
  const callbacks = { webhook: null, wechat: told, mail: null }
  await instance.storage.callbacks.set(program.appid, callbacks, instance.wallClock.now())
  theyTake()
})
after(async () => {
  await instance.close()
  host.close()
  await wechat.close()
  await receiver.close()
})

/** What is kept of contents in doubt: none, so that no recording is written anew. */
async function keeping(doubtful: 'none' | 'full'): Promise<void> {
  const retention = { passed: 'none', doubtful, days: 30 }
  await taken(operator.put('/v1/check-policy', { all: { retention }, apps: {} }))
}

let traces = 0

/** From now on WeChat answers every question so; by default it takes it, under a trace id of its own. */
function theyTake(answer?: () => object | Promise<object>): void {
  questions = []
  wechat.answer(async (response, received) => {
    if (received.url.pathname === '/cgi-bin/stable_token') {
      response.end(JSON.stringify({ access_token: 'their-token', expires_in: 7200 }))
      return
    }
    questions.push(received)
    traces += 1
    const given = answer ? await answer() : { errcode: 0, trace_id: `their-${traces}` }
    response.end(JSON.stringify(given))
  })
}

async function ask(settings: object): Promise<Json> {
  const body = { ...SETTINGS, baseUrl: new URL(wechat.url).origin, push: PUSH, ...settings }
  return taken(operator.put(`/v1/apps/${program.appid}/upstream`, body))
}

let files = 0

/** Hands a sound in; its trace id here. */
async function handIn(scenery: Scenery, more: object = {}): Promise<string> {
  files += 1
  const kind = 'media_type' in more ? 'mp4' : 'mp3'
  // Each is another file, although all sound alike.
  host.serve(`/sound-${files}`, drawn(kind, { ...scenery, width: files }))
  const answer = await program.call(PATH, { ...V2, media_url: host.at(`/sound-${files}`), ...more })
  assert.equal(answer.errcode, 0, JSON.stringify(answer))
  return answer.trace_id
}

const CLEAN = { words: '今天天气不错' }

/** The media check, once its question to WeChat has come so far. */
function reached(id: string, state: 'asking' | 'waiting' | 'answered'): Promise<Json> {
  return until(async () => {
    const check = await taken(operator.get(`/v1/media-checks/${id}`))
    return check.upstream?.state === state ? check : null
  })
}

/** What the app was pushed about it. */
function toldOf(traceId: string): Promise<Json> {
  return until(async () => {
    await deliverDue(instance.ports)
    const events = receiver.received.map(({ body }) => JSON.parse(body))
    return events.find((event) => event.trace_id === traceId)
  })
}

const pushOf = (fields: object, how?: Pushing) => pushed(instance, program.appid, fields, how)
const push = (fields: object, how?: Pushing) => send(instance.app, pushOf(fields, how))

async function came(): Promise<Json> {
  const { upstream } = await taken(operator.get(`/v1/apps/${program.appid}/upstream`))
  return upstream.push.came
}

for (const mode of ['plain', 'compatible', 'safe'] as const) {
  for (const format of ['json', 'xml'] as const) {
    test(`a sound waits for WeChat’s answer, which comes ${mode} in ${format}, and is told once`, async () => {
      await ask({ merge: 'strictest', whenDown: 'fail-review', push: { ...PUSH, mode } })
      const id = await handIn(CLEAN)
      const waiting = await reached(id, 'waiting')
      assert.deepEqual(
        [waiting.settledAt, waiting.answer, waiting.upstream.holdsUp],
        [null, null, true],
      )
      assert.equal(await instance.storage.checks.find(id), null, 'nothing is on record yet')
      const { traceId } = waiting.upstream
      const answer = await push({ trace_id: traceId, ...RISKY }, { mode, format })
      assert.deepEqual([answer.status, answer.body], [200, 'success'])
      const told = await toldOf(id)
      assert.deepEqual(told.result, { suggest: 'risky', label: 20002 })
      const settled = await taken(operator.get(`/v1/media-checks/${id}`))
      assert.deepEqual(settled.answer.upstream, {
        ...{ name: 'wechat', suggest: 'risky', label: 20002, trace_id: traceId },
      })
      assert.equal((await instance.storage.checks.find(id))?.suggest, 'risky')
      await push(
        { trace_id: traceId, ...RISKY, result: { suggest: 'pass', label: 100 } },
        { mode, format },
      )
      await deliverDue(instance.ports)
      const events = receiver.received.filter(({ body }) => JSON.parse(body).trace_id === id)
      assert.equal(events.length, 1)
    })
  }
}

test('they are asked in WeChat’s own words, for the address that the app gave', async () => {
  await ask({ merge: 'strictest', whenDown: 'fail-open' })
  const id = await handIn(CLEAN)
  await reached(id, 'waiting')
  const [{ url, body }] = questions as [Received]
  assert.equal(`${url.pathname}${url.search}`, `${PATH}?access_token=their-token`)
  const media_url = host.at(`/sound-${files}`)
  assert.deepEqual(JSON.parse(body), {
    ...{ media_url, media_type: 1, version: 2, scene: 2, openid: V2.openid },
  })
})

test('a shadow tells the app at once, and keeps the comparison when the push comes', async () => {
  await ask({ merge: 'shadow', whenDown: 'fail-closed' })
  const id = await handIn(CLEAN)
  assert.deepEqual((await toldOf(id)).result, { suggest: 'pass', label: 100 })
  const { upstream } = await reached(id, 'waiting')
  assert.equal(upstream.holdsUp, false)
  await push({ trace_id: upstream.traceId, ...RISKY })
  const { items } = await until(async () => {
    const page = await taken(operator.get(`/v1/apps/${program.appid}/upstream/comparisons`))
    return page.items.length > 0 ? page : null
  })
  assert.deepEqual(
    [items[0].local, items[0].answer, items[0].told],
    [
      { suggest: 'pass', label: 100 },
      { suggest: 'risky', label: 20002, traceId: upstream.traceId },
      'pass',
    ],
  )
  assert.equal((await instance.storage.checks.find(id))?.suggest, 'pass')
})

test('what is risky here is told without asking, and with local first so is what passes', async () => {
  await ask({ merge: 'strictest', whenDown: 'fail-closed' })
  assert.equal((await toldOf(await handIn({ words: '出售银行卡' }))).result.suggest, 'risky')
  await ask({ merge: 'local-first', whenDown: 'fail-closed' })
  assert.equal((await toldOf(await handIn(CLEAN))).result.suggest, 'pass')
  assert.equal(questions.length, 0)
})

test('a recording that nobody here could hear is settled there, and waits for no person', async () => {
  await ask({ merge: 'local-first', whenDown: 'fail-open' })
  const id = await handIn({})
  const { upstream } = await reached(id, 'waiting')
  await push({ trace_id: upstream.traceId, errcode: 0, result: { suggest: 'pass', label: 100 } })
  assert.deepEqual((await toldOf(id)).result, { suggest: 'pass', label: 100 })
  const { items } = await taken(operator.get(`/v1/cases?appid=${program.appid}`))
  assert.deepEqual(items, [])
})

for (const suggest of ['review', 'pass'] as const) {
  test(`of what they find ${suggest} a recording is ${suggest === 'pass' ? 'not ' : ''}kept for a person`, async () => {
    await keeping('full')
    await ask({ merge: 'strictest', whenDown: 'fail-open' })
    host.serve('/silence', silence(CLEAN))
    const { trace_id: id } = await program.call(PATH, { ...V2, media_url: host.at('/silence') })
    const { upstream } = await reached(id, 'waiting')
    await push({ trace_id: upstream.traceId, errcode: 0, result: { suggest, label: 20002 } })
    await toldOf(id)
    await keeping('none')
    const evidence = (await instance.storage.checks.find(id))?.evidence as Json
    const { items } = await taken(operator.get(`/v1/cases?appid=${program.appid}`))
    assert.equal(evidence.soundId !== undefined, suggest === 'review')
    assert.equal(items.length, suggest === 'review' ? 1 : 0)
  })
}

test('a result that is faster than the answer to its question is taken', async () => {
  await ask({ merge: 'strictest', whenDown: 'fail-closed' })
  theyTake(async () => {
    await push({ trace_id: 'early-1', ...RISKY })
    return { errcode: 0, trace_id: 'early-1' }
  })
  const id = await handIn(CLEAN)
  assert.deepEqual((await toldOf(id)).result, { suggest: 'risky', label: 20002 })
})

const SETTING: [whenDown: string, told: string][] = [
  ['fail-open', 'pass'],
  ['fail-review', 'review'],
  ['fail-closed', 'risky'],
]

for (const [whenDown, suggest] of SETTING) {
  test(`without a push in time ${whenDown} tells ${suggest}, within the half hour`, async () => {
    await ask({ merge: 'strictest', whenDown })
    const id = await handIn(CLEAN)
    const { upstream, createdAt } = await reached(id, 'waiting')
    await instance.wallClock.advance(19 * MINUTE)
    await sweepMediaChecks(instance.ports)
    assert.equal((await taken(operator.get(`/v1/media-checks/${id}`))).settledAt, null)
    await instance.wallClock.advance(MINUTE)
    await sweepMediaChecks(instance.ports)
    assert.equal((await toldOf(id)).result.suggest, suggest)
    const settled = await taken(operator.get(`/v1/media-checks/${id}`))
    assert.ok(settled.settledAt - createdAt <= 25 * MINUTE)
    assert.deepEqual(settled.answer.upstream, { name: 'wechat', because: 'NO_RESULT' })
    // Whoever is late changes nothing.
    await push({ trace_id: upstream.traceId, ...RISKY })
    assert.equal((await instance.storage.checks.find(id))?.suggest, suggest)
    assert.equal((await came()).repeated, 1)
  })
}

const ANSWERS: [name: string, event: object, because: string][] = [
  ['a file that they cannot fetch', { errcode: -1008, errmsg: 'download failed' }, 'NOT_FETCHED'],
  ['a missing permission', { errcode: 43104, errmsg: 'no permission' }, 'REFUSED'],
]

for (const [name, event, because] of ANSWERS) {
  test(`${name} is no answer, and the reason is told`, async () => {
    await ask({ merge: 'strictest', whenDown: 'fail-review' })
    const id = await handIn(CLEAN)
    const { upstream } = await reached(id, 'waiting')
    await push({ trace_id: upstream.traceId, ...event })
    assert.equal((await toldOf(id)).result.suggest, 'review')
    const settled = await taken(operator.get(`/v1/media-checks/${id}`))
    assert.equal(settled.answer.upstream.because, because)
  })
}

test('a question that the service could not take is asked again, and a refused one is not', async () => {
  await ask({ merge: 'strictest', whenDown: 'fail-review' })
  let busy = true
  theyTake(async () => (busy ? { errcode: -1 } : { errcode: 0, trace_id: 'second-1' }))
  const id = await handIn(CLEAN)
  const { upstreamAsks } = instance.storage
  // Put off by whoever asked first: half a minute is shorter than any lease.
  await until(async () => {
    const { nextAt = Number.POSITIVE_INFINITY } = (await upstreamAsks.find(id)) ?? {}
    return nextAt - instance.wallClock.now() <= MINUTE / 2 ? true : null
  })
  busy = false
  assert.equal((await reached(id, 'asking')).upstream.tries, 1)
  await advanceDueAsks(instance.ports)
  assert.equal(questions.length, 1)
  await instance.wallClock.advance(MINUTE / 2)
  await advanceDueAsks(instance.ports)
  assert.equal((await reached(id, 'waiting')).upstream.tries, 2)
  theyTake(async () => ({ errcode: 40003, errmsg: 'invalid openid' }))
  const other = await handIn(CLEAN)
  assert.equal((await toldOf(other)).result.suggest, 'review')
  assert.equal(questions.length, 1)
})

test('an answer serves again for the same question only: not in another scene, nor by another account', async () => {
  await ask({ merge: 'strictest', whenDown: 'fail-open', cacheSeconds: 600 })
  const id = await handIn(CLEAN)
  const { upstream } = await reached(id, 'waiting')
  await push({ trace_id: upstream.traceId, ...RISKY })
  await toldOf(id)
  const again = { ...V2, media_url: host.at(`/sound-${files}`) }
  const { trace_id: elsewhere } = await program.call(PATH, { ...again, scene: 3 })
  await reached(elsewhere, 'waiting')
  await ask({ merge: 'strictest', whenDown: 'fail-open', cacheSeconds: 600, appid: 'wx-another' })
  const { trace_id: later } = await program.call(PATH, again)
  await reached(later, 'waiting')
  assert.equal(questions.length, 3)
})

test('the same sound is asked about once while its answer is remembered', async () => {
  await ask({ merge: 'strictest', whenDown: 'fail-open', cacheSeconds: 600 })
  const id = await handIn(CLEAN)
  const { upstream } = await reached(id, 'waiting')
  await push({ trace_id: upstream.traceId, ...RISKY })
  await toldOf(id)
  const media_url = host.at(`/sound-${files}`)
  const { trace_id } = await program.call(PATH, { ...V2, media_url })
  assert.equal((await toldOf(trace_id)).result.suggest, 'risky')
  assert.equal(questions.length, 1)
  const path = `/v1/apps/${program.appid}/upstream/comparisons`
  const { items } = await taken(operator.get(path))
  assert.deepEqual([items[0].cached, items[1].cached], [true, false])
})

test('a video is not shown to WeChat, which takes none, and the reason is told', async () => {
  await ask({ merge: 'strictest', whenDown: 'fail-closed' })
  const id = await handIn(CLEAN, { media_type: 3, fangxing: true })
  const told = await toldOf(id)
  assert.equal(told.result.suggest, 'pass')
  assert.deepEqual(told.fangxing.upstream, { name: 'wechat', because: 'KIND_NOT_TAKEN' })
  assert.equal(questions.length, 0)
})

test('without an address for pushes a sound is judged here alone, and the reason is told', async () => {
  await ask({ merge: 'strictest', whenDown: 'fail-closed', push: null })
  const id = await handIn(CLEAN)
  assert.equal((await toldOf(id)).result.suggest, 'pass')
  const { answer } = await taken(operator.get(`/v1/media-checks/${id}`))
  assert.deepEqual(answer.upstream, { name: 'wechat', because: 'PUSH_NOT_SET' })
  const refusal = await push({ trace_id: 'x', ...RISKY })
  assert.deepEqual([refusal.status, refusal.body.code], [404, 'ROUTE_NOT_FOUND'])
})

test('the address answers WeChat’s question, and nobody else’s', async () => {
  await ask({ merge: 'shadow', whenDown: 'fail-open' })
  const { request, echostr } = verification(instance, program.appid, TOKEN)
  const right = await send(instance.app, request)
  assert.deepEqual([right.status, right.body], [200, echostr])
  const wrong = await send(instance.app, verification(instance, program.appid, 'another').request)
  assert.deepEqual([wrong.status, wrong.body.code], [403, 'PUSH_REFUSED'])
})

test('hostile pushes are refused and change nothing, harmless ones are answered and counted', async () => {
  await ask({ merge: 'strictest', whenDown: 'fail-open' })
  const id = await handIn(CLEAN)
  const { upstream } = await reached(id, 'waiting')
  const event = { trace_id: upstream.traceId, ...RISKY }
  const hour = 60 * MINUTE
  const now = instance.wallClock.now()
  const hostile = [
    pushOf(event, { token: 'another' }),
    pushOf(event, { at: now - hour }),
    pushOf(event, { at: now + hour }),
    pushOf(event, { mode: 'plain' }),
    { ...pushOf(event), payload: 'x'.repeat(100) },
    { ...pushOf(event), payload: '' },
    { ...pushOf(event), url: `/upstream/${program.appid}/push` },
  ]
  for (const one of hostile) {
    const { status, body } = await send(instance.app, one)
    assert.deepEqual([status, body.code], [403, 'PUSH_REFUSED'], JSON.stringify(one))
  }
  const harmless = [{ trace_id: 'of nobody', ...RISKY }, { Event: 'user_enter_tempsession' }]
  for (const one of harmless) assert.equal((await push(one)).body, 'success')
  assert.deepEqual(await came(), { taken: 0, early: 0, repeated: 0, unknown: 1, other: 1 })
  assert.equal((await taken(operator.get(`/v1/media-checks/${id}`))).settledAt, null)
})

test('a push that is sent again is answered, and its signature serves no other body', async () => {
  await ask({ merge: 'strictest', whenDown: 'fail-open', push: { ...PUSH, mode: 'plain' } })
  const [one, other] = [await handIn(CLEAN), await handIn(CLEAN)]
  const first = (await reached(one, 'waiting')).upstream.traceId
  const second = (await reached(other, 'waiting')).upstream.traceId
  const genuine = pushOf({ trace_id: first, ...RISKY }, { mode: 'plain' })
  const [, query] = genuine.url.split('?')
  for (let nth = 0; nth < 2; nth += 1) {
    assert.equal((await send(instance.app, genuine)).body, 'success')
  }
  const forged = pushOf({ trace_id: second, ...RISKY }, { mode: 'plain' })
  const replayed = { ...forged, url: `${forged.url.split('?')[0]}?${query}` }
  assert.equal((await send(instance.app, replayed)).status, 403)
  assert.equal((await taken(operator.get(`/v1/media-checks/${other}`))).settledAt, null)
})
