import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { SESSION_LASTS_MS } from '../src/native/session.ts'
import { askerWith, type Instance, PASSWORD, send, signIn, startInstance } from './instance.ts'

let instance: Instance
let consoleDirectory: string

before(async () => {
  consoleDirectory = await mkdtemp(join(tmpdir(), 'fangxing-console-'))
  await mkdir(join(consoleDirectory, 'assets'))
  await writeFile(join(consoleDirectory, 'index.html'), '<!doctype html><title>放行</title>')
  await writeFile(join(consoleDirectory, 'assets', 'index-a1b2.js'), 'export {}')
  instance = await startInstance(consoleDirectory)
})
after(async () => {
  await instance.close()
  await rm(consoleDirectory, { recursive: true })
})

test('the first run makes one operator with a token that works once', async () => {
  const nobody = askerWith(instance.app, {})
  assert.deepEqual((await nobody.get('/v1/first-run')).body, { open: true })
  const token = await instance.storage.firstRun.open(instance.wallClock.now())
  const draft = { token, name: '运营', password: PASSWORD }

  assert.equal((await nobody.post('/v1/first-run', { ...draft, token: 'guess' })).status, 403)
  const short = await nobody.post('/v1/first-run', { ...draft, password: '123456789' })
  assert.equal(short.status, 400)
  assert.match(short.body.details.fields[0], /password/)

  const made = await send(instance.app, { method: 'POST', url: '/v1/first-run', payload: draft })
  assert.equal(made.status, 201)
  assert.deepEqual(made.body.user.roles, ['operator'])
  assert.match(String(made.headers['set-cookie']), /HttpOnly; SameSite=Strict/)

  assert.deepEqual((await nobody.get('/v1/first-run')).body, { open: false })
  const again = await nobody.post('/v1/first-run', draft)
  assert.equal(again.body.code, 'FIRST_RUN_LINK_USED')
  assert.equal(await instance.storage.firstRun.open(instance.wallClock.now()), null)
})

test('a session ends when its owner signs out, and by itself after half a day', async () => {
  const first = await signIn(instance, ['developer'])
  assert.equal((await first.get('/v1/session')).status, 200)
  assert.equal((await first.delete('/v1/session')).status, 204)
  assert.equal((await first.get('/v1/session')).status, 401)

  const second = await signIn(instance, ['developer'])
  instance.wallClock.advance(SESSION_LASTS_MS)
  assert.equal((await second.get('/v1/session')).status, 401)
})

test('moving the simulated clock signs nobody out', async () => {
  const operator = await signIn(instance, ['operator'])
  const before = instance.clock.now()
  const { body } = await operator.post('/v1/clock/advance', { byMs: 30 * 86_400_000 })
  assert(body.now >= before + 30 * 86_400_000)
  assert.equal((await operator.get('/v1/session')).status, 200)
  for (const byMs of [0, -1, 1.5, '1', null]) {
    assert.equal((await operator.post('/v1/clock/advance', { byMs })).status, 400)
  }
})

test('a wrong name and a wrong password get the same answer', async () => {
  const { user } = await makeUser('小林')
  const nobody = askerWith(instance.app, {})
  const wrongName = await nobody.post('/v1/session', { name: '没有', password: PASSWORD })
  const wrongPassword = await nobody.post('/v1/session', { name: user.name, password: 'x' })
  assert.deepEqual([wrongName.status, wrongName.body.code], [401, 'SIGN_IN_FAILED'])
  assert.deepEqual([wrongPassword.status, wrongPassword.body.code], [401, 'SIGN_IN_FAILED'])
  assert.equal(wrongPassword.body.detail, wrongName.body.detail)
})

test('after ten tries for one name even the right password has to wait', async () => {
  const { user } = await makeUser('小周')
  const nobody = askerWith(instance.app, {})
  for (let count = 0; count < 10; count += 1) {
    await nobody.post('/v1/session', { name: user.name, password: 'guess' })
  }
  const { status, body } = await nobody.post('/v1/session', { name: '小周', password: PASSWORD })
  assert.equal(status, 429)
  assert.equal(body.code, 'RATE_LIMITED')
  assert(body.details.retryAfterSeconds > 0)
  await makeUser('小吴')
  assert.equal((await nobody.post('/v1/session', { name: '小吴', password: PASSWORD })).status, 200)
})

test('errors are Chinese, or English for who prefers it', async () => {
  const ask = (language: string) =>
    askerWith(instance.app, { 'accept-language': language }).get('/v1/apps')
  const chinese = await ask('zh-CN,zh;q=0.9,en;q=0.8')
  assert.equal(chinese.body.detail, '请先登录。')
  const english = await ask('en-GB,en;q=0.9,zh;q=0.1')
  assert.equal(english.body.detail, 'Sign in first.')
  assert.equal(english.headers['content-type'], 'application/problem+json; charset=utf-8')
  assert.deepEqual(Object.keys(english.body), [
    'type',
    'title',
    'status',
    'code',
    'detail',
    'details',
    'requestId',
  ])
})

test('the console is served with a policy that allows nothing inline and no frame', async () => {
  const page = await send(instance.app, { method: 'GET', url: '/' })
  assert.match(String(page.body), /放行/)
  const policy = String(page.headers['content-security-policy'])
  assert.match(policy, /default-src 'self'/)
  assert.match(policy, /frame-ancestors 'none'/)
  assert.doesNotMatch(policy, /unsafe/)
  assert.equal(page.headers['x-content-type-options'], 'nosniff')
  assert.equal(page.headers['cache-control'], 'no-cache')

  const script = await send(instance.app, { method: 'GET', url: '/assets/index-a1b2.js' })
  assert.match(String(script.headers['cache-control']), /immutable/)
})

const paths: [name: string, url: string, accept: string, status: number][] = [
  ['a page that the console routes', '/releases/abc', 'text/html', 200],
  ['the first-run page', '/first-run?token=x', 'text/html', 200],
  ['a missing file', '/assets/none.js', '*/*', 404],
  ['a native path that does not exist', '/v1/none', 'text/html', 404],
  ['a path that leaves the folder', '/..%2f..%2fpackage.json', '*/*', 404],
]

for (const [name, url, accept, status] of paths) {
  test(`${name} is answered with ${status}`, async () => {
    const answer = await send(instance.app, { method: 'GET', url, headers: { accept } })
    assert.equal(answer.status, status, JSON.stringify(answer.body))
  })
}

test('a person of a name that is taken cannot be added again, whatever the case', async () => {
  const operator = await signIn(instance, ['operator'])
  const draft = { name: 'Lin', password: PASSWORD, roles: ['reviewer'] }
  assert.equal((await operator.post('/v1/users', draft)).status, 201)
  const again = await operator.post('/v1/users', { ...draft, name: 'lin' })
  assert.equal(again.body.code, 'USER_ALREADY_EXISTS')
  const { body } = await operator.get('/v1/users')
  assert(body.items.every((user: object) => !('password' in user)))
})

async function makeUser(name: string) {
  const draft = { name, password: PASSWORD, roles: ['developer'] as const }
  return { user: await instance.storage.users.create(draft, instance.wallClock.now()) }
}
