import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DAY_MS } from '@fangxing/release'
import { type Instance, type Json, startInstance } from './instance.ts'
import {
  approved,
  gather,
  kindsOf,
  makeApp,
  NOTES,
  type People,
  refused,
  TOOL,
  taken,
} from './people.ts'

let instance: Instance
let people: People
let shipped: Json

before(async () => {
  instance = await startInstance()
  people = await gather(instance)
  shipped = await taken(people.developer.get('/v1/filing-profile'))
})
after(() => instance.close())

let editions = 0

function draft(changes: object = {}): Json {
  editions += 1
  const { categories, clock } = shipped
  return { edition: `our-${editions}`, categories, clock, ...changes }
}

const save = (profile: Json) => people.operator.put('/v1/filing-profile', profile)

const filedInstead = (first: string, second: string, filed: boolean) =>
  shipped.categories.map((row: Json) =>
    row.first === first && row.second === second ? { ...row, filed } : row,
  )

test('the shipped profile files thirteen categories, in natural days of Shanghai', () => {
  assert.equal(shipped.categories.filter(({ filed }: Json) => filed).length, 13)
  assert.deepEqual(shipped.clock, {
    kind: 'natural_days',
    utcOffsetMinutes: 480,
    pausesFor: [],
  })
  assert.equal(shipped.fromAt, null)
})

test('an edition decides from its date on: what files now does not later', async () => {
  const fromAt = instance.clock.now() + DAY_MS
  const categories = filedInstead('社交', '笔记', false)
  const saved = await taken(save(draft({ categories, fromAt })))
  assert.equal(saved.fromAt, fromAt)
  assert.equal((await approved(people, await makeApp(people, [NOTES]))).state, 'filing')
  instance.clock.advance(DAY_MS)
  assert.equal((await approved(people, await makeApp(people, [NOTES]))).state, 'approved')
})

test('an operator can let another category file, and the plan says so', async () => {
  await taken(save(draft({ categories: filedInstead('工具', '信息查询', true) })))
  const appid = await makeApp(people, [TOOL])
  const { id, filing, state } = await approved(people, appid)
  assert.deepEqual([state, filing.categories], ['filing', [TOOL]])
  const plan = await taken(people.developer.get(`/v1/releases/${id}/plan`))
  assert.deepEqual(plan.files, [TOOL])
})

test('a clock that may stand is paused and resumed, and a filing under way keeps its own', async () => {
  const { authority, operator } = people
  await taken(save(draft()))
  const before = await approved(people, await makeApp(people, [NOTES]))
  const clock = { kind: 'natural_days', utcOffsetMinutes: 480, pausesFor: ['subjectUnreachable'] }
  await taken(save(draft({ clock })))
  const { id, filing } = await approved(people, await makeApp(people, [NOTES]))

  const why = { reason: 'subjectUnreachable', note: '多次联系不上' }
  const paused = await taken(authority.post(`/v1/releases/${id}/filing/pause`, why))
  assert.equal(paused.filing.dueAt, null)
  assert.notEqual(paused.filing.pausedSince, null)
  await refused(
    authority.post(`/v1/releases/${before.id}/filing/pause`, why),
    409,
    'EVENT_NOT_ALLOWED',
  )

  await taken(operator.post('/v1/clock/advance', { byMs: 10 * DAY_MS }))
  assert.ok(!(await kindsOf(people, id)).includes('preLaunched'))
  const resumed = await taken(authority.post(`/v1/releases/${id}/filing/resume`))
  const stoodDays = (resumed.filing.dueAt - filing.dueAt) / DAY_MS
  assert.ok(stoodDays === 10 || stoodDays === 11, `moved by ${stoodDays} days`)
  assert.ok((await kindsOf(people, before.id)).includes('preLaunched'))
})

test('168 hours end at the hour of the notice', async () => {
  const clock = { kind: 'hours_168', utcOffsetMinutes: 480, pausesFor: [] }
  await taken(save(draft({ clock })))
  const { filing } = await approved(people, await makeApp(people, [NOTES]))
  assert.equal(filing.dueAt - filing.noticeAt, 7 * DAY_MS)
})

test('every edition is kept and can be read, and none is saved over', async () => {
  const one = draft()
  await taken(save(one))
  await refused(save(one), 409, 'FILING_PROFILE_EXISTS')
  await refused(save(draft({ edition: shipped.edition })), 409, 'FILING_PROFILE_EXISTS')
  const found = await taken(people.reviewer.get(`/v1/filing-profile?edition=${one.edition}`))
  assert.equal(found.edition, one.edition)
  const names = found.editions.map(({ edition }: Json) => edition)
  assert.ok(names.includes(one.edition) && names.includes(shipped.edition))
  const nowhere = people.reviewer.get('/v1/filing-profile?edition=none')
  await refused(nowhere, 400, 'REQUEST_MALFORMED')
})

const wrong: [name: string, changes: object][] = [
  ['without categories', { categories: [] }],
  ['with a category told twice', { categories: [row(), row()] }],
  ['with a holder that no table has', { categories: [{ ...row(), openTo: ['everybody'] }] }],
  ['of a clock that we do not have', { clock: { kind: 'hours_24' } }],
  ['that stands for a reason of its own', { clock: { pausesFor: ['holiday'] } }],
  ['from a date that is over', { fromAt: 1 }],
  ['without a name', { edition: '' }],
  ['with a name that is a path', { edition: '../x' }],
  ['of null', { categories: null }],
]

function row() {
  const names = { licences: [], formerNames: [] }
  return { first: '社交', second: '笔记', filed: true, openTo: ['organisation'], ...names }
}

for (const [name, changes] of wrong) {
  test(`a profile ${name} is refused`, async () => {
    await refused(save(draft(changes)), 400, 'REQUEST_MALFORMED')
  })
}
