import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { packFiles } from '@fangxing/server'
import fc from 'fast-check'
import { packageLimits } from '../src/archive/index.ts'
import { buildApp } from '../src/build-app.ts'
import {
  type Answer,
  askerWith,
  type Instance,
  makeProgram,
  ORIGIN,
  type Person,
  packageForm,
  send,
  signIn,
  startInstance,
} from './instance.ts'

let instance: Instance
let developer: Person
let operator: Person
let appid: string

before(async () => {
  instance = await startInstance()
  developer = await signIn(instance, ['developer', 'reviewer'])
  operator = await signIn(instance, ['operator'])
  appid = (await makeProgram(instance)).appid
})
after(() => instance.close())

const SUBJECT = { kind: 'enterprise', overseas: false, region: 'CN-GD' }
const APP = { name: '园艺', subject: SUBJECT, categories: [] }

const bodies: [name: string, path: string, body: unknown, field: RegExp][] = [
  ['an app without anything', '/v1/apps', {}, /body\/name/],
  ['an app with null everywhere', '/v1/apps', nulls(APP), /body\/name/],
  ['an app with a blank name', '/v1/apps', { ...APP, name: '  ' }, /body\/name/],
  ['a region in words', '/v1/apps', { ...APP, subject: { ...SUBJECT, region: '广东' } }, /region/],
  ['an appid with a path in it', '/v1/apps', { ...APP, appid: '../x' }, /body\/appid/],
  ['a check without text', '/v1/checks', { scene: 1 }, /body\/text/],
  ['a check of a number', '/v1/checks', { text: 5 }, /body\/text/],
  ['a check in scene 9', '/v1/checks', { text: '好', scene: 9 }, /body\/scene/],
  ['a check in a scene in words', '/v1/checks', { text: '好', scene: '1' }, /body\/scene/],
  ['a list', '/v1/checks', [1], /body/],
]

for (const [name, path, body, field] of bodies) {
  test(`${name} is refused with the field`, async () => {
    const answer = await developer.post(path, body)
    assert.equal(answer.status, 400, JSON.stringify(answer.body))
    assert.equal(answer.body.code, 'REQUEST_MALFORMED')
    assert.match(answer.body.details.fields.join(' '), field)
  })
}

test('a term is refused with an odd label, level or length', async () => {
  const term = { text: '某词', label: 10001, level: 'block' }
  for (const odd of [{ label: 7 }, { level: 'high' }, { text: '' }, { text: '词'.repeat(101) }]) {
    assert.equal((await operator.post('/v1/terms', { ...term, ...odd })).status, 400)
  }
})

test('a category that is in no table is refused by name', async () => {
  const categories = [{ first: '社交', second: '养鱼' }]
  const answer = await developer.post('/v1/apps', { ...APP, categories })
  assert.equal(answer.status, 422)
  assert.deepEqual(answer.body.details.categories, ['社交-养鱼'])
})

test('a text of 10 MB is refused by size, and one beyond the limit by length', async () => {
  const large = await developer.post('/v1/checks', { text: '字'.repeat(10_000_000 / 3) })
  assert.equal(large.status, 413)
  const long = await developer.post('/v1/checks', { text: '0123456789'.repeat(60_000) })
  assert.equal(long.status, 413)
  assert.equal(long.body.code, 'TEXT_TOO_LONG')
  assert(long.body.details.length > long.body.details.maxLength)
})

test('broken JSON is a malformed request and no fault of ours', async () => {
  const answer = await raw('application/json', '{"text": "好')
  assert.equal(answer.status, 400)
  assert.equal(answer.body.code, 'REQUEST_MALFORMED')
  assert.equal((await raw('text/plain', 'text')).status, 400)
  assert.equal((await raw('application/json', '')).status, 400)
  assert.deepEqual(instance.log, [])
})

test('any text is checked, with spans that slice back to what matched, and read back as it was', async () => {
  const unit = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom('\ud800', '\udfff', '\0', '加微信', '色情', '\u200b', '❤️', '𠮷'),
  )
  const anyText = fc.array(unit, { maxLength: 12 }).map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const { status, body } = await developer.post('/v1/checks', { text })
      assert.equal(status, 200, JSON.stringify(body))
      for (const { place, matched } of body.hits) {
        assert.equal(text.slice(place.start, place.end), matched)
      }
      const { body: kept } = await developer.get(`/v1/checks/${body.id}`)
      assert.equal(kept.suggest, body.suggest)
      if (kept.texts !== null) assert.equal(kept.texts[0].text, text)
    }),
    { numRuns: 60 },
  )
})

const ids: [name: string, path: string, code: string][] = [
  ['release', '/v1/releases/none', 'RELEASE_NOT_FOUND'],
  [
    'release with a quote',
    `/v1/releases/${encodeURIComponent("' or 1=1 --")}`,
    'RELEASE_NOT_FOUND',
  ],
  ['release with NUL', '/v1/releases/%00', 'RELEASE_NOT_FOUND'],
  ['app', '/v1/apps/none', 'APP_NOT_FOUND'],
  ['app with NUL', '/v1/apps/a%00b', 'APP_NOT_FOUND'],
  ['check', '/v1/checks/none', 'CHECK_NOT_FOUND'],
  ['check with NUL', '/v1/checks/%00', 'CHECK_NOT_FOUND'],
]

for (const [name, path, code] of ids) {
  test(`a ${name} that does not exist is ${code}`, async () => {
    const answer = await developer.get(path)
    assert.equal(answer.status, 404, JSON.stringify(answer.body))
    assert.equal(answer.body.code, code)
  })
}

test('an id of a thousand characters is malformed', async () => {
  assert.equal((await developer.get(`/v1/releases/${'a'.repeat(100)}`)).status, 400)
})

test('a cursor that was made up and a limit out of range are malformed', async () => {
  for (const query of ['cursor=made-up', 'limit=0', 'limit=201', 'limit=x', 'state=gone']) {
    const answer = await developer.get(`/v1/releases?${query}`)
    assert.equal(answer.status, 400, `${query}: ${JSON.stringify(answer.body)}`)
  }
})

test('pages go on where the one before ended', async () => {
  for (let count = 0; count < 5; count += 1)
    await developer.post('/v1/checks', { text: `第${count}条` })
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const next: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const { body } = await developer.get(`/v1/checks?limit=2${next}`)
    seen.push(...body.items.map(({ id }: { id: string }) => id))
    cursor = body.nextCursor
  } while (cursor !== null && seen.length < 500)
  assert.equal(new Set(seen).size, seen.length)
  assert(seen.length >= 5)
})

const FORM = { version: '1.0.0', description: '' }

const packages: [name: string, files: Record<string, string>, status: number, code: string][] = [
  ['without app.json', { 'a.js': '' }, 422, 'MANIFEST_MISSING'],
  ['with a broken app.json', { 'app.json': '{"pages": [' }, 422, 'MANIFEST_MALFORMED'],
]

for (const [name, files, status, code] of packages) {
  test(`a package ${name} is refused and leaves nothing behind`, async () => {
    const bytes = await packFiles(
      new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])),
    )
    const answer = await uploadBytes(bytes, FORM)
    assert.equal(answer.status, status, JSON.stringify(answer.body))
    assert.equal(answer.body.code, code)
    assert.deepEqual((await developer.get(`/v1/releases?appid=${appid}`)).body.items, [])
  })
}

test('bytes that are no zip are refused', async () => {
  assert.equal((await uploadBytes(Buffer.from('hello'), FORM)).body.code, 'PACKAGE_UNREADABLE')
  assert.equal((await uploadBytes(Buffer.alloc(0), FORM)).body.code, 'PACKAGE_UNREADABLE')
})

test('a package one byte over the limit is refused', async () => {
  const answer = await uploadBytes(Buffer.alloc(packageLimits.maxArchiveBytes + 1), FORM)
  assert.equal(answer.status, 413)
  assert.equal(answer.body.code, 'PACKAGE_TOO_LARGE')
})

test('a form without package, without version or with two packages is refused with the field', async () => {
  const { payload, contentType } = await packageForm('plain-tool', { description: '' })
  const noVersion = await sendForm(payload, contentType)
  assert.deepEqual([noVersion.status, noVersion.body.code], [400, 'REQUEST_MALFORMED'])
  assert.match(noVersion.body.details.fields[0], /version/)

  const empty = new FormData()
  empty.set('version', '1')
  const noPackage = await sendFormData(empty)
  assert.match(noPackage.body.details.fields[0], /package/)

  const two = new FormData()
  two.append('package', new Blob(['a']), 'a.zip')
  two.append('package', new Blob(['b']), 'b.zip')
  assert.equal((await sendFormData(two)).status, 400)
})

test('a form that breaks off is refused, wherever it is cut', async () => {
  const { payload, contentType } = await packageForm('plain-tool', FORM)
  for (const share of [0.05, 0.5, 0.99]) {
    const cut = payload.subarray(0, Math.floor(payload.length * share))
    const answer = await sendForm(cut, contentType)
    assert.equal(answer.status, 400, JSON.stringify(answer.body))
  }
  const withoutBoundary = await sendForm(payload, 'multipart/form-data')
  assert.equal(withoutBoundary.status, 400)
  const json = await developer.post(`/v1/apps/${appid}/releases`, { package: 'x' })
  assert.equal(json.status, 400)
})

test('a step sent twice happens once', async () => {
  const { payload, contentType } = await packageForm('plain-tool', FORM)
  const { body: draft } = await sendForm(payload, contentType)
  const submission = {
    ugcDeclaration: { scenes: [0], methods: [], hasAuditTeam: false, description: '' },
  }
  const answers = await Promise.all(
    [1, 2, 3].map(() => developer.post(`/v1/releases/${draft.id}/submit`, submission)),
  )
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409])
})

test('a step that needs no words needs no body', async () => {
  const { payload, contentType } = await packageForm('plain-tool', FORM)
  const { body: draft } = await sendForm(payload, contentType)
  for (const type of [undefined, 'application/json']) {
    const { cookie } = developer
    const { status, body } = await send(instance.app, {
      method: 'POST',
      url: `/v1/releases/${draft.id}/withdraw`,
      headers: {
        host: 'localhost:80',
        origin: ORIGIN,
        cookie,
        ...(type && { 'content-type': type }),
      },
    })
    assert.deepEqual([status, body.code], [409, 'EVENT_NOT_ALLOWED'], JSON.stringify(body))
    assert.deepEqual(body.details.allowed, ['submitted'])
  }
})

test('an error of the storage is answered without its text and logged once', async () => {
  const { storage } = instance.ports
  const find = () => Promise.reject(new Error('secret detail of the database'))
  const checks = { ...storage.checks, find }
  const app = await buildApp({ ...instance.ports, storage: { ...storage, checks } })
  const asker = askerWith(app, { cookie: developer.cookie })
  const { status, body } = await asker.get('/v1/checks/any')
  assert.equal(status, 500)
  assert.equal(body.code, 'INTERNAL')
  assert.doesNotMatch(JSON.stringify(body), /secret detail/)
  const lines = instance.log.filter((line) => line.includes(body.requestId))
  assert.equal(lines.length, 1)
  assert.match(lines[0] ?? '', /secret detail of the database/)
  assert.doesNotMatch(lines[0] ?? '', /\n/)
})

function nulls(value: object): object {
  return Object.fromEntries(Object.keys(value).map((key) => [key, null]))
}

function raw(contentType: string, payload: string): Promise<Answer> {
  return send(instance.app, {
    method: 'POST',
    url: '/v1/checks',
    headers: headers(contentType),
    payload,
  })
}

async function uploadBytes(bytes: Uint8Array, fields: Record<string, string>): Promise<Answer> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('package', new Blob([new Uint8Array(bytes)]), 'package.zip')
  return sendFormData(form)
}

async function sendFormData(form: FormData): Promise<Answer> {
  const response = new Response(form)
  const payload = Buffer.from(await response.arrayBuffer())
  return sendForm(payload, response.headers.get('content-type') ?? '')
}

function sendForm(payload: Buffer, contentType: string): Promise<Answer> {
  return send(instance.app, {
    method: 'POST',
    url: `/v1/apps/${appid}/releases`,
    headers: headers(contentType),
    payload,
  })
}

function headers(contentType: string) {
  const { cookie } = developer
  return { host: 'localhost:80', origin: ORIGIN, cookie, 'content-type': contentType }
}

test('an address that cannot be decoded is refused without being repeated', async () => {
  const answer = await instance.app.inject({ url: '/wxa/%E0%A4%A?access_token=SECRET' })
  assert.equal(answer.statusCode, 400)
  assert.equal(answer.json().code, 'REQUEST_MALFORMED')
  assert.doesNotMatch(answer.body, /SECRET/)
})
