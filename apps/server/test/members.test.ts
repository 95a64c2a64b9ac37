/** Who an app belongs to: what owners, members and strangers may, and what the house still may. */

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  type Instance,
  type Json,
  type Person,
  settled,
  signIn,
  startInstance,
  upload,
} from './instance.ts'
import { DECLARATION, refused, SUBJECT, TOOL, taken } from './people.ts'

let instance: Instance
let owner: Person
let member: Person
let stranger: Person
let appid: string
let releaseId: string

before(async () => {
  instance = await startInstance()
  owner = await signIn(instance, ['developer'])
  member = await signIn(instance, ['developer'])
  stranger = await signIn(instance, ['developer'])
  const draft = { name: '单位换算', subject: SUBJECT, categories: [TOOL] }
  appid = (await taken(owner.post('/v1/apps', draft), 201)).app.appid
  releaseId = (await taken(upload(instance, owner, appid, 'plain-tool'), 201)).id
})
after(() => instance.close())

const membersOf = async (person: Person): Promise<Json> =>
  taken(person.get(`/v1/apps/${appid}/members`))

async function nameOf({ id }: Person): Promise<string> {
  return (await instance.storage.users.find(id))?.name ?? ''
}

test('whoever registers an app owns it, and invites others by name', async () => {
  const { items, canChange } = await membersOf(owner)
  assert.deepEqual([items[0].userId, items[0].part, canChange], [owner.id, 'owner', true])
  await refused(member.get(`/v1/apps/${appid}`), 404, 'APP_NOT_FOUND')

  const name = (await nameOf(member)).toUpperCase()
  const after = await taken(owner.post(`/v1/apps/${appid}/members`, { name }))
  assert.deepEqual(
    after.items.map(({ userId, part }: Json) => [userId, part]),
    [
      [owner.id, 'owner'],
      [member.id, 'member'],
    ],
  )
  assert.equal((await taken(member.get(`/v1/apps/${appid}`))).part, 'member')
  const { items: mine } = await taken(owner.get('/v1/apps'))
  assert.deepEqual(
    mine.map((one: Json) => [one.appid, one.part]),
    [[appid, 'owner']],
  )
  const operator = await signIn(instance, ['operator'])
  assert.equal((await taken(operator.get(`/v1/apps/${appid}`))).part, null)
})

test('nobody is invited who is no developer, and nobody unknown', async () => {
  const reviewer = await signIn(instance, ['reviewer'])
  for (const name of [await nameOf(reviewer), '没有这个人']) {
    await refused(owner.post(`/v1/apps/${appid}/members`, { name }), 404, 'USER_NOT_FOUND')
  }
})

test('a member hands in versions, but neither renews the secret nor invites', async () => {
  const uploaded = await taken(upload(instance, member, appid, 'plain-tool', '1.0.1'), 201)
  assert.equal(uploaded.appid, appid)
  await refused(member.post(`/v1/apps/${appid}/secret`), 403, 'NOT_ALLOWED')
  const invitation = { name: await nameOf(stranger) }
  await refused(member.post(`/v1/apps/${appid}/members`, invitation), 403, 'NOT_ALLOWED')
  assert.equal((await membersOf(member)).canChange, false)
})

test('a stranger sees no release, no notice, no check and no case of the app', async () => {
  await taken(owner.post(`/v1/releases/${releaseId}/submit`, { ugcDeclaration: DECLARATION }))
  await settled(owner, releaseId)
  await instance.storage.checks.record({
    ...{ id: 'c0ffee00-00000000-00000001', appid, writer: 'o-1', scene: 3, suggest: 'review' },
    ...{ label: 20006, edition: 'x', evidence: {}, texts: [], keepTextsUntil: null, at: 1 },
  })
  const seen = async (person: Person) => {
    const lists = ['releases', 'notices', 'checks', 'cases']
    const pages = await Promise.all(lists.map((list) => taken(person.get(`/v1/${list}`))))
    return pages.map(({ items }) => items.length > 0)
  }
  assert.deepEqual(await seen(owner), [true, false, true, true])
  assert.deepEqual(await seen(member), [true, false, true, true])
  assert.deepEqual(await seen(stranger), [false, false, false, false])
  const check = 'c0ffee00-00000000-00000001'
  await taken(member.get(`/v1/checks/${check}`))
  await refused(stranger.get(`/v1/checks/${check}`), 404, 'CHECK_NOT_FOUND')
  await refused(stranger.get(`/v1/cases/${check}`), 404, 'CASE_NOT_FOUND')
  const { waiting } = await taken(stranger.get('/v1/cases'))
  assert.equal(waiting.count, 0)
})

test('what came of a release is told to its members and to no other developer', async () => {
  const reviewer = await signIn(instance, ['reviewer'])
  const { fence } = await taken(reviewer.post(`/v1/releases/${releaseId}/claim`))
  await taken(reviewer.post(`/v1/releases/${releaseId}/approve`, { fence }))
  const { items } = await taken(member.get('/v1/notices'))
  assert.ok(items.length > 0)
  assert.deepEqual((await taken(stranger.get('/v1/notices'))).items, [])
  const { id } = items[0]
  await refused(stranger.post(`/v1/notices/${id}/read`), 404, 'NOTICE_NOT_FOUND')
  assert.deepEqual((await taken(stranger.get('/v1/notices'))).items, [])
})

test('who is developer and reviewer sees every app, and acts as developer on their own', async () => {
  const both = await signIn(instance, ['developer', 'reviewer'])
  const release = await taken(both.get(`/v1/releases/${releaseId}`))
  assert.equal(release.state, 'approved')
  assert.deepEqual(release.allowed, [])
  await refused(both.post(`/v1/releases/${releaseId}/launch`), 403, 'NOT_ALLOWED')
  await refused(both.patch(`/v1/apps/${appid}`, { name: '改名' }), 403, 'NOT_ALLOWED')
  await refused(both.get(`/v1/apps/${appid}/callbacks`), 403, 'NOT_ALLOWED')
  const { allowed } = await taken(member.get(`/v1/releases/${releaseId}`))
  assert.ok(allowed.includes('launched'))
})

test('an authority who also develops sees its region and the apps it belongs to', async () => {
  const both = await signIn(instance, ['authority', 'developer'], 'CN-BJ')
  await refused(both.get(`/v1/releases/${releaseId}`), 404, 'RELEASE_NOT_FOUND')
  const draft = { name: '自己的', subject: SUBJECT, categories: [TOOL] }
  await taken(both.post('/v1/apps', draft), 201)
  const { items } = await taken(both.get('/v1/apps'))
  assert.deepEqual(
    items.map(({ name }: Json) => name),
    ['自己的'],
  )
})

test('an operator registers an app for others, and says whose it is', async () => {
  const operator = await signIn(instance, ['operator'])
  const draft = { name: '代登记', subject: SUBJECT, categories: [] }
  const { app } = await taken(operator.post('/v1/apps', draft), 201)
  const path = `/v1/apps/${app.appid}/members`
  assert.deepEqual((await taken(operator.get(path))).items, [])
  const invitation = { name: await nameOf(stranger), part: 'owner' }
  const { items } = await taken(operator.post(path, invitation))
  assert.equal(items[0].part, 'owner')
  await taken(stranger.post(`/v1/apps/${app.appid}/secret`))
})

test('standings tell whose version is where, and leave out what one does not see', async () => {
  const { items } = await taken(member.get(`/v1/standings?appids=none,${appid}`))
  assert.equal(items.length, 1)
  const [stand] = items
  assert.equal(stand.newest.version, '1.0.1')
  assert.deepEqual([stand.live, stand.inReview], [null, null])
  assert.ok(stand.unread > 0)
  await taken(owner.post(`/v1/releases/${releaseId}/launch`))
  const after = await taken(member.get(`/v1/standings?appids=${appid}`))
  assert.equal(after.items[0].live.id, releaseId)
  assert.deepEqual((await taken(stranger.get(`/v1/standings?appids=${appid}`))).items, [])
  await refused(owner.get('/v1/standings?appids='), 400, 'REQUEST_MALFORMED')
})

test('usage counts the checks of a day by answer, and what the quotas have left', async () => {
  const record = {
    appid,
    kind: 'text',
    label: 100,
    writer: null,
    scene: 2,
    edition: 'x',
    evidence: {},
    texts: [],
    keepTextsUntil: null,
  } as const
  for (const suggest of ['pass', 'pass', 'risky'] as const) {
    await instance.storage.checks.record({ ...record, suggest, at: instance.clock.now() })
  }
  const start = instance.wallClock.now() - ((instance.wallClock.now() + 28_800_000) % 86_400_000)
  const window = { span: 'day', start, limit: 2_000_000 } as const
  await instance.storage.quotas.take({ appid, call: 'text', amount: 3 }, [window])
  const { quotas } = await taken(owner.get(`/v1/apps/${appid}/usage?days=7`))
  const text = quotas.find(({ call }: Json) => call === 'text')
  assert.deepEqual([text.usedToday, text.perDay], [3, 2_000_000])
  await refused(stranger.get(`/v1/apps/${appid}/usage`), 404, 'APP_NOT_FOUND')
})

test('an owner says from where tokens are given, and only an operator freezes them', async () => {
  const path = `/v1/apps/${appid}/token-access`
  const access = { state: 'open', allowedNetworks: ['203.0.113.0/24'] }
  await taken(owner.put(path, access))
  assert.deepEqual(await taken(member.get(path)), access)
  await refused(member.put(path, access), 403, 'NOT_ALLOWED')
  await refused(owner.put(path, { ...access, state: 'frozen' }), 403, 'NOT_ALLOWED')
})

test('an owner hands the app over in one step, and the last owner does not leave', async () => {
  const path = `/v1/apps/${appid}`
  await refused(owner.delete(`${path}/members/${owner.id}`), 409, 'LAST_OWNER')
  const unknown = owner.post(`${path}/hand-over`, { userId: stranger.id })
  await refused(unknown, 404, 'USER_NOT_FOUND')
  const after = await taken(owner.post(`${path}/hand-over`, { userId: member.id }))
  assert.deepEqual(
    after.items.map(({ userId, part }: Json) => [userId, part]),
    [
      [member.id, 'owner'],
      [owner.id, 'member'],
    ],
  )
  assert.equal(after.canChange, false)
  await refused(owner.post(`${path}/secret`), 403, 'NOT_ALLOWED')
  await taken(member.delete(`${path}/members/${owner.id}`))
  await refused(owner.get(path), 404, 'APP_NOT_FOUND')
})

test('a member leaves by themselves and sees nothing more', async () => {
  const name = await nameOf(owner)
  await taken(member.post(`/v1/apps/${appid}/members`, { name }))
  const left = await taken(owner.delete(`/v1/apps/${appid}/members/${owner.id}`))
  assert.equal(left.canChange, false)
  assert.equal(left.changes[0].part, null)
  await refused(owner.get(`/v1/releases/${releaseId}`), 404, 'RELEASE_NOT_FOUND')
})
