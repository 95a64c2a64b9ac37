import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DAY_MS } from '@fangxing/release'
import { type Instance, startInstance } from './instance.ts'
import {
  approved,
  drafted,
  gather,
  kindsOf,
  launched,
  makeApp,
  type People,
  refused,
  submit,
  TOOL,
  taken,
} from './people.ts'

let instance: Instance
let people: People

before(async () => {
  instance = await startInstance()
  people = await gather(instance)
})
after(() => instance.close())

const post = (id: string, path: string, body: object = {}) =>
  people.developer.post(`/v1/releases/${id}/${path}`, body)

async function orderedDown(appid: string): Promise<string> {
  const { id } = await launched(people, appid)
  const order = { note: '含违规内容', deadlineAt: instance.clock.now() + DAY_MS }
  await taken(people.authority.post(`/v1/releases/${id}/takedown-order`, order))
  return id
}

test('a version is staged beside the live one, for more and more, and then for everybody', async () => {
  const appid = await makeApp(people, [TOOL])
  const live = await launched(people, appid)
  const { id } = await approved(people, appid, '2.0.0')

  const staged = await taken(post(id, 'grey-launch', { percentage: 10 }))
  assert.deepEqual([staged.state, staged.greyPercentage], ['greyLaunch', 10])
  const smaller = await refused(
    post(id, 'grey-launch', { percentage: 5 }),
    409,
    'EVENT_NOT_ALLOWED',
  )
  assert.match(smaller.becauseEn, /only grow/)
  assert.equal((await taken(post(id, 'grey-launch', { percentage: 60 }))).greyPercentage, 60)
  const whole = await taken(post(id, 'launch'))
  assert.deepEqual([whole.state, whole.greyPercentage], ['launched', null])
  assert.equal((await taken(people.developer.get(`/v1/releases/${live.id}`))).state, 'superseded')
})

test('a cancelled stage leaves the version as it was before', async () => {
  const appid = await makeApp(people, [TOOL])
  await launched(people, appid)
  const { id } = await approved(people, appid, '2.0.0')
  await taken(post(id, 'grey-launch', { percentage: 1 }))
  const back = await taken(post(id, 'grey-launch/cancel'))
  assert.deepEqual([back.state, back.greyPercentage], ['approved', null])
})

test('nothing is staged without a live version, nor beside another staged one', async () => {
  const appid = await makeApp(people, [TOOL])
  const first = await approved(people, appid)
  const alone = post(first.id, 'grey-launch', { percentage: 10 })
  assert.match((await refused(alone, 409, 'EVENT_NOT_ALLOWED')).becauseEn, /No version serves/)

  await taken(post(first.id, 'launch'))
  const second = await approved(people, appid, '2.0.0')
  const third = await approved(people, appid, '3.0.0')
  const answers = await Promise.all(
    [second, third].map(({ id }) => post(id, 'grey-launch', { percentage: 10 })),
  )
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409])
})

test('a share that is no whole number from 0 to 100 is refused', async () => {
  const appid = await makeApp(people, [TOOL])
  await launched(people, appid)
  const { id } = await approved(people, appid, '2.0.0')
  for (const percentage of [-1, 101, 1.5, '10', null]) {
    await refused(post(id, 'grey-launch', { percentage }), 400, 'REQUEST_MALFORMED')
  }
})

test('rolling back brings the version before back, once', async () => {
  const appid = await makeApp(people, [TOOL])
  const one = await launched(people, appid)
  const two = await launched(people, appid, '2.0.0')
  const { items } = await taken(people.developer.get(`/v1/releases/${two.id}/roll-back-targets`))
  assert.deepEqual(
    items.map(({ id, version }: { id: string; version: string }) => [id, version]),
    [[one.id, '1.0.0']],
  )
  assert.equal((await taken(post(two.id, 'roll-back', { note: '启动崩溃' }))).state, 'rolledBack')
  assert.equal((await taken(people.developer.get(`/v1/releases/${one.id}`))).state, 'launched')
  const { liveReleaseId } = await taken(people.developer.get(`/v1/apps/${appid}`))
  assert.equal(liveReleaseId, one.id)

  const again = post(one.id, 'roll-back', { note: '再退' })
  assert.match((await refused(again, 409, 'EVENT_NOT_ALLOWED')).becauseEn, /rolled back once/)
  const none = await taken(people.developer.get(`/v1/releases/${one.id}/roll-back-targets`))
  assert.deepEqual(none.items, [])
})

test('one goes back to a version of the list and to no other', async () => {
  const appid = await makeApp(people, [TOOL])
  const one = await launched(people, appid)
  await launched(people, appid, '2.0.0')
  const three = await launched(people, appid, '3.0.0')
  const nowhere = post(three.id, 'roll-back', { note: '退', toReleaseId: three.id })
  await refused(nowhere, 400, 'REQUEST_MALFORMED')
  await taken(post(three.id, 'roll-back', { note: '退到最早', toReleaseId: one.id }))
  assert.equal((await taken(people.developer.get(`/v1/releases/${one.id}`))).state, 'launched')
})

test('what was submitted before a take-down order cannot be launched past it', async () => {
  const appid = await makeApp(people, [TOOL])
  const waiting = await drafted(people, appid, '2.0.0')
  const live = await launched(people, appid)
  await submit(people, waiting)
  const { fence } = await taken(people.reviewer.post(`/v1/releases/${waiting}/claim`))
  await taken(people.reviewer.post(`/v1/releases/${waiting}/approve`, { fence }))
  instance.clock.advance(60_000)
  const order = { note: '含违规内容', deadlineAt: instance.clock.now() + DAY_MS }
  await taken(people.authority.post(`/v1/releases/${live.id}/takedown-order`, order))

  const past = post(waiting, 'launch')
  assert.match((await refused(past, 409, 'EVENT_NOT_ALLOWED')).becauseEn, /before the take-down/)
})

test('a lifted order leaves the version live', async () => {
  const id = await orderedDown(await makeApp(people, [TOOL]))
  const lift = { note: '误判' }
  const lifted = await taken(people.authority.post(`/v1/releases/${id}/takedown-order/lift`, lift))
  assert.deepEqual([lifted.state, lifted.takedown], ['launched', null])
})

test('a rectification is refused, done again, and confirmed by a person', async () => {
  const id = await orderedDown(await makeApp(people, [TOOL]))
  const early = people.authority.post(`/v1/releases/${id}/rectification/confirm`)
  await refused(early, 409, 'EVENT_NOT_ALLOWED')
  await taken(post(id, 'taken-down'))
  await taken(post(id, 'rectified', { note: '已删除' }))
  const no = { note: '仍可访问' }
  const down = await taken(people.authority.post(`/v1/releases/${id}/rectification/refuse`, no))
  assert.equal(down.state, 'takenDown')
  await taken(post(id, 'rectified', { note: '已全部删除' }))
  const live = await taken(people.authority.post(`/v1/releases/${id}/rectification/confirm`))
  assert.deepEqual([live.state, live.takedown], ['launched', null])
})

test('a superseded version is not brought back by confirming a rectification', async () => {
  const appid = await makeApp(people, [TOOL])
  const one = await launched(people, appid)
  await launched(people, appid, '2.0.0')
  const back = people.operator.post(`/v1/releases/${one.id}/rectification/confirm`)
  await refused(back, 409, 'EVENT_NOT_ALLOWED')
})

test('a launched version is looked at again and cleared', async () => {
  const { id } = await launched(people, await makeApp(people, [TOOL]))
  const why = { note: '规则更新' }
  const seen = await taken(people.reviewer.post(`/v1/releases/${id}/re-examination`, why))
  assert.equal(seen.state, 'launched')
  assert.notEqual(seen.reexaminationSince, null)
  const twice = people.operator.post(`/v1/releases/${id}/re-examination`, why)
  await refused(twice, 409, 'EVENT_NOT_ALLOWED')
  const cleared = await taken(people.reviewer.post(`/v1/releases/${id}/re-examination/clear`))
  assert.equal(cleared.reexaminationSince, null)
  assert.deepEqual((await kindsOf(people, id)).slice(-2), [
    'reexaminationStarted',
    'reexaminationCleared',
  ])
})
