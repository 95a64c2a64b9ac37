import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTokenAccess } from '../src/use-cases/token-access.ts'
import { callDialect, type Instance, makeProgram, signIn, startInstance } from './instance.ts'

let instance: Instance
before(async () => {
  instance = await startInstance()
})
after(() => instance.close())

const get = (query: Record<string, string>) =>
  callDialect(instance.app, `/cgi-bin/token?${new URLSearchParams(query)}`, undefined, 'GET')
const stable = (body: unknown) => callDialect(instance.app, '/cgi-bin/stable_token', body)
const use = (token: string) =>
  callDialect(
    instance.app,
    `/wxa/get_latest_auditstatus?access_token=${encodeURIComponent(token)}`,
    undefined,
    'GET',
  )

/** 85058 is the answer of a good token of an app that submitted nothing. */
const GOOD = 85058
const GRANT = { grant_type: 'client_credential' }

const refusals: [name: string, query: Record<string, string>, errcode: number][] = [
  ['no grant type', { appid: 'fx1', secret: 's' }, 40002],
  ['another grant type', { grant_type: 'password', appid: 'fx1', secret: 's' }, 40002],
  ['no appid', { ...GRANT, secret: 's' }, 41002],
  ['an empty appid', { ...GRANT, appid: '', secret: 's' }, 41002],
  ['an appid that no app has', { ...GRANT, appid: 'fx-none', secret: 's' }, 40013],
  ['no secret', { ...GRANT, appid: 'fx1' }, 41004],
]

for (const [name, query, errcode] of refusals) {
  test(`${name} is answered with ${errcode} by both token calls`, async () => {
    assert.equal((await get(query)).errcode, errcode)
    assert.equal((await stable(query)).errcode, errcode)
  })
}

test('a wrong secret is 40125, which no client takes for an old token', async () => {
  const { appid } = await makeProgram(instance)
  const answer = await get({ ...GRANT, appid, secret: '0'.repeat(32) })
  assert.equal(answer.errcode, 40125)
  assert.match(answer.errmsg, / rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/)
})

const closed: [name: string, access: object, errcode: number][] = [
  ['a frozen app', { state: 'frozen' }, 50007],
  ['a frozen secret', { state: 'secretFrozen' }, 40243],
  ['an app that may not have tokens', { state: 'tokensForbidden' }, 50004],
  ['another address', { state: 'open', allowedNetworks: ['203.0.113.0/24'] }, 40164],
]

for (const [name, access, errcode] of closed) {
  test(`${name} is answered with ${errcode} by both token calls`, async () => {
    const { appid, secret } = await makeProgram(instance)
    const operator = await signIn(instance, ['operator'])
    const path = `/v1/apps/${appid}/token-access`
    const { status } = await operator.put(path, { allowedNetworks: null, ...access })
    assert.equal(status, 200)
    assert.equal((await get({ ...GRANT, appid, secret })).errcode, errcode)
    assert.equal((await stable({ ...GRANT, appid, secret })).errcode, errcode)
    await operator.put(path, { state: 'open', allowedNetworks: ['127.0.0.1'] })
    assert.equal((await stable({ ...GRANT, appid, secret })).errcode, undefined)
  })
}

test('behind a proxy of this machine the caller is whom the proxy names', async () => {
  const { appid, secret } = await makeProgram(instance)
  const access = { state: 'open', allowedNetworks: ['203.0.113.7'] } as const
  await setTokenAccess(instance.ports, appid, access)
  const from = async (addresses: string) => {
    const response = await instance.app.inject({
      method: 'POST',
      url: '/cgi-bin/stable_token',
      headers: { 'x-forwarded-for': addresses },
      payload: { ...GRANT, appid, secret },
    })
    return response.json().errcode
  }
  assert.equal(await from('203.0.113.7'), undefined)
  // Whatever a stranger writes stands before the address that the proxy saw.
  assert.equal(await from('203.0.113.7, 198.51.100.1'), 40164)
})

test('stable tokens have a quota of their own', async () => {
  const { appid, secret } = await makeProgram(instance)
  const quota = (perMinute: number, perDay: number) =>
    instance.ports.checkPolicy.change({
      all: {},
      apps: { [appid]: { quotas: { token: { perMinute, perDay } } } },
    })
  const ask = async () => (await stable({ ...GRANT, appid, secret })).errcode
  await quota(1, 10)
  assert.deepEqual([await ask(), await ask()], [undefined, 45011])
  instance.wallClock.advance(60_000)
  await quota(10, 2)
  assert.deepEqual([await ask(), await ask()], [undefined, 45009])
})

test('whoever knows only its id uses up nothing of an app', async () => {
  const { appid, secret } = await makeProgram(instance)
  await instance.ports.checkPolicy.change({
    all: {},
    apps: { [appid]: { quotas: { token: { perMinute: 1, perDay: 1 } } } },
  })
  assert.equal((await stable({ ...GRANT, appid, secret: 'guessed' })).errcode, 40125)
  assert.equal((await stable({ ...GRANT, appid })).errcode, 41004)
  assert.equal((await stable({ ...GRANT, appid, secret })).errcode, undefined)
})

test('a token comes without errcode and lasts 7200 seconds', async () => {
  const { appid, secret } = await makeProgram(instance)
  const answer = await get({ ...GRANT, appid, secret })
  assert.deepEqual(Object.keys(answer), ['access_token', 'expires_in'])
  assert.equal(answer.expires_in, 7200)
})

test('of forced refreshes in one moment one passes, and its token is good', async () => {
  const { appid, secret } = await makeProgram(instance)
  const force = { ...GRANT, appid, secret, force_refresh: true }
  const answers = await Promise.all(Array.from({ length: 10 }, () => stable(force)))
  const [good, ...others] = answers.sort((one) => (one.errcode === undefined ? -1 : 1))
  assert.equal((await use(good.access_token)).errcode, GOOD)
  assert.deepEqual(new Set(others.map(({ errcode }) => errcode)), new Set([45011]))
})

test('a secret that is made anew in this moment is a wrong one', async (context) => {
  const { appid } = await makeProgram(instance)
  context.mock.method(instance.ports.storage.apps, 'hasSecret', async () => true)
  assert.equal((await get({ ...GRANT, appid, secret: 'the former' })).errcode, 40125)
})

test('HEAD issues nothing', async () => {
  const { appid, secret } = await makeProgram(instance)
  const { access_token: token } = await get({ ...GRANT, appid, secret })
  const query = new URLSearchParams({ ...GRANT, appid, secret })
  await instance.app.inject({ method: 'HEAD', url: `/cgi-bin/token?${query}` })
  assert.equal((await use(token)).errcode, GOOD)
})

test('a plain token ends the one before and leaves the stable one alone', async () => {
  const { appid, secret, token } = await makeProgram(instance)
  const first = await get({ ...GRANT, appid, secret })
  assert.equal((await use(first.access_token)).errcode, GOOD)
  const second = await get({ ...GRANT, appid, secret })
  assert.equal((await use(first.access_token)).errcode, 40001)
  assert.equal((await use(second.access_token)).errcode, GOOD)
  assert.equal((await use(token)).errcode, GOOD)
})

test('a stable token stays the same while it is good, with the time that remains', async () => {
  const { appid, secret, token } = await makeProgram(instance)
  instance.wallClock.advance(1_000_000)
  const answer = await stable({ ...GRANT, appid, secret, force_refresh: null })
  assert.equal(answer.access_token, token)
  assert(answer.expires_in <= 6200 && answer.expires_in > 6100, String(answer.expires_in))
})

test('a stable token near its end is followed by another while it is still good', async () => {
  const { appid, secret, token } = await makeProgram(instance)
  instance.wallClock.advance(6_950_000)
  const next = await stable({ ...GRANT, appid, secret })
  assert.notEqual(next.access_token, token)
  assert.equal((await use(token)).errcode, GOOD)
  instance.wallClock.advance(251_000)
  assert.equal((await use(token)).errcode, 42001)
})

test('a forced refresh ends the token before it and is refused within 30 seconds', async () => {
  const { appid, secret, token } = await makeProgram(instance)
  const force = { ...GRANT, appid, secret, force_refresh: true }
  const forced = await stable(force)
  assert.notEqual(forced.access_token, token)
  assert.equal((await use(token)).errcode, 40001)
  instance.wallClock.advance(29_000)
  assert.equal((await stable(force)).errcode, 45011)
  instance.wallClock.advance(2_000)
  assert.equal((await stable({ ...force, force_refresh: 'true' })).errcode, undefined)
})

test('the twenty-first forced refresh of a day is refused', async () => {
  const { appid, secret } = await makeProgram(instance)
  const force = { ...GRANT, appid, secret, force_refresh: true }
  const dayMs = 86_400_000
  const morning = dayMs - ((instance.wallClock.now() + 8 * 3_600_000) % dayMs)
  instance.wallClock.advance(morning)
  for (let count = 0; count < 20; count += 1) {
    assert.equal((await stable(force)).errcode, undefined)
    instance.wallClock.advance(31_000)
  }
  assert.equal((await stable(force)).errcode, 45009)
  instance.wallClock.advance(dayMs)
  assert.equal((await stable(force)).errcode, undefined)
})

test('the stable call takes POST with a JSON body only', async () => {
  const ask = (body: unknown, method: 'GET' | 'POST' = 'POST') =>
    callDialect(instance.app, '/cgi-bin/stable_token', body, method)
  assert.equal((await ask(undefined, 'GET')).errcode, 43002)
  assert.equal((await ask(undefined)).errcode, 44002)
  assert.equal((await ask('{"grant_type":')).errcode, 47001)
  assert.equal((await ask('[]')).errcode, 47001)
  assert.equal((await ask({ ...GRANT, appid: { a: 1 } })).errcode, 47001)
})

const badTokens: [name: string, query: string, errcode: number][] = [
  ['no token', '', 41001],
  ['an empty token', '?access_token=', 41001],
  ['two tokens', '?access_token=a&access_token=b', 41001],
  ['a token that has no such form', '?access_token=%E4%BD%A0%E5%A5%BD', 40014],
  ['a token that is too short', '?access_token=abc', 40014],
  ['a token that was never given', `?access_token=${'x'.repeat(43)}`, 40001],
]

for (const [name, query, errcode] of badTokens) {
  test(`${name} is answered with ${errcode}`, async () => {
    const answer = await callDialect(instance.app, `/wxa/msg_sec_check${query}`, { content: 'a' })
    assert.equal(answer.errcode, errcode)
  })
}

test('a token in the header does not count in the dialect', async () => {
  const { token } = await makeProgram(instance)
  const response = await instance.app.inject({
    method: 'POST',
    url: '/wxa/msg_sec_check',
    headers: { authorization: `Bearer ${token}` },
    payload: '{"content":"a"}',
  })
  assert.equal(response.json().errcode, 41001)
})

test('a fresh secret ends the tokens that the former one gave', async () => {
  const { appid, token } = await makeProgram(instance)
  await instance.storage.apps.renewSecret(appid)
  assert.equal((await use(token)).errcode, 40001)
})
