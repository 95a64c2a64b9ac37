import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { PolicyChanges } from '../src/check-policy/index.ts'
import { sendFile } from './dialect-story.ts'
import {
  askerWith,
  type Instance,
  makeProgram,
  type Person,
  type Program,
  send,
  signIn,
  startInstance,
} from './instance.ts'
import { drawn, openStudio } from './media-studio.ts'

const TEXT = { version: 2, scene: 2, openid: 'oAbc', content: '今天天气不错' }
const MEDIA = {
  ...{ version: 2, scene: 2, openid: 'oAbc', media_type: 2 },
  media_url: 'http://10.0.0.1/a.png',
}
const HOUR = 3_600_000

let instance: Instance
let operator: Person
let program: Program

before(async () => {
  instance = await startInstance(undefined, openStudio())
  operator = await signIn(instance, ['operator'])
})
beforeEach(async () => {
  program = await makeProgram(instance)
})
after(() => instance.close())

async function set(changes: PolicyChanges, { all = {} }: { all?: PolicyChanges } = {}) {
  const { status, body } = await operator.put('/v1/check-policy', {
    all,
    apps: { [program.appid]: changes },
  })
  assert.equal(status, 200, JSON.stringify(body))
}

function ask(path: string, body: object) {
  return send(instance.app, {
    method: 'POST',
    url: `${path}?access_token=${program.token}`,
    payload: JSON.stringify(body),
  })
}

const quotas: [
  name: string,
  quotas: PolicyChanges['quotas'],
  path: string,
  body: object,
  errcode: number,
][] = [
  [
    'texts of a minute',
    { text: { perMinute: 2, perDay: null } },
    '/wxa/msg_sec_check',
    TEXT,
    44991,
  ],
  ['texts of a day', { text: { perMinute: null, perDay: 2 } }, '/wxa/msg_sec_check', TEXT, 45009],
  [
    'texts in the older shape',
    { text: { perMinute: 2, perDay: 9 } },
    '/wxa/msg_sec_check',
    { content: '好' },
    44991,
  ],
  [
    'media of a minute',
    { media: { perMinute: 2, perDay: null } },
    '/wxa/media_check_async',
    MEDIA,
    44991,
  ],
  [
    'media of a day',
    { media: { perMinute: 9, perDay: 2 } },
    '/wxa/media_check_async',
    MEDIA,
    45009,
  ],
]

for (const [name, quota, path, body, errcode] of quotas) {
  test(`the third of two ${name} is answered with ${errcode}`, async () => {
    await set({ quotas: quota })
    for (const expected of [0, 0, errcode, errcode]) {
      assert.equal((await ask(path, body)).body.errcode, expected)
    }
  })
}

test('a picture over its quota is 45009, of the minute or the day', async () => {
  await set({ quotas: { picture: { perMinute: 1, perDay: null } } })
  const check = () =>
    sendFile(instance, program, drawn('png', { words: '' }), { path: '/wxa/img_sec_check' })
  assert.deepEqual([(await check()).errcode, (await check()).errcode], [0, 45009])
})

test('texts that an app sends to our own interface count as well', async () => {
  await set({ quotas: { text: { perMinute: 1, perDay: null } } })
  const bearer = askerWith(instance.app, { authorization: `Bearer ${program.token}` })
  const check = () => bearer.post('/v1/checks', { text: '今天天气不错' })
  assert.equal((await check()).status, 200)
  const { status, body, headers } = await check()
  assert.deepEqual([status, body.code, body.details.window], [429, 'RATE_LIMITED', 'minute'])
  assert.ok(Number(headers['retry-after']) > 0)
  assert.equal((await ask('/wxa/msg_sec_check', TEXT)).body.errcode, 44991)
})

test('headers tell what is left of either window, also in a refusal', async () => {
  await set({ quotas: { text: { perMinute: 2, perDay: 5 } } })
  const left: unknown[] = []
  for (let call = 0; call < 3; call += 1) {
    const { headers } = await ask('/wxa/msg_sec_check', TEXT)
    assert.equal(headers['ratelimit-policy'], '"minute";q=2;w=60, "day";q=5;w=86400')
    const [, minute, day] =
      /"minute";r=(\d+);t=\d+, "day";r=(\d+);t=\d+/.exec(String(headers.ratelimit)) ?? []
    left.push([minute, day])
  }
  assert.deepEqual(left.slice(0, 2), [
    ['1', '4'],
    ['0', '3'],
  ])
  assert.equal((left[2] as string[])[0], '0')
})

test('the shipped quotas are those that WeChat documents', async () => {
  const { headers } = await ask('/wxa/msg_sec_check', TEXT)
  assert.equal(headers['ratelimit-policy'], '"minute";q=4000;w=60, "day";q=2000000;w=86400')
})

test('a malformed request is not counted', async () => {
  await set({ quotas: { text: { perMinute: 1, perDay: null } } })
  assert.equal((await ask('/wxa/msg_sec_check', { ...TEXT, scene: 9 })).body.errcode, 40129)
  for (const title of [{}, [], true]) {
    assert.equal((await ask('/wxa/msg_sec_check', { ...TEXT, title })).body.errcode, 47001)
  }
  assert.equal((await ask('/wxa/msg_sec_check', TEXT)).body.errcode, 0)
})

test('a user counts for two hours after a visit, and only for the app that reported it', async () => {
  await set({ openid: 'recentlySeen' })
  const bearer = askerWith(instance.app, { authorization: `Bearer ${program.token}` })
  const check = async (openid: string) =>
    (await ask('/wxa/msg_sec_check', { ...TEXT, openid })).body.errcode
  assert.equal(await check('oVisitor'), 61010)
  const { status } = await bearer.post('/v1/visits', { openids: ['oVisitor'] })
  assert.equal(status, 204)
  assert.equal(await check('oVisitor'), 0)
  assert.equal(
    (await ask('/wxa/media_check_async', { ...MEDIA, openid: 'oNew' })).body.errcode,
    61010,
  )

  const other = await makeProgram(instance)
  const elsewhere = askerWith(instance.app, { authorization: `Bearer ${other.token}` })
  await elsewhere.post('/v1/visits', { openids: ['oStranger'] })
  assert.equal(await check('oStranger'), 43104)

  instance.wallClock.advance(2 * HOUR - 60_000)
  const { token } = await instance.storage.tokens.issue({
    ...{ appid: program.appid, secret: program.secret, kind: 'stable' },
    now: instance.wallClock.now(),
  })
  program = { ...program, token }
  assert.equal(await check('oVisitor'), 0)
  instance.wallClock.advance(120_000)
  assert.equal(await check('oVisitor'), 61010)
})

test('an operator weighs a rule otherwise in one scene of one app', async () => {
  const content = '平台首充送，提款秒到账'
  const suggest = async (scene: number) =>
    (await ask('/wxa/msg_sec_check', { ...TEXT, scene, content })).body.result.suggest
  await set({ weights: { 2: { 'text/doubtful-text': 'off' } } })
  assert.deepEqual([await suggest(2), await suggest(3)], ['pass', 'review'])
  await set({ weights: { 2: { 'text/doubtful-text': 'block' } } })
  assert.equal(await suggest(2), 'risky')
})

test('a code in a picture calls a person in a comment and not in a forum', async () => {
  const engine = instance.ports.media
  assert(engine)
  const { judgePicture } = await import('../src/media-checks/judge-media.ts')
  const bytes = drawn('png', { words: '', code: 'https://a.example' })
  const { appid } = program
  const judge = (scene: number) =>
    judgePicture(instance.ports, bytes, { appid, scene, isSceneNamed: true })
  assert.equal((await judge(2)).suggest, 'review')
  assert.equal((await judge(3)).suggest, 'pass')
})

const malformed: [name: string, policy: object][] = [
  ['a rule that does not exist', { all: { weights: { 2: { 'text/nothing': 'off' } } }, apps: {} }],
  ['a rule of packages', { all: { weights: { 2: { 'ugc/undeclared-ugc': 'off' } } }, apps: {} }],
  ['a weight that is none', { all: { weights: { 2: { 'text/listed-word': 'maybe' } } }, apps: {} }],
  ['a scene that is none', { all: { weights: { 9: {} } }, apps: {} }],
  ['a quota of nothing', { all: { quotas: { text: { perMinute: 0, perDay: 1 } } }, apps: {} }],
  ['a field that is none', { all: { quota: {} }, apps: {} }],
  ['no apps', { all: {} }],
]

for (const [name, policy] of malformed) {
  test(`a policy with ${name} is refused`, async () => {
    assert.equal((await operator.put('/v1/check-policy', policy)).status, 400)
  })
}

test('a policy for an app that does not exist is refused', async () => {
  const { status } = await operator.put('/v1/check-policy', { all: {}, apps: { nobody: {} } })
  assert.equal(status, 404)
})

test('what is set comes back', async () => {
  await set({ isPushedLonger: true }, { all: { openid: 'any' } })
  const { body } = await operator.get('/v1/check-policy')
  assert.deepEqual(body, {
    all: { openid: 'any' },
    apps: { [program.appid]: { isPushedLonger: true } },
  })
})

const ranks: [name: string, contents: readonly string[], rank: number][] = [
  ['nothing known', [], 0],
  ['ordinary texts', ['今天天气不错', '一起去公园'], 0],
  ['two texts for a person', ['加微信聊', '加微信聊'], 1],
  ['one stopped text', ['代开发票'], 2],
  ['three stopped texts', ['代开发票', '出售银行卡', '办假证'], 3],
  ['ten stopped texts', Array(10).fill('代开发票'), 4],
]

for (const [name, contents, rank] of ranks) {
  test(`${name} is rank ${rank}`, async () => {
    for (const content of contents) await ask('/wxa/msg_sec_check', { ...TEXT, content })
    const { body } = await ask('/wxa/getuserriskrank', {
      ...{ appid: program.appid, openid: TEXT.openid, scene: 2, client_ip: '192.0.2.7' },
    })
    assert.deepEqual([body.errcode, body.risk_rank], [0, rank])
    assert.equal(typeof body.unoin_id, 'number')
  })
}

const refused: [name: string, more: object, errcode: number][] = [
  ['another app', { appid: 'wxother' }, 40013],
  ['no app', { appid: undefined }, 47001],
  ['no openid', { openid: null }, 40003],
  ['no scene', { scene: '' }, 47001],
  ['scene 3', { scene: 3 }, 40097],
  ['no address', { client_ip: undefined }, 47001],
  ['an address that is none', { client_ip: 'here' }, 47001],
]

for (const [name, more, errcode] of refused) {
  test(`the risk of ${name} is answered with ${errcode}`, async () => {
    const asked = { appid: program.appid, openid: 'oAbc', scene: 0, client_ip: '::1' }
    assert.equal((await ask('/wxa/getuserriskrank', { ...asked, ...more })).body.errcode, errcode)
  })
}
