import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { findClause } from '@fangxing/policy'
import { decrypt } from '@wecom/crypto'
import { Webhook } from 'standardwebhooks'
import {
  askerWith,
  type Instance,
  type Json,
  makeProgram,
  type Person,
  settled,
  signIn,
  startInstance,
  upload,
} from './instance.ts'
import { type Receiver, startReceiver, taken } from './receiver.ts'

const NOTES = { first: '社交', second: '笔记' }
const DECLARATION = { scenes: [4], methods: [1], hasAuditTeam: true, description: '' }
const SUBJECT = { kind: 'enterprise', overseas: false, region: 'CN-GD' }
const CLAUSE = 'wechat-rejection/2.1.1'
const AES_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'

let instance: Instance
let receiver: Receiver
let developer: Person
let reviewer: Person
let operator: Person
let guangdong: Person
let shanghai: Person

before(async () => {
  instance = await startInstance()
  receiver = await startReceiver()
  developer = await signIn(instance, ['developer'])
  reviewer = await signIn(instance, ['reviewer'])
  operator = await signIn(instance, ['operator'])
  guangdong = await signIn(instance, ['authority'], 'CN-GD')
  shanghai = await signIn(instance, ['authority'], 'CN-SH')
})
after(async () => {
  await receiver.close()
  await instance.close()
})

/** Asks until there is an answer: workers run beside the test. */
async function eventually<Found>(ask: () => Promise<Found | undefined> | Found | undefined) {
  const deadline = Date.now() + 30_000
  for (;;) {
    const found = await ask()
    if (found !== undefined) return found
    assert(Date.now() < deadline, 'it did not happen')
    await wait(20)
  }
}

async function makeApp(): Promise<string> {
  const draft = { name: '园艺笔记', subject: SUBJECT, categories: [NOTES] }
  return (await developer.post('/v1/apps', draft)).body.app.appid
}

async function inReview(appid: string): Promise<Json> {
  const { body } = await upload(instance, developer, appid, 'plain-tool')
  await developer.post(`/v1/releases/${body.id}/submit`, { ugcDeclaration: DECLARATION })
  return settled(developer, body.id)
}

async function decide(id: string, how: 'approve' | 'reject', body: object = {}): Promise<void> {
  const claim = await reviewer.post(`/v1/releases/${id}/claim`)
  const fence = claim.body.fence
  const answer = await reviewer.post(`/v1/releases/${id}/${how}`, { fence, ...body })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
}

function setBoth(appid: string) {
  return developer.put(`/v1/apps/${appid}/callbacks`, {
    webhook: { url: `${receiver.url}?app=${appid}` },
    wechat: {
      url: `${receiver.url}?push=${appid}`,
      ...{ token: 'AAAAA', encodingAesKey: AES_KEY, mode: 'safe', format: 'json' },
    },
  })
}

const arrived = (parameter: string, appid: string) =>
  eventually(() => receiver.received.find(({ url }) => url.searchParams.get(parameter) === appid))

test('a rejection reaches inbox, webhook and push, with the clause in its words', async () => {
  const appid = await makeApp()
  const { body: set } = await setBoth(appid)
  const { id } = await inReview(appid)
  await decide(id, 'reject', { clauses: [CLAUSE], note: '首页打不开' })

  const { body: inbox } = await developer.get(`/v1/notices?appid=${appid}`)
  const [notice] = inbox.items
  assert.deepEqual(
    [notice.kind, notice.state, notice.releaseId, notice.readAt],
    ['rejected', 'rejected', id, null],
  )
  assert.equal(notice.what.zh, '版本审核未通过。')
  assert.match(notice.todo.zh, /申诉/)
  const words = findClause(CLAUSE)?.words
  assert.deepEqual(notice.why, { clauses: [{ id: CLAUSE, words }], note: '首页打不开' })

  const hook = await arrived('app', appid)
  const verified = new Webhook(set.secrets.webhookSecret).verify(
    hook.body,
    hook.headers as Record<string, string>,
  ) as Json
  assert.equal(verified.type, 'release.rejected')
  assert.equal(verified.data.id, notice.id)
  assert.deepEqual(
    ['what', 'why', 'todo', 'byWhen'].map((part) => verified.data[part]),
    ['what', 'why', 'todo', 'byWhen'].map((part) => notice[part]),
  )

  const push = await arrived('push', appid)
  const { message, id: sealedFor } = decrypt(AES_KEY, JSON.parse(push.body).Encrypt)
  assert.equal(sealedFor, appid)
  const { Event, Reason } = JSON.parse(message)
  assert.deepEqual(
    [Event, Reason],
    ['weapp_audit_fail', `首页打不开<br>依据：${words?.zh}（${CLAUSE}）`],
  )
})

test('a filing is told to the authority of its region and to no other', async () => {
  const appid = await makeApp()
  const { id } = await inReview(appid)
  await decide(id, 'approve')
  const kindsFor = async (person: Person) =>
    (await person.get(`/v1/notices?appid=${appid}`)).body.items.map(({ kind }: Json) => kind)
  assert.deepEqual(await kindsFor(guangdong), ['caseOpened'])
  assert.deepEqual(await kindsFor(shanghai), [])
  assert.deepEqual(await kindsFor(developer), ['filingStarted'])
  assert.deepEqual(await kindsFor(operator), ['filingStarted', 'caseOpened'])

  const { body } = await guangdong.get(`/v1/notices?appid=${appid}`)
  const [notice] = body.items
  assert.match(notice.byWhen.zh, /24:00（北京时间）前$/)
  assert.equal((await shanghai.post(`/v1/notices/${notice.id}/read`)).status, 404)
  assert.equal((await developer.post(`/v1/notices/${notice.id}/read`)).status, 404)
  assert.equal((await guangdong.post(`/v1/notices/${notice.id}/read`)).status, 200)
})

test('what one has read is no longer among the unread, and stays unread for others', async () => {
  const appid = await makeApp()
  const { id } = await inReview(appid)
  await decide(id, 'reject', { clauses: [CLAUSE], note: '打不开' })
  const unread = async () =>
    (await developer.get(`/v1/notices?appid=${appid}&unread=true`)).body.items
  const [notice] = await unread()
  const { body } = await developer.post(`/v1/notices/${notice.id}/read`)
  assert.equal(typeof body.readAt, 'number')
  assert.deepEqual(await unread(), [])
  const others = await operator.get(`/v1/notices?appid=${appid}&unread=true`)
  assert.deepEqual(
    others.body.items.map(({ id: one, readAt }: Json) => [one, readAt]),
    [[notice.id, null]],
  )
  assert.equal((await developer.post('/v1/notices/nothing/read')).status, 404)
  assert.equal((await operator.post('/v1/notices/read-all', { appid })).status, 204)
  const left = await operator.get(`/v1/notices?appid=${appid}&unread=true`)
  assert.deepEqual(left.body.items, [])
})

test("an app's token sees its own notices and callbacks only", async () => {
  const { token, appid } = await makeProgram(instance)
  const program = askerWith(instance.app, { authorization: `Bearer ${token}` })
  const other = await makeApp()
  const { id } = await inReview(other)
  await decide(id, 'reject', { clauses: [CLAUSE], note: '打不开' })
  const { body } = await program.get(`/v1/notices?appid=${other}`)
  assert.deepEqual(body.items, [])
  assert.equal((await program.get(`/v1/apps/${appid}/callbacks`)).status, 200)
  assert.equal((await program.get(`/v1/apps/${other}/callbacks`)).status, 404)
  assert.equal((await program.get(`/v1/apps/${other}/deliveries`)).status, 404)
})

test('secrets are shown once, then only their ends', async () => {
  const appid = await makeApp()
  const path = `/v1/apps/${appid}/callbacks`
  const { body } = await setBoth(appid)
  const { webhookSecret } = body.secrets
  assert.match(webhookSecret, /^whsec_/)
  const shown = JSON.stringify((await developer.get(path)).body)
  assert.ok(!shown.includes(webhookSecret) && !shown.includes(AES_KEY) && !shown.includes('AAAAA'))
  assert.ok(shown.includes(webhookSecret.slice(-4)))

  const again = await developer.put(path, { webhook: { url: 'https://8.8.8.8/other' } })
  assert.deepEqual(again.body.secrets, {})
  assert.equal(again.body.callbacks.webhook.secretHint, body.callbacks.webhook.secretHint)
  assert.notEqual(again.body.callbacks.wechat, null)

  const url = 'https://8.8.8.8/other'
  const renewed = await developer.put(path, { webhook: { url, renewSecret: true }, wechat: null })
  assert.notEqual(renewed.body.secrets.webhookSecret, webhookSecret)
  assert.equal(typeof renewed.body.callbacks.webhook.formerSecretUntil, 'number')
  assert.equal(renewed.body.callbacks.wechat, null)
})

const REFUSED: readonly [string, object, number, string][] = [
  ['an inner address', { webhook: { url: 'http://10.0.0.1/' } }, 422, 'CALLBACK_REFUSED'],
  ['cloud metadata', { webhook: { url: 'http://169.254.169.254/' } }, 422, 'CALLBACK_REFUSED'],
  ['credentials', { webhook: { url: 'https://a:b@8.8.8.8/' } }, 422, 'CALLBACK_REFUSED'],
  ['a file', { webhook: { url: 'file:///etc/passwd' } }, 400, 'REQUEST_MALFORMED'],
  ['a number', { webhook: { url: 7 } }, 400, 'REQUEST_MALFORMED'],
  [
    'a weak secret',
    { webhook: { url: 'https://a.example', secret: 'x' } },
    400,
    'REQUEST_MALFORMED',
  ],
  [
    'a key that is too short',
    {
      wechat: {
        ...{ url: 'https://a.example', mode: 'safe', format: 'xml' },
        encodingAesKey: 'A'.repeat(42),
      },
    },
    400,
    'REQUEST_MALFORMED',
  ],
  ['no mail address', { mail: { address: 'nobody' } }, 400, 'REQUEST_MALFORMED'],
  ['two mail addresses', { mail: { address: 'a@b.cn,c@d.cn' } }, 400, 'REQUEST_MALFORMED'],
  ['mail without a mail server', { mail: { address: 'a@b.example' } }, 422, 'CALLBACK_REFUSED'],
]

for (const [name, changes, status, code] of REFUSED) {
  test(`a callback with ${name} is refused`, async () => {
    const answer = await developer.put(`/v1/apps/${await makeApp()}/callbacks`, changes)
    assert.deepEqual([answer.status, answer.body.code], [status, code])
  })
}

test('only who owns apps sets callbacks', async () => {
  const path = `/v1/apps/${await makeApp()}/callbacks`
  for (const person of [reviewer, guangdong]) {
    assert.equal((await person.put(path, {})).status, 403)
    assert.equal((await person.get(path)).status, 403)
  }
  assert.equal((await operator.put(path, {})).status, 200)
  assert.equal((await developer.put('/v1/apps/none/callbacks', {})).status, 404)
})

test('a test goes out over every channel, once, and says what is wrong', async () => {
  const appid = await makeApp()
  const path = `/v1/apps/${appid}/callbacks/test`
  assert.equal((await developer.post(path)).body.code, 'CALLBACK_MISSING')
  await setBoth(appid)
  const { status, body } = await developer.post(path)
  assert.equal(status, 202)
  assert.deepEqual(
    body.items.map(({ channel }: Json) => channel),
    ['webhook', 'wechat'],
  )

  const ended = async () => {
    const { items } = (await developer.get(`/v1/apps/${appid}/deliveries`)).body
    const isOpen = ({ state }: Json) => state === 'waiting' || state === 'sending'
    return items.some(isOpen) ? undefined : items
  }
  const [push, hook] = await eventually(ended)
  assert.deepEqual([hook.channel, hook.state, hook.trouble], ['webhook', 'delivered', null])
  assert.equal(JSON.parse((await arrived('app', appid)).body).type, 'test')
  // This receiver does not echo: its owner reads why, and is not bothered for three days.
  assert.deepEqual([push.state, push.trouble.code], ['dead', 'NOT_ECHOED'])
  assert.match(push.trouble.words.zh, /echostr/)
  assert.equal(push.attempts.length, 1)
})

test('a dead letter is sent again on demand, under its id', async () => {
  const appid = await makeApp()
  const url = `${receiver.url}?app=${appid}`
  await developer.put(`/v1/apps/${appid}/callbacks`, { webhook: { url } })
  receiver.answer((response) => response.writeHead(410).end())
  const { body } = await developer.post(`/v1/apps/${appid}/callbacks/test`)
  const [{ deliveryId }] = body.items
  const become = (wanted: string) =>
    eventually(async () => {
      const { items } = (await developer.get(`/v1/apps/${appid}/deliveries`)).body
      return items[0].state === wanted ? items[0] : undefined
    })
  const dead = await become('dead')
  assert.match(dead.trouble.words.en, /answered HTTP 410/)
  receiver.answer(taken)
  const { token } = await makeProgram(instance)
  const stranger = askerWith(instance.app, { authorization: `Bearer ${token}` })
  assert.equal((await stranger.post(`/v1/deliveries/${deliveryId}/redrive`)).status, 404)
  assert.equal((await reviewer.post(`/v1/deliveries/${deliveryId}/redrive`)).status, 403)

  assert.equal((await developer.post(`/v1/deliveries/${deliveryId}/redrive`)).status, 200)
  await become('delivered')
  const ids = receiver.received.filter(({ url }) => url.searchParams.get('app') === appid)
  assert.deepEqual(
    ids.map(({ headers }) => headers['webhook-id']),
    [deliveryId, deliveryId],
  )
})

test('the interface is described', async () => {
  const { paths } = (await developer.get('/v1/openapi.json')).body
  for (const path of [
    '/v1/notices',
    '/v1/notices/read-all',
    '/v1/notices/{id}/read',
    '/v1/apps/{appid}/callbacks',
    '/v1/apps/{appid}/callbacks/test',
    '/v1/apps/{appid}/deliveries',
    '/v1/deliveries/{id}/redrive',
  ]) {
    assert.ok(paths[path], path)
  }
})
