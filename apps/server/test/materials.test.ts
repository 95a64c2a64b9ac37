import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { packFiles } from '../src/archive/index.ts'
import { sweepMaterials } from '../src/materials/sweep-materials.ts'
import {
  askerWith,
  type Instance,
  type Json,
  makeProgram,
  type Person,
  type Program,
  send,
  signIn,
  startInstance,
} from './instance.ts'
import { drawn, openStudio } from './media-studio.ts'
import { refused, taken } from './people.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const PHONE = {
  title: '阳台种番茄的三个要点',
  blocks: [{ kind: 'paragraph', text: '番茄每天至少要晒六个小时的太阳。订购热线13800138000。' }],
}
const QUIET = {
  ...PHONE,
  blocks: [
    {
      kind: 'paragraph',
      text: '阳台种番茄，第一个要点是光照，番茄每天至少要晒六个小时的太阳，花盆摆在朝南的位置，冬天可以搬到窗边。',
    },
  ],
  channel: { first: '家居' },
  publishedAt: new Date().toISOString().slice(0, 10),
}

let instance: Instance
let program: Program
let token = ''
let app: ReturnType<typeof askerWith>
let reviewer: Person
let other: Person
let operator: Person

const shop = createServer((request, response) => {
  const html = isSoldOut ? '<p>已售罄</p>' : '<title>陶瓷花盆</title><p>￥39.00</p>'
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end(request.url === '/card' ? html : '')
})
let isSoldOut = false
let shopUrl = ''

before(async () => {
  instance = await startInstance(undefined, openStudio())
  program = await makeProgram(instance)
  app = await newToken()
  reviewer = await signIn(instance, ['reviewer'])
  other = await signIn(instance, ['reviewer'])
  operator = await signIn(instance, ['operator'])
  const webhook = { url: 'http://127.0.0.1:9/', secret: 'whsec_c2VjcmV0' }
  await instance.storage.callbacks.set(program.appid, { webhook, wechat: null, mail: null }, 0)
  shop.listen(0, '127.0.0.1')
  await once(shop, 'listening')
  shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`
})

after(async () => {
  shop.close()
  await instance.close()
})

/** A page or zip with its fields, as a form. */
async function upload(content: BlobPart, fields: Record<string, string>): Promise<Json> {
  const { body, status } = await sendUpload(content, fields)
  assert.equal(status, 201, JSON.stringify(body))
  return body.material
}

async function sendUpload(content: BlobPart, fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('package', new Blob([content]), 'package')
  const sent = new Response(form)
  return send(instance.app, {
    method: 'POST',
    url: '/v1/materials',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': sent.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await sent.arrayBuffer()),
  })
}

/** Tokens live two hours. */
async function newToken() {
  const { appid, secret } = program
  const now = instance.wallClock.now()
  token = (await instance.storage.tokens.issue({ appid, secret, kind: 'stable', now })).token
  return askerWith(instance.app, { authorization: `Bearer ${token}` })
}

async function audited(id: string): Promise<Json> {
  const deadline = Date.now() + 90_000
  for (;;) {
    const body = await taken(app.get(`/v1/materials/${id}`))
    if (body.lastAudit.settledAt !== null) return body
    assert(Date.now() < deadline, 'the audit did not end')
    await wait(50)
  }
}

async function handedIn(draft: object): Promise<Json> {
  const { material } = await taken(app.post('/v1/materials', draft), 201)
  return audited(material.id)
}

async function eventsOf(id: string): Promise<readonly Json[]> {
  const { items } = await instance.storage.deliveries.list(program.appid, { limit: 200 })
  return items
    .toReversed()
    .map(({ kind, body }) => ({ kind, ...(body as object) }) as Json)
    .filter(({ materialId }) => materialId === id)
}

async function claimed(person: Person, caseId: string): Promise<number> {
  return (await taken(person.post(`/v1/material-cases/${caseId}/claim`))).fence
}

async function answersTo(id: string, finding: string, remark = '') {
  const { rows } = await taken(reviewer.get(`/v1/materials/${id}/report`))
  return rows
    .filter(({ isAsked }: Json) => isAsked)
    .map(({ clauseId }: Json) => ({ clauseId, finding, remark }))
}

test('an article is audited in every row of the book, told, and rejected with its clause', async () => {
  const { id, state } = await handedIn({ clientId: 'a-1', form: PHONE })
  assert.equal(state, 'rejected')
  const report = await taken(app.get(`/v1/materials/${id}/report`))
  assert.equal(report.rows.length, 112)
  const phone = report.rows.find(({ clauseId }: Json) => clauseId === 'baijiahao-2019/7.b')
  assert.equal(phone.outcome.kind, 'violation')
  assert.match(phone.words.zh, /电话/)
  assert.match(phone.fix.zh, /./)
  const events = await eventsOf(id)
  assert.deepEqual(
    events.map(({ kind, verdict }) => [kind, verdict]),
    [
      ['material.audited', 'reject'],
      ['material.decided', 'reject'],
    ],
  )
  assert.equal(new Set(events.map(({ eventId }) => eventId)).size, 2)
})

test('the same under the same client id is the same material, and nothing is audited twice', async () => {
  const first = await handedIn({ clientId: 'a-2', form: QUIET })
  const again = await taken(app.post('/v1/materials', { clientId: 'a-2', form: QUIET }))
  assert.deepEqual([again.material.id, again.audit], [first.id, null])
})

const wrong: [name: string, draft: object, code: string, field: RegExp][] = [
  ['neither address nor form', {}, 'REQUEST_MALFORMED', /address/],
  ['a field that nobody knows', { form: {}, titel: 'x' }, 'REQUEST_MALFORMED', /titel/],
  ['a profile that does not exist', { form: {}, profile: 'x' }, 'MATERIAL_MALFORMED', /profile/],
  ['an address that is none', { address: 'file:///etc/passwd' }, 'REQUEST_MALFORMED', /address/],
  ['a block of no kind', { form: { blocks: [{ kind: 'poem' }] } }, 'REQUEST_MALFORMED', /blocks/],
  ['an interval of no hours', { form: {}, everyHours: 0 }, 'REQUEST_MALFORMED', /everyHours/],
]

for (const [name, draft, code, field] of wrong) {
  test(`${name} is refused before anything is judged, naming the field`, async () => {
    const { body } = await app.post('/v1/materials', draft)
    assert.equal(body.code, code)
    assert.match(JSON.stringify(body.details), field)
  })
}

test('open clauses wait for a person, who answers each; somebody else decides the appeal', async () => {
  const { id, state, cases } = await handedIn({ form: QUIET })
  assert.equal(state, 'review')
  const [first] = cases
  const fence = await claimed(reviewer, first.id)
  const path = `/v1/material-cases/${first.id}/decision`
  const open = await refused(
    reviewer.post(path, { fence, answers: [] }),
    422,
    'MATERIAL_UNANSWERED',
  )
  assert.ok(open.open.length > 0)
  const silent = { fence, answers: await answersTo(id, 'violation') }
  await refused(reviewer.post(path, silent), 400, 'REQUEST_MALFORMED')
  const answers = await answersTo(id, 'violation', '图文不符')
  const decided = await taken(reviewer.post(path, { fence, answers, note: '请修改' }))
  assert.equal(decided.decision.verdict, 'reject')

  const appeal = await taken(app.post(`/v1/materials/${id}/appeal`, { reason: '请再看' }), 201)
  assert.equal(appeal.claim, null)
  const same = reviewer.post(`/v1/material-cases/${appeal.id}/claim`)
  await refused(same, 403, 'SECOND_PERSON_NEEDED')
  const second = await claimed(other, appeal.id)
  const passed = { fence: second, answers: await answersTo(id, 'pass') }
  await taken(other.post(`/v1/material-cases/${appeal.id}/decision`, passed))
  assert.equal((await taken(app.get(`/v1/materials/${id}`))).state, 'passed')
  const told = (await eventsOf(id)).map(({ kind, verdict, by }) => [kind, verdict, by])
  assert.deepEqual(told, [
    ['material.audited', 'review', undefined],
    ['material.decided', 'reject', 'person'],
    ['material.decided', 'pass', 'person'],
  ])
})

test('a page in a zip is opened in the browser, with pictures of what was seen', async () => {
  const html =
    '<!doctype html><meta name="viewport" content="width=device-width"><title>番茄</title><h1>阳台种番茄</h1><p>订购热线13800138000</p>'
  const manifest = JSON.stringify({ kind: 'article', title: '阳台种番茄' })
  const { id } = await upload(html, { manifest })
  await audited(id)
  const report = await taken(app.get(`/v1/materials/${id}/report`))
  const page = report.rows.filter(({ clauseId }: Json) => /\/1\.1\.[c-f]$/.test(clauseId))
  assert.deepEqual(
    page.map(({ outcome }: Json) => outcome.kind),
    ['pass', 'pass', 'pass', 'pass'],
    JSON.stringify([report.notes, page]),
  )
  const [plate] = report.plates
  assert.equal(plate.width, 375)
  const picture = await instance.app.inject({
    url: plate.path,
    headers: { authorization: `Bearer ${token}` },
  })
  assert.equal(picture.headers['content-type'], 'image/jpeg')
  assert.match(plate.path, /nth=1$/, 'pictures of earlier audits are found too')
  const asHtml = await app.get(`/v1/materials/${id}/report?format=html`)
  assert.match(String(asHtml.body), /data:image\/jpeg;base64/)
  const asSarif = await app.get(`/v1/materials/${id}/report?format=sarif`)
  assert.equal(JSON.parse(JSON.stringify(asSarif.body)).version, '2.1.0')
})

test('a known rumour is found in an imported collection, with the passage', async () => {
  const text =
    '吃了会中毒的十种水果，第三种天天都在吃，医生都不敢说，转给你爱的人，赶紧告诉家里人。'
  const documents = [{ name: '十种水果', text, publishedAt: 0 }]
  const path = '/v1/corpora/rumours/documents'
  assert.deepEqual(await taken(operator.post(path, { documents })), { added: 1, empty: 0 })
  const { id } = await handedIn({
    form: { title: '当心水果', blocks: [{ kind: 'paragraph', text: `注意！${text}` }] },
  })
  const { rows } = await taken(app.get(`/v1/materials/${id}/report`))
  const rumour = rows.find(({ clauseId }: Json) => clauseId === 'baijiahao-2019/8.2.1')
  assert.match(JSON.stringify(rumour.outcome), /“十种水果”（rumours）/)
  await refused(
    operator.post('/v1/corpora/audited/documents', { documents }),
    400,
    'REQUEST_MALFORMED',
  )
})

test('what ends the process that looks is told as a failure, and the next one is audited', async () => {
  const { id } = await upload('PK not a zip', { entry: 'index.html' })
  const failed = await audited(id)
  assert.equal(failed.state, 'failed')
  assert.equal(failed.lastAudit.trouble.code, 'PACKAGE_UNREADABLE')
  assert.deepEqual(
    (await eventsOf(id)).map(({ kind }) => kind),
    ['material.failed'],
  )
})

test('another app sees nothing of it', async () => {
  const { items } = await taken(app.get('/v1/materials'))
  const stranger = await makeProgram(instance)
  const asker = askerWith(instance.app, { authorization: `Bearer ${stranger.token}` })
  await refused(asker.get(`/v1/materials/${items[0].id}`), 404, 'MATERIAL_NOT_FOUND')
  assert.deepEqual((await taken(asker.get('/v1/materials'))).items, [])
  const foreign = { appid: program.appid, form: QUIET }
  await refused(asker.post('/v1/materials', foreign), 404, 'APP_NOT_FOUND')
})

test('a developer hands in for an app they are a member of, and for no other', async () => {
  const developer = await signIn(instance, ['developer'])
  const draft = { appid: program.appid, clientId: 'a-1', form: PHONE }
  await refused(developer.post('/v1/materials', draft), 404, 'APP_NOT_FOUND')
  const joined = [{ userId: developer.id, part: 'member' }] as const
  await instance.storage.members.change(program.appid, joined, operator.id, 0)
  assert.equal((await developer.post('/v1/materials', draft)).status, 200)
})

test('a look on schedule asks nobody anew and tells only what is different', async () => {
  const card = {
    kind: 'card',
    id: 'c1',
    title: '陶瓷花盆',
    target: `${shopUrl}/card`,
    price: '39.00',
  }
  const form = { ...QUIET, title: '阳台陶瓷花盆种番茄', blocks: [...QUIET.blocks, card] }
  const { id, cases } = await handedIn({ form, everyHours: 24 })
  const fence = await claimed(reviewer, cases[0].id)
  const answers = await answersTo(id, 'pass')
  await taken(reviewer.post(`/v1/material-cases/${cases[0].id}/decision`, { fence, answers }))
  const before = (await eventsOf(id)).length

  const again = async () => {
    instance.wallClock.advance(24 * HOUR)
    app = await newToken()
    await sweepMaterials(instance.ports)
    return audited(id)
  }
  const unchanged = await again()
  assert.deepEqual([unchanged.lastAudit.nth, unchanged.state], [2, 'passed'])
  assert.equal((await eventsOf(id)).length, before)

  isSoldOut = true
  const dead = await again()
  assert.equal(dead.state, 'rejected')
  const news = (await eventsOf(id)).slice(before)
  assert.deepEqual(
    news.map(({ kind }) => kind),
    ['material.changed', 'material.decided'],
  )
  const clause = 'baijiahao-2019/3.1.2.a'
  assert.ok(news[0].changes.some(({ clauseId }: Json) => clauseId === clause))
  const { changes } = await taken(app.get(`/v1/materials/${id}/comparison?from=2&to=3`))
  const change = changes.find(({ clauseId }: Json) => clauseId === clause)
  assert.deepEqual(
    [change.direction, change.before.kind, change.after.kind],
    ['worse', 'pass', 'violation'],
  )
})

test('a picture that ends the engine is unknown, and the rest of the article is audited', async () => {
  app = await newToken()
  const blocks = [...QUIET.blocks, { kind: 'picture', src: 'bad.png' }]
  const zip = new Uint8Array(await packFiles(new Map([['bad.png', drawn('png', { crash: true })]])))
  const manifest = JSON.stringify({ ...QUIET, blocks })
  const { id } = await upload(new Uint8Array(zip), { manifest })
  await audited(id)
  const { rows } = await taken(app.get(`/v1/materials/${id}/report`))
  const codes = rows.find(({ clauseId }: Json) => clauseId === 'baijiahao-2019/7.a')
  assert.equal(codes.outcome.kind, 'undetermined')
})

test('answers of servers belong to a page of a mini-program, and are read before they are kept', async () => {
  const zip = new Uint8Array(
    await packFiles(new Map([['index.html', new TextEncoder().encode('<h1>标题</h1>')]])),
  )
  const wrong: [name: string, fields: Record<string, string>, field: string][] = [
    ['no JSON', { entry: 'pages/a/a', answers: '[{' }, 'answers'],
    ['no address', { entry: 'pages/a/a', answers: '[{"body":1}]' }, 'answers.0.to'],
    ['a page in HTML', { entry: 'index.html', answers: '[]' }, 'answers'],
    ['no entry at all', { answers: '[]' }, 'answers'],
  ]
  for (const [name, fields, field] of wrong) {
    const { status, body } = await sendUpload(zip, fields)
    assert.deepEqual(
      [status, body.code, body.details.field],
      [422, 'MATERIAL_MALFORMED', field],
      name,
    )
  }
})

test('audits have a quota: what is left is told, and beyond it when to come again', async () => {
  const quota = { perMinute: 1, perDay: 2 }
  const policy = { all: {}, apps: { [program.appid]: { quotas: { audit: quota } } } }
  // In the middle of a later minute: what other tests counted has passed, and so have sessions.
  const now = instance.wallClock.now()
  instance.wallClock.advance(MINUTE - (now % MINUTE) + 30_000 + DAY)
  app = await newToken()
  const boss = await signIn(instance, ['operator'])
  await taken(boss.put('/v1/check-policy', policy))
  try {
    const draft = { clientId: 'quota', form: QUIET }
    const first = await app.post('/v1/materials', draft)
    assert.match(String(first.headers.ratelimit), /^"minute";r=0;t=\d+, "day";r=1;t=\d+$/)
    assert.equal(first.headers['ratelimit-policy'], '"minute";q=1;w=60, "day";q=2;w=86400')
    const second = await app.post('/v1/materials', { ...draft, clientId: 'quota-2' })
    assert.equal(second.status, 429)
    const { code, details } = second.body
    assert.deepEqual([code, details.window], ['RATE_LIMITED', 'minute'])
    assert.equal(second.headers['retry-after'], String(details.retryAfterSeconds))
  } finally {
    await taken(boss.put('/v1/check-policy', { all: {}, apps: {} }))
  }
})
