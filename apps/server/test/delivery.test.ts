import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { after, before, beforeEach, test } from 'node:test'
import type { WechatCallback } from '@fangxing/storage'
import { Webhook } from 'standardwebhooks'
import { deliverDue, deliverOne, LEASE_MS } from '../src/delivery/deliver.ts'
import { openRests } from '../src/delivery/rests.ts'
import { allowAddresses } from '../src/outbound/index.ts'
import { originalIdOf } from '../src/wechat/push/message.ts'
import {
  appWith,
  enqueue,
  found,
  openPostOffice,
  type PostOffice,
  SECRET,
  START,
} from './post-office.ts'
import { type Answer, type Receiver, startReceiver, taken } from './receiver.ts'

const DAY_MS = 24 * 3600 * 1000

let office: PostOffice
let receiver: Receiver

before(async () => {
  office = await openPostOffice()
  receiver = await startReceiver()
})
beforeEach(async () => {
  // What an earlier test left to be tried again goes nowhere any more.
  office.wallClock.set(START + 90 * DAY_MS)
  receiver.answer((response) => response.writeHead(410).end())
  for (let attempts = 1; attempts > 0; ) attempts = await deliverDue(office)
  office.wallClock.set(START)
  receiver.answer(taken)
})
after(async () => {
  await receiver.close()
  await office.close()
})

const toReceiver = () => appWith(office, { webhook: { url: receiver.url, secret: SECRET } })

function receivedOf(id: string) {
  return receiver.received.filter(({ headers }) => headers['webhook-id'] === id)
}

test('a webhook arrives once, signed, with what happened', async () => {
  const id = await enqueue(office, await toReceiver(), { body: { version: '1.0.0', note: '你好' } })
  assert.equal(await deliverDue(office), 1)
  assert.equal(await deliverDue(office), 0)
  const [received, ...more] = receivedOf(id)
  assert.equal(more.length, 0)
  const { type, timestamp, data } = new Webhook(SECRET).verify(
    received?.body ?? '',
    received?.headers as Record<string, string>,
  ) as Record<string, Record<string, unknown>>
  assert.deepEqual([type, timestamp], ['release.rejected', new Date(START).toISOString()])
  assert.deepEqual([data?.version, data?.note], ['1.0.0', '你好'])
  assert.equal((await found(office, id)).deliveredAt, START)
})

const FAILING: readonly [string, Answer, object][] = [
  ['answers 500', (response) => response.writeHead(500).end('no'), { status: 500 }],
  ['answers 404', (response) => response.writeHead(404).end(), { status: 404 }],
  [
    'redirects to an inner place',
    (response) => response.writeHead(302, { location: '/inner' }).end(),
    { status: 302 },
  ],
]

for (const [name, answer, details] of FAILING) {
  test(`a receiver that ${name} is tried again after five seconds`, async () => {
    receiver.answer(answer)
    const id = await enqueue(office, await toReceiver())
    await deliverDue(office)
    const { lastTrouble, nextAttemptAt } = await found(office, id)
    assert.deepEqual(lastTrouble, { code: 'ANSWERED', details })
    assert.equal(nextAttemptAt, START + 5000)
    assert.equal(receiver.received.filter(({ url }) => url.pathname === '/inner').length, 0)
  })
}

test('a receiver that hangs is left, and tried again', async () => {
  receiver.answer(() => {})
  const id = await enqueue(office, await toReceiver())
  await deliverDue({ ...office, outside: { ...office.outside, answerWithinMs: 100 } })
  const { lastTrouble, nextAttemptAt } = await found(office, id)
  assert.deepEqual(lastTrouble, { code: 'TOO_SLOW', details: { timeoutMs: 100 } })
  assert.equal(nextAttemptAt, START + 5000)
})

test('what waits for a receiver that hangs does not hold up what waits for others', async () => {
  const rests = openRests()
  const impatient = { ...office, outside: { ...office.outside, answerWithinMs: 100 } }
  receiver.answer(() => {})
  const stuck = await toReceiver()
  for (let nth = 0; nth < 3; nth += 1) await enqueue(office, stuck)
  const well = await startReceiver()
  const id = await enqueue(
    office,
    await appWith(office, { webhook: { url: well.url, secret: SECRET } }),
  )
  assert.equal(await deliverOne(impatient, rests), true)
  assert.equal(await deliverOne(impatient, rests), true)
  assert.equal((await found(office, id)).deliveredAt, START)
  assert.equal(await deliverOne(impatient, rests), false)
  office.wallClock.set(START + 5000)
  assert.equal(await deliverOne(impatient, rests), true)
  await well.close()
})

const flood: Answer = (response) => {
  const pour = () => {
    while (!response.destroyed && response.write('x'.repeat(4096)));
  }
  response.on('drain', pour)
  pour()
}

test('a webhook is delivered by its status, whatever the body: rubbish, or without end', async () => {
  const appid = await toReceiver()
  for (const answer of [((response) => response.end('<oops')) as Answer, flood]) {
    receiver.answer(answer)
    const id = await enqueue(office, appid)
    await deliverDue(office)
    assert.equal((await found(office, id)).deliveredAt, START)
  }
})

test('after ten attempts a delivery is a dead letter; asked for again it goes out under its id', async () => {
  receiver.answer((response) => response.writeHead(503).end())
  const id = await enqueue(office, await toReceiver())
  const waits: number[] = []
  for (;;) {
    await deliverDue(office)
    const { nextAttemptAt } = await found(office, id)
    if (nextAttemptAt === null) break
    waits.push(nextAttemptAt - office.wallClock.now())
    office.wallClock.set(nextAttemptAt)
  }
  const dead = await found(office, id)
  assert.equal(dead.deadAt, office.wallClock.now())
  assert.equal(dead.attempts.length, 10)
  assert.equal(waits.length, 9)
  assert.ok(office.wallClock.now() - START > 3 * DAY_MS)

  receiver.answer(taken)
  await office.storage.deliveries.redrive(id, office.wallClock.now())
  await deliverDue(office)
  assert.notEqual((await found(office, id)).deliveredAt, null)
  const bodies = receivedOf(id).map(({ body }) => body)
  assert.equal(bodies.length, 11)
  assert.equal(new Set(bodies).size, 1)
})

test('a receiver that is gone (410) is not tried again', async () => {
  receiver.answer((response) => response.writeHead(410).end())
  const id = await enqueue(office, await toReceiver())
  await deliverDue(office)
  assert.equal((await found(office, id)).deadAt, START)
})

test('a callback that was removed meanwhile is a dead letter with its reason', async () => {
  const appid = await toReceiver()
  const id = await enqueue(office, appid)
  await office.storage.callbacks.set(appid, { webhook: null, wechat: null, mail: null }, START)
  await deliverDue(office)
  assert.equal((await found(office, id)).lastTrouble?.code, 'NOT_SET')
  assert.equal((await found(office, id)).deadAt, START)
})

test('a former secret signs besides until its end', async () => {
  const former = { secret: 'whsec_Zm9ybWVyIHNlY3JldCBvZiAyNCBieXRlcw==', until: START + 1000 }
  const appid = await appWith(office, { webhook: { url: receiver.url, secret: SECRET, former } })
  const signatures = async () => {
    const id = await enqueue(office, appid)
    await deliverDue(office)
    return String(receivedOf(id)[0]?.headers['webhook-signature']).split(' ').length
  }
  assert.equal(await signatures(), 2)
  office.wallClock.set(START + 1000)
  assert.equal(await signatures(), 1)
})

test('an inner address is refused at every attempt, also when the name changes later', async () => {
  const addresses = ['127.0.0.1', '10.0.0.7']
  const resolve = async () => [{ address: addresses.shift() ?? '', family: 4 }]
  receiver.answer((response) => response.writeHead(500).end())
  const { port } = new URL(receiver.url)
  const webhook = { url: `http://rebind.example:${port}/`, secret: SECRET }
  const id = await enqueue(office, await appWith(office, { webhook }))
  const elsewhere = { ...office, outside: { ...office.outside, resolve } }
  await deliverDue(elsewhere)
  assert.equal((await found(office, id)).lastTrouble?.code, 'ANSWERED')
  office.wallClock.set(START + 5000)
  await deliverDue(elsewhere)
  // The developer learns the name, not the address behind it.
  assert.deepEqual((await found(office, id)).lastTrouble, {
    code: 'ADDRESS_REFUSED',
    details: { host: 'rebind.example' },
  })
})

test('without the operator this machine is not called', async () => {
  const before = receiver.received.length
  const id = await enqueue(office, await toReceiver())
  await deliverDue({ ...office, outside: { ...office.outside, addresses: allowAddresses() } })
  assert.equal((await found(office, id)).lastTrouble?.code, 'ADDRESS_REFUSED')
  assert.equal(receiver.received.length, before)
})

test('a worker that is killed after sending: it goes out again under the same id', async () => {
  const id = await enqueue(office, await toReceiver())
  let child: ChildProcess | undefined
  receiver.answer(() => child?.kill('SIGKILL'))
  const script = new URL('./deliver-in-child.ts', import.meta.url).pathname
  child = spawn(process.execPath, [script, office.databaseUrl, String(START)], { stdio: 'inherit' })
  const [, signal] = await once(child, 'exit')
  assert.equal(signal, 'SIGKILL')

  receiver.answer(taken)
  assert.equal(await deliverDue(office), 0, 'the lease of the dead still stands')
  office.wallClock.set(START + LEASE_MS)
  assert.equal(await deliverDue(office), 1)
  const [first, second, ...more] = receivedOf(id)
  assert.equal(more.length, 0)
  assert.equal(first?.body, second?.body)
  const { attempts, deliveredAt } = await found(office, id)
  assert.deepEqual(
    attempts.map(({ outcome }) => outcome),
    ['unknown', 'delivered'],
  )
  assert.equal(deliveredAt, START + LEASE_MS)
})

test('two workers send each delivery once, those of one app in order and one at a time', async () => {
  const apps = await Promise.all([toReceiver(), toReceiver(), toReceiver()])
  const ids: string[] = []
  for (let n = 0; n < 21; n += 1) {
    ids.push(await enqueue(office, apps[n % 3] ?? '', { body: { n } }))
  }
  const flying = new Map<string, number>()
  let together = 0
  receiver.answer((response, { body }) => {
    const { appid } = JSON.parse(body).data
    flying.set(appid, (flying.get(appid) ?? 0) + 1)
    together = Math.max(together, flying.get(appid) ?? 0)
    setImmediate(() => {
      flying.set(appid, (flying.get(appid) ?? 0) - 1)
      response.end()
    })
  })
  const other = await office.another()
  // Whoever finds every lane taken comes back until the last one is out.
  const work = async () => {
    while ((await office.storage.deliveries.find(ids.at(-1) ?? ''))?.deliveredAt === null) {
      await Promise.all([deliverOne(office), deliverOne(other), deliverOne(office)])
    }
  }
  await work()
  await deliverDue(office)
  const order = receiver.received.filter(({ headers }) =>
    ids.includes(String(headers['webhook-id'])),
  )
  assert.equal(order.length, 21)
  assert.equal(together, 1)
  for (const appid of apps) {
    const own = order.map(({ body }) => JSON.parse(body).data).filter((one) => one.appid === appid)
    assert.deepEqual(
      own.map(({ n }) => n),
      own.map(({ n }) => n).toSorted((a, b) => a - b),
    )
  }
})

function wechatAt(url: string, appid: string): WechatCallback {
  const encodingAesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'
  return {
    ...{ url, token: 'AAAAA', encodingAesKey, mode: 'safe', format: 'json' },
    originalId: originalIdOf(appid),
  }
}

async function toWechat() {
  const appid = await appWith(office, {})
  const wechat = wechatAt(receiver.url, appid)
  await office.storage.callbacks.set(appid, { webhook: null, mail: null, wechat }, START)
  return appid
}

const PUSH = {
  channel: 'wechat',
  kind: 'weapp_audit_success',
  body: { event: 'weapp_audit_success', at: START, fields: { SuccTime: 1 } },
} as const

const REPLIES: readonly [string, Answer, string | null][] = [
  ['success', (response) => response.end('success'), null],
  ['nothing', taken, null],
  ['200 and rubbish', (response) => response.end('<html>welcome'), 'NOT_ACKNOWLEDGED'],
  ['200 without end', flood, 'TOO_LONG'],
  ['500 and success', (response) => response.writeHead(500).end('success'), 'ANSWERED'],
]

for (const [name, answer, code] of REPLIES) {
  test(`a push answered by ${name} is ${code === null ? 'taken' : 'tried again'}`, async () => {
    receiver.answer(answer)
    const id = await enqueue(office, await toWechat(), PUSH)
    await deliverDue(office)
    const { lastTrouble, nextAttemptAt } = await found(office, id)
    assert.equal(lastTrouble?.code ?? null, code)
    assert.equal(nextAttemptAt, code === null ? null : START + 5000)
  })
}

test('a bug in a sender is logged, told as ours, and tried again', async () => {
  const id = await enqueue(office, await toWechat(), PUSH)
  const broken = { ...office.outside, randomBytes: () => assert.fail('a bug') }
  await deliverDue({ ...office, outside: broken })
  const { lastTrouble, nextAttemptAt } = await found(office, id)
  assert.deepEqual([lastTrouble?.code, nextAttemptAt], ['INTERNAL', START + 5000])
  assert.match(office.lines.join('\n'), new RegExp(`^error DELIVERY id=${id} .*a bug`, 'm'))
})

test('a test of the push address asks for an echo, once', async () => {
  const appid = await toWechat()
  const ask = async () => {
    const id = await enqueue(office, appid, { channel: 'wechat', kind: 'test' })
    await deliverDue(office)
    return found(office, id)
  }
  receiver.answer((response, { url }) => response.end(url.searchParams.get('echostr')))
  assert.equal((await ask()).deliveredAt, START)
  assert.equal(receiver.received.at(-1)?.method, 'GET')
  receiver.answer((response) => response.end('hello'))
  const silent = await ask()
  assert.deepEqual([silent.lastTrouble?.code, silent.deadAt], ['NOT_ECHOED', START])
})
