import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, beforeEach, test } from 'node:test'
import { sendFile } from './dialect-story.ts'
import {
  type Instance,
  type Json,
  makeProgram,
  type Person,
  type Program,
  signIn,
  startInstance,
} from './instance.ts'
import { drawn, openStudio } from './media-studio.ts'
import { refused, taken } from './people.ts'
import { type Received, type Receiver, startReceiver } from './receiver.ts'
import { AES_KEY, PUSH, TOKEN } from './wechat-pushes.ts'

const SECRET = 'a secret of theirs 1234'
const SETTINGS = { kind: 'wechat', appid: 'wxtheirs', cacheSeconds: 0, whenDown: 'fail-open' }

let instance: Instance
let operator: Person
let program: Program
/** Stands for WeChat: its API on 127.0.0.1. */
let theirs: Receiver
let checks: Received[]

before(async () => {
  instance = await startInstance(undefined, openStudio())
  operator = await signIn(instance, ['operator'])
  theirs = await startReceiver()
  for (const [text, level] of [
    ['丁香茶', 'review'],
    ['夹竹桃', 'block'],
  ]) {
    await taken(operator.post('/v1/terms', { text, label: 10001, level }), 201)
  }
})
beforeEach(async () => {
  program = await makeProgram(instance)
  theySay({ errcode: 0, result: { suggest: 'pass', label: 100 }, trace_id: 'their-id' })
})
after(async () => {
  await theirs.close()
  await instance.close()
})

function theySay(answer: object, status = 200): void {
  checks = []
  theirs.answer((response, received) => {
    if (received.url.pathname === '/cgi-bin/stable_token') {
      response.end(JSON.stringify({ access_token: 'their-token', expires_in: 7200 }))
      return
    }
    checks.push(received)
    response.writeHead(status).end(JSON.stringify(answer))
  })
}

async function ask(settings: object): Promise<Json> {
  const body = { ...SETTINGS, baseUrl: new URL(theirs.url).origin, secret: SECRET, ...settings }
  return taken(operator.put(`/v1/apps/${program.appid}/upstream`, body))
}

async function check(content: string): Promise<Json> {
  const body = { version: 2, scene: 3, openid: 'o-1', content, title: '标题', fangxing: true }
  const answer = await program.call('/wxa/msg_sec_check', body)
  assert.equal(answer.errcode, 0, JSON.stringify(answer))
  return answer
}

async function comparisonsOf(count: number, query = ''): Promise<Json[]> {
  for (;;) {
    const path = `/v1/apps/${program.appid}/upstream/comparisons${query}`
    const { items } = await taken(operator.get(path))
    if (items.length >= count) return items
  }
}

const RISKY = { errcode: 0, result: { suggest: 'risky', label: 20002 }, trace_id: 'their-id' }

test('the stricter answer is told, under the label of whoever gave it', async () => {
  await ask({ merge: 'strictest' })
  theySay(RISKY)
  const answer = await check('今天天气不错')
  assert.deepEqual(answer.result, { suggest: 'risky', label: 20002 })
  const said = { name: 'wechat', suggest: 'risky', label: 20002, trace_id: 'their-id' }
  assert.deepEqual(answer.fangxing.upstream, said)
})

test('they are asked in WeChat’s own words, with a token of the app’s credentials there', async () => {
  await ask({ merge: 'strictest' })
  await check('今天天气不错')
  const [{ url, body }] = checks as [Received]
  assert.equal(`${url.pathname}${url.search}`, '/wxa/msg_sec_check?access_token=their-token')
  assert.deepEqual(JSON.parse(body), {
    ...{ version: 2, scene: 3, openid: 'o-1', content: '今天天气不错', title: '标题' },
  })
  const token = theirs.received.findLast((one) => one.url.pathname === '/cgi-bin/stable_token')
  const { appid, secret } = JSON.parse(token?.body ?? '')
  assert.deepEqual([appid, secret], ['wxtheirs', SECRET])
})

test('a text that is risky here is not shown to them when the strictest counts', async () => {
  await ask({ merge: 'strictest' })
  assert.equal((await check('夹竹桃')).result.suggest, 'risky')
  assert.equal(checks.length, 0)
})

test('with local first only what is doubtful here is asked there, and settled', async () => {
  await ask({ merge: 'local-first' })
  assert.equal((await check('今天天气不错')).result.suggest, 'pass')
  assert.equal(checks.length, 0)
  const answer = await check('来一壶丁香茶')
  assert.deepEqual(answer.result, { suggest: 'pass', label: 100 })
  const { items } = await taken(operator.get(`/v1/cases?appid=${program.appid}`))
  assert.deepEqual(items, [], 'what is settled waits for nobody')
})

test('a shadow changes no answer, and its own is kept beside ours', async () => {
  await ask({ merge: 'shadow' })
  theySay(RISKY)
  const answer = await check('今天天气不错')
  assert.deepEqual(answer.result, { suggest: 'pass', label: 100 })
  const [kept] = await comparisonsOf(1, '?disagreed=true')
  assert.deepEqual(
    [kept.checkId, kept.local, kept.answer, kept.told],
    [
      answer.trace_id,
      { suggest: 'pass', label: 100 },
      { suggest: 'risky', label: 20002, traceId: 'their-id' },
      'pass',
    ],
  )
  const { items } = await taken(operator.get(`/v1/apps/${program.appid}/upstream/agreement`))
  assert.deepEqual(items, [{ ours: 'pass', theirs: 'risky', count: 1 }])
})

const DOWN: [whenDown: string, told: string][] = [
  ['fail-open', 'pass'],
  ['fail-review', 'review'],
  ['fail-closed', 'risky'],
]

for (const [whenDown, told] of DOWN) {
  test(`without an answer from there ${whenDown} tells ${told}, and the reason is kept`, async () => {
    await ask({ merge: 'strictest', whenDown })
    theySay({}, 502)
    const answer = await check('今天天气不错')
    assert.equal(answer.result.suggest, told)
    assert.deepEqual(answer.fangxing.upstream, { name: 'wechat', because: 'UNREACHABLE' })
    const [kept] = await comparisonsOf(1)
    assert.deepEqual([kept.answer, kept.trouble, kept.told], [null, 'UNREACHABLE', told])
  })
}

test('an answer that never comes is given up after the time that was set', async () => {
  await ask({ merge: 'strictest', timeoutMs: 50, whenDown: 'fail-review' })
  theirs.answer(() => {})
  const answer = await check('今天天气不错')
  assert.equal(answer.result.suggest, 'review')
  assert.equal(answer.fangxing.upstream.because, 'TOO_SLOW')
})

test('what failed there and is doubtful for it waits for a person here', async () => {
  await ask({ merge: 'strictest', whenDown: 'fail-review' })
  theySay({ errcode: -1, errmsg: 'system error' })
  const { trace_id } = await check('今天天气不错')
  const { items } = await taken(operator.get(`/v1/cases?appid=${program.appid}`))
  assert.deepEqual(
    items.map(({ id }: Json) => id),
    [trace_id],
  )
  const { check: seen } = await taken(operator.get(`/v1/cases/${trace_id}`))
  assert.deepEqual(seen.upstream, {
    ...{ name: 'wechat', suggest: null, label: null, because: 'UNREACHABLE' },
  })
})

test('a token that is no longer good is asked for again, once', async () => {
  await ask({ merge: 'strictest' })
  let tokens = 0
  theirs.answer((response, { url }) => {
    const isToken = url.pathname === '/cgi-bin/stable_token'
    if (isToken) tokens += 1
    const isStale = url.searchParams.get('access_token') === 'token-1'
    const answer = isToken
      ? { access_token: `token-${tokens}`, expires_in: 7200 }
      : isStale
        ? { errcode: 40001, errmsg: 'invalid credential' }
        : RISKY
    response.end(JSON.stringify(answer))
  })
  assert.equal((await check('今天天气不错')).result.suggest, 'risky')
  assert.equal(tokens, 2)
})

const REFUSED: [name: string, answer: object | string, because: string][] = [
  ['wrong credentials', { errcode: 40125, errmsg: 'invalid appsecret' }, 'CREDENTIALS_REFUSED'],
  ['an unknown writer', { errcode: 40003, errmsg: 'invalid openid' }, 'REFUSED'],
  ['a used-up day', { errcode: 45009 }, 'QUOTA_USED'],
  ['a used-up minute', { errcode: 44991 }, 'QUOTA_USED'],
  ['another shape', { errcode: 0 }, 'ANSWER_UNKNOWN'],
  ['a page instead of JSON', '<html>', 'ANSWER_UNKNOWN'],
  ['a list', [], 'ANSWER_UNKNOWN'],
]

for (const [name, answer, because] of REFUSED) {
  test(`${name} is told as ${because}`, async () => {
    await ask({ merge: 'strictest' })
    if (typeof answer === 'object') theySay(answer)
    else {
      theirs.answer((response, { url }) => {
        const token = JSON.stringify({ access_token: 't', expires_in: 7200 })
        response.end(url.pathname === '/cgi-bin/stable_token' ? token : answer)
      })
    }
    assert.equal((await check('今天天气不错')).fangxing.upstream.because, because)
  })
}

test('the secret never comes back, and is kept when a change names none', async () => {
  const { upstream } = await ask({ merge: 'shadow' })
  assert.equal(upstream.secretHint, '…1234')
  const changed = { ...SETTINGS, baseUrl: new URL(theirs.url).origin, merge: 'strictest' }
  const path = `/v1/apps/${program.appid}/upstream`
  await taken(operator.put(path, changed))
  const { body } = await operator.get(path)
  assert(!JSON.stringify(body).includes(SECRET))
  assert.equal((await taken(operator.post(`${path}/test`))).ok, true)
  const token = theirs.received.findLast((one) => one.url.pathname === '/cgi-bin/stable_token')
  assert.equal(JSON.parse(token?.body ?? '').secret, SECRET)
})

test('a picture is shown to them as a file, and the stricter answer is told', async () => {
  await ask({ merge: 'strictest' })
  theySay({ errcode: 87014, errmsg: 'risky content' })
  const clean = drawn('png', { words: '' })
  const send = () =>
    sendFile(instance, program, clean, { path: '/wxa/img_sec_check', field: 'media' })
  assert.equal((await send()).errcode, 87014)
  const [{ url, headers, body }] = checks as [Received]
  assert.equal(url.pathname, '/wxa/img_sec_check')
  assert.match(String(headers['content-type']), /^multipart\/form-data/)
  assert.match(body, /name="media"; filename=/)
  theySay({ errcode: 0 })
  assert.equal((await send()).errcode, 0)
})

test('many at once that a minute refuses leave the day to the next', async () => {
  await ask({ merge: 'strictest', perMinute: 2, perDay: 20 })
  await Promise.all(Array.from({ length: 40 }, () => check('今天天气不错')))
  assert.equal(checks.length, 2)
  await instance.wallClock.advance(60_000)
  await check('今天天气不错')
  assert.equal(checks.length, 3)
})

test('an app that has taken its upstream away asks nobody', async () => {
  await ask({ merge: 'strictest' })
  const path = `/v1/apps/${program.appid}/upstream`
  assert.equal((await operator.delete(path)).status, 204)
  await check('今天天气不错')
  assert.equal(checks.length, 0)
  await refused(operator.post(`${path}/test`), 409, 'UPSTREAM_MISSING')
})

test('a base URL with a slash at its end or a query is refused', async () => {
  for (const baseUrl of ['https://a.example/', 'https://a.example?x=1', 'ftp://a.example']) {
    const body = { ...SETTINGS, baseUrl, secret: SECRET, merge: 'shadow' }
    const put = operator.put(`/v1/apps/${program.appid}/upstream`, body)
    await refused(put, 400, 'REQUEST_MALFORMED')
  }
})

test('another server of this kind can be asked as WeChat is', async () => {
  await instance.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = instance.app.server.address() as AddressInfo
  const there = await makeProgram(instance)
  const { appid, secret } = there
  await ask({ merge: 'shadow', baseUrl: `http://127.0.0.1:${port}`, appid, secret })
  const path = `/v1/apps/${program.appid}/upstream`
  assert.deepEqual(
    { ...(await taken(operator.post(`${path}/test`))), tookMs: 0 },
    {
      ...{ ok: true, because: null, tookMs: 0 },
    },
  )
  await check('夹竹桃')
  const [{ answer }] = await comparisonsOf(1)
  assert.deepEqual([answer.suggest, answer.label], ['risky', 10001])
})

const MALFORMED: [name: string, push: object][] = [
  ['a mode that seals without a key', { mode: 'safe', token: TOKEN }],
  ['no token', { mode: 'plain' }],
  ['a token with a space', { mode: 'plain', token: 'a b c' }],
  ['a key that is too short', { mode: 'safe', token: TOKEN, encodingAesKey: AES_KEY.slice(1) }],
  ['a wait of an hour', { mode: 'plain', token: TOKEN, waitMinutes: 60 }],
]

for (const [name, push] of MALFORMED) {
  test(`${name} is refused, and the field is named`, async () => {
    const body = {
      ...{ ...SETTINGS, secret: SECRET },
      baseUrl: new URL(theirs.url).origin,
      merge: 'shadow',
      whenDown: 'fail-open',
    }
    const put = operator.put(`/v1/apps/${program.appid}/upstream`, { ...body, push })
    const details = await refused(put, 400, 'REQUEST_MALFORMED')
    assert.match(JSON.stringify(details), /push/)
  })
}

test('secrets of the push never come back, and stay when a change names none', async () => {
  const { upstream } = await ask({ merge: 'shadow', push: PUSH })
  const { tokenHint, hasKey, path, mode } = upstream.push
  assert.deepEqual([tokenHint, hasKey, mode], ['…n123', true, 'safe'])
  assert.equal(path, `/upstream/${program.appid}/push`)
  assert.ok(
    !JSON.stringify(upstream).includes(TOKEN) && !JSON.stringify(upstream).includes(AES_KEY),
  )
  await ask({ merge: 'strictest', push: { mode: 'compatible' } })
  const kept = await instance.storage.upstreams.find(program.appid)
  assert.deepEqual(
    [kept?.push?.token, kept?.push?.encodingAesKey, kept?.push?.waitMinutes],
    [TOKEN, AES_KEY, 25],
  )
  await ask({ merge: 'strictest' })
  assert.equal((await instance.storage.upstreams.find(program.appid))?.push?.token, TOKEN)
})
