import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  askerWith,
  type Instance,
  type Json,
  makeProgram,
  type Person,
  type Program,
  signIn,
  startInstance,
} from './instance.ts'
import { approved, gather, makeApp, type People, refused, taken } from './people.ts'

let instance: Instance
let people: People
let operator: Person
let program: Program
before(async () => {
  instance = await startInstance()
  people = await gather(instance)
  operator = people.operator
  program = await makeProgram(instance)
})
after(() => instance.close())

const PASSWORD = 'another long one'
const NEW = { name: '新来的', roles: ['reviewer'], password: PASSWORD }

test('what an operator changes is on record before the answer, without secrets', async () => {
  const made = await taken(operator.post('/v1/users', NEW), 201)
  await taken(operator.patch(`/v1/users/${made.id}`, { roles: ['reviewer', 'developer'] }))
  const { items } = await taken(operator.get('/v1/audit/acts?limit=2'))
  assert.deepEqual(
    items.map(({ route, userId }: Json) => [route, userId]),
    [
      ['PATCH /v1/users/:id', operator.id],
      ['POST /v1/users', operator.id],
    ],
  )
  assert.equal(items[0].path, `/v1/users/${made.id}`)
  assert.equal(items[1].sent.name, '新来的')
  assert.equal(items[1].sent.password, '…')
  assert.equal(items[0].previousHash, items[1].hash)
  const { items: found } = await taken(operator.get('/v1/audit/acts?route=PATCH'))
  assert.equal(found.length, 1)
})

test('the settings of the desk are acts; what a person sets for themselves is none', async () => {
  const { reviewer } = people
  const policy = await taken(operator.get('/v1/desk/policy'))
  await taken(operator.put('/v1/desk/policy', { ...policy, goldenRate: 0 }))
  await taken(operator.put(`/v1/desk/people/${reviewer.id}`, { skills: ['lead'] }))
  await taken(reviewer.put('/v1/desk/me', { filters: [] }))
  const { items } = await taken(operator.get('/v1/audit/acts?limit=2'))
  assert.deepEqual(
    items.map(({ route, path }: Json) => [route, path]),
    [
      ['PUT /v1/desk/people/:id', `/v1/desk/people/${reviewer.id}`],
      ['PUT /v1/desk/policy', '/v1/desk/policy'],
    ],
  )
  assert.deepEqual(items[0].sent, { skills: ['lead'] })
})

test('what was refused is no act', async () => {
  const before = (await taken(operator.get('/v1/audit/acts'))).items.length
  await refused(operator.post('/v1/users', NEW), 409, 'USER_ALREADY_EXISTS')
  assert.equal((await taken(operator.get('/v1/audit/acts'))).items.length, before)
})

test('a frozen person is out at once, and in again when let in', async () => {
  const person = await signIn(instance, ['reviewer'])
  await taken(person.get('/v1/session'))
  const path = `/v1/users/${person.id}`
  assert.ok((await taken(operator.patch(path, { frozen: true }))).frozenAt > 0)
  await refused(person.get('/v1/session'), 401, 'NOT_SIGNED_IN')
  assert.equal((await taken(operator.patch(path, { frozen: false }))).frozenAt, null)
  await refused(operator.patch('/v1/users/nobody', {}), 404, 'PERSON_NOT_FOUND')
  const own = `/v1/users/${operator.id}`
  await refused(operator.patch(own, { frozen: true }), 409, 'LAST_OPERATOR')
})

test('the desk goes by what ends first, of its own region only', async () => {
  const first = await approved(people, await makeApp(people))
  instance.clock.advance(3_600_000)
  const second = await approved(people, await makeApp(people))
  const ids = async (who: Person, order: string) =>
    (await taken(who.get(`/v1/desk/cases?order=${order}`))).items.map(({ id }: Json) => id)
  assert.deepEqual(await ids(people.authority, 'newest'), [second.id, first.id])
  assert.deepEqual(await ids(people.authority, 'due'), [first.id, second.id])
  assert.deepEqual(await ids(people.elsewhere, 'due'), [])
})

test('the trail tells whose step it was; the whole record verifies', async () => {
  const { items } = await taken(operator.get('/v1/audit/events?kind=filingStarted'))
  assert.equal(items.length, 2)
  assert.equal(items[0].state, 'filing')
  const byReviewer = `/v1/audit/events?actor=${people.reviewer.id}&kind=reviewerApproved`
  assert.equal((await taken(operator.get(byReviewer))).items.length, 2)
  const report = await taken(operator.post('/v1/audit/verify'))
  assert.equal(report.releases.firstBroken, null)
  assert.equal(report.acts.firstBroken, null)
  assert.ok(report.acts.acts > 3)
})

test('checks, steps and waiting are counted', async () => {
  const content = '可以加微信聊'
  await program.call('/wxa/msg_sec_check', { version: 2, scene: 2, openid: 'o1', content })
  const { checks } = await taken(operator.get(`/v1/statistics?appid=${program.appid}`))
  assert.deepEqual(
    checks.map(({ kind, suggest, count }: Json) => [kind, suggest, count]),
    [['text', 'review', 1]],
  )
  const figures = await taken(operator.get('/v1/statistics'))
  assert.ok(figures.events.some(({ kind }: Json) => kind === 'filingStarted'))
  assert.deepEqual(figures.ageing, [
    { state: 'filing', whoseTurn: 'authority', age: 'under1', count: 2 },
  ])
  assert.deepEqual(figures.casesWaiting, [{ age: 'under1', count: 1 }])
})

test('the transparency report comes as JSON and as CSV, and needs its bounds', async () => {
  const path = `/v1/transparency?from=${instance.clock.now() - 86_400_000}&until=${instance.clock.now() + 1}`
  const report = await taken(operator.get(path))
  assert.equal(report.checks.byAnswer.review, 1)
  assert.equal(report.filings.started, 2)
  const { body, headers } = await operator.get(`${path}&format=csv`)
  assert.match(String(headers['content-type']), /^text\/csv/)
  assert.match(body, /^filings,started,2\r$/m)
  await refused(operator.get('/v1/transparency'), 400, 'REQUEST_MALFORMED')
})

test('deliveries of every app are listed, by what became of them', async () => {
  const { items } = await taken(operator.get('/v1/deliveries?state=dead'))
  assert.deepEqual(items, [])
  await refused(people.developer.get('/v1/deliveries'), 403, 'NOT_ALLOWED')
})

test('the load is told to operators; the metrics too, and to nobody without a password', async () => {
  const { samples } = await taken(operator.get('/v1/load'))
  assert.ok(samples.at(-1).depths.databaseBytes > 0)
  assert.ok(samples.at(-1).memoryBytes > 0)
  const { body } = await operator.get('/v1/metrics')
  assert.match(body, /^fangxing_up 1$/m)
  const nobody = askerWith(instance.app, {})
  await refused(nobody.get('/v1/metrics'), 401, 'NOT_SIGNED_IN')
  await refused(people.reviewer.get('/v1/metrics'), 403, 'NOT_ALLOWED')
})
