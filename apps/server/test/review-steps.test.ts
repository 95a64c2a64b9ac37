import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Instance, startInstance } from './instance.ts'
import {
  approved,
  decide,
  gather,
  kindsOf,
  makeApp,
  type People,
  refused,
  submitted,
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

const REJECTION = { clauses: ['wechat-operation/10.2'], note: '发布入口未接内容检测' }

async function rejected(): Promise<string> {
  const { id } = await submitted(people, await makeApp(people))
  await decide(people.reviewer, id, 'reject', REJECTION)
  return id
}

test('a reviewer delays with a reason, and somebody else may take the case then', async () => {
  const { id } = await submitted(people, await makeApp(people))
  const delayed = await decide(people.reviewer, id, 'delay', { note: '需会同复核' })
  assert.equal(delayed.state, 'delayed')
  assert.equal(delayed.claim, null)
  const after = await decide(people.otherReviewer, id, 'approve')
  assert.equal(after.state, 'filing')
})

test('a delay needs the claim of whoever delays', async () => {
  const { id } = await submitted(people, await makeApp(people))
  const late = people.reviewer.post(`/v1/releases/${id}/delay`, { fence: 7, note: '再等等' })
  await refused(late, 409, 'STALE_FENCE')
})

test('a rejection says its clauses and its note until the version is submitted again', async () => {
  const id = await rejected()
  const { rejection } = await taken(people.developer.get(`/v1/releases/${id}`))
  assert.deepEqual(rejection, { ...REJECTION, missingCategories: [] })
})

test('an appeal is decided by somebody else than who rejected, and a reversal goes to review', async () => {
  const { developer, reviewer, otherReviewer } = people
  const id = await rejected()
  await taken(developer.post(`/v1/releases/${id}/appeal`, { note: '检测在云函数里' }))

  const { fence } = await taken(reviewer.post(`/v1/releases/${id}/claim`))
  const own = reviewer.post(`/v1/releases/${id}/appeal/reverse`, { fence, note: '同意' })
  const { becauseEn } = await refused(own, 403, 'NOT_ALLOWED')
  assert.match(becauseEn, /Somebody else/)
  await taken(Promise.resolve(await reviewer.delete(`/v1/releases/${id}/claim`)), 204)

  const reversed = await decide(otherReviewer, id, 'appeal/reverse', { note: '检测确实存在' })
  assert.equal(reversed.state, 'humanReview')
  const again = await taken(reviewer.post(`/v1/releases/${id}/claim`))
  const second = reviewer.post(`/v1/releases/${id}/approve`, { fence: again.fence })
  await refused(second, 403, 'NOT_ALLOWED')
  const kinds = await kindsOf(people, id)
  assert.deepEqual(kinds.slice(-3), ['reviewerRejected', 'appealed', 'rejectionReversed'])
})

test('a dismissed appeal leaves the rejection, and there is no second appeal', async () => {
  const id = await rejected()
  await taken(people.developer.post(`/v1/releases/${id}/appeal`, { note: '请复核' }))
  const dismissed = await decide(people.otherReviewer, id, 'appeal/dismiss', REJECTION)
  assert.equal(dismissed.state, 'rejected')
  const second = people.developer.post(`/v1/releases/${id}/appeal`, { note: '再复核' })
  const { becauseEn } = await refused(second, 409, 'EVENT_NOT_ALLOWED')
  assert.match(becauseEn, /appealed once/)
})

test('of two people who answer an appeal at once one succeeds', async () => {
  const id = await rejected()
  await taken(people.developer.post(`/v1/releases/${id}/appeal`, { note: '请复核' }))
  const { fence } = await taken(people.otherReviewer.post(`/v1/releases/${id}/claim`))
  const answers = await Promise.all([
    people.otherReviewer.post(`/v1/releases/${id}/appeal/reverse`, { fence, note: '支持' }),
    people.otherReviewer.post(`/v1/releases/${id}/appeal/dismiss`, { fence, ...REJECTION }),
  ])
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409])
})

test('a developer expedites a review, once for each submission, and the list shows it first', async () => {
  const appid = await makeApp(people, [TOOL])
  const { id } = await submitted(people, appid)
  const expedited = await taken(people.developer.post(`/v1/releases/${id}/expedite`))
  assert.notEqual(expedited.expeditedAt, null)
  assert.equal(expedited.state, 'humanReview')
  const second = people.developer.post(`/v1/releases/${id}/expedite`)
  await refused(second, 409, 'EVENT_NOT_ALLOWED')

  const list = `/v1/releases?appid=${appid}&state=humanReview`
  const first = await taken(people.reviewer.get(`${list}&expedited=true`))
  const rest = await taken(people.reviewer.get(`${list}&expedited=false`))
  assert.deepEqual([first.items.length, rest.items.length], [1, 0])
})

test('the sixth expedite of a month is refused with the time of the next', async () => {
  const appid = await makeApp(people, [TOOL])
  for (let count = 0; count < 5; count += 1) {
    const { id } = await submitted(people, appid, `1.0.${count}`)
    await taken(people.developer.post(`/v1/releases/${id}/expedite`))
    await decide(people.reviewer, id, 'approve')
  }
  const { id } = await submitted(people, appid, '1.0.5')
  const sixth = people.developer.post(`/v1/releases/${id}/expedite`)
  const { nextAt } = await refused(sixth, 429, 'EXPEDITE_QUOTA_USED')
  assert.ok(nextAt > instance.clock.now())
  const quotas = await taken(people.developer.get(`/v1/apps/${appid}/quotas`))
  assert.deepEqual(quotas.expedite, { month: 0, nextAt })
  const byReviewer = await taken(people.reviewer.post(`/v1/releases/${id}/expedite`))
  assert.notEqual(byReviewer.expeditedAt, null)
})

test('a filing cannot be expedited: the reason is answered each time and recorded once', async () => {
  const { id } = await approved(people, await makeApp(people))
  for (let count = 0; count < 3; count += 1) {
    const asked = people.developer.post(`/v1/releases/${id}/expedite`, { note: '急' })
    await refused(asked, 409, 'EXPEDITE_REFUSED')
  }
  const kinds = await kindsOf(people, id)
  assert.equal(kinds.filter((kind) => kind === 'expediteRefused').length, 1)
  assert.ok(!kinds.includes('expedited'))
})

test('what is not under review cannot be expedited', async () => {
  const { id } = await approved(people, await makeApp(people, [TOOL]))
  const late = people.developer.post(`/v1/releases/${id}/expedite`)
  await refused(late, 409, 'EVENT_NOT_ALLOWED')
})

test('the quota of withdrawals is read without withdrawing', async () => {
  const appid = await makeApp(people, [TOOL])
  const { id } = await submitted(people, appid)
  await taken(people.developer.post(`/v1/releases/${id}/withdraw`))
  const { withdraw } = await taken(people.developer.get(`/v1/apps/${appid}/quotas`))
  assert.deepEqual([withdraw.day, withdraw.month], [4, 9])
})
