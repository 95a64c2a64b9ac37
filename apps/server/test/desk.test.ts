import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DAY_MS } from '@fangxing/release'
import { type Instance, type Json, signIn, startInstance } from './instance.ts'
import {
  approved,
  gather,
  kindsOf,
  makeApp,
  NOTES,
  type People,
  refused,
  SUBJECT,
  taken,
} from './people.ts'

let instance: Instance
let people: People

before(async () => {
  instance = await startInstance()
  people = await gather(instance)
})
after(() => instance.close())

const onDesk = async (person: People['authority'], query = '') =>
  (await taken(person.get(`/v1/desk/cases${query}`))).items.map(({ id }: Json) => id)

async function filing(region = 'CN-GD'): Promise<Json> {
  const appid = await makeApp(people, [NOTES], { ...SUBJECT, region })
  return approved(people, appid)
}

test('an authority sees the cases of its region and no others', async () => {
  const [here, there] = [await filing(), await filing('CN-ZJ')]
  const [mine, theirs] = [await onDesk(people.authority), await onDesk(people.elsewhere)]
  assert.ok(mine.includes(here.id) && !mine.includes(there.id))
  assert.ok(theirs.includes(there.id) && !theirs.includes(here.id))
  await refused(people.elsewhere.get(`/v1/releases/${here.id}`), 404, 'RELEASE_NOT_FOUND')
  await refused(people.elsewhere.get(`/v1/releases/${here.id}/plan`), 404, 'RELEASE_NOT_FOUND')
  const listed = await taken(people.elsewhere.get('/v1/releases'))
  assert.ok(listed.items.every(({ id }: Json) => id !== here.id))
})

test('an authority decides nothing in another region', async () => {
  const { id } = await filing()
  const { elsewhere } = people
  const note = { note: '…' }
  const order = { ...note, deadlineAt: instance.clock.now() + DAY_MS }
  for (const [path, body] of [
    ['filing/pass', {}],
    ['filing/reject', { ...note, clauses: [] }],
    ['filing/request-material', note],
    ['filing/supply-material', note],
    ['filing/contact', note],
    ['filing/pause', { ...note, reason: 'subjectUnreachable' }],
    ['takedown-order', order],
  ] as const) {
    const answer = elsewhere.post(`/v1/releases/${id}/${path}`, body)
    await refused(answer, 404, 'RELEASE_NOT_FOUND')
  }
})

test('somebody with two roles sees every region and decides filings in one only', async () => {
  const both = await signIn(instance, ['reviewer', 'authority'], 'CN-ZJ')
  const [here, there] = [await filing(), await filing('CN-ZJ')]
  assert.equal((await both.get(`/v1/releases/${here.id}`)).status, 200)
  assert.ok(!(await onDesk(both)).includes(here.id))
  const passed = both.post(`/v1/releases/${here.id}/filing/pass`)
  const { region, subjectRegion } = await refused(passed, 403, 'NOT_ALLOWED')
  assert.deepEqual([region, subjectRegion], ['CN-ZJ', 'CN-GD'])
  await taken(both.post(`/v1/releases/${there.id}/filing/pass`))
})

test('material is asked for, supplied and asked for again, and the clock runs on', async () => {
  const { id, filing: before } = await filing()
  const ask = { note: '请补充许可证' }
  const asked = await taken(
    people.authority.post(`/v1/releases/${id}/filing/request-material`, ask),
  )
  assert.deepEqual([asked.state, asked.whoseTurn], ['materialRequested', 'developer'])
  assert.equal(asked.filing.dueAt, before.dueAt)
  const supplied = await taken(
    people.developer.post(`/v1/releases/${id}/filing/supply-material`, { note: '许可证见附件' }),
  )
  assert.deepEqual([supplied.state, supplied.whoseTurn], ['filing', 'authority'])
  assert.deepEqual((await kindsOf(people, id)).slice(-2), ['materialRequested', 'materialSupplied'])
  assert.ok((await onDesk(people.authority, '?state=filing')).includes(id))
})

test('a contact is logged without claiming that anybody was verified', async () => {
  const { id } = await filing()
  await taken(people.developer.post(`/v1/releases/${id}/filing/contact`, { note: '来电 020…' }))
  const { items } = await taken(people.developer.get(`/v1/releases/${id}/events`))
  assert.deepEqual(items.at(-1).details, { codeVerified: false })
  assert.match(items.at(-1).said.zh, /未核实来电者/)
})

test('the clock stands only for a reason that the policy names', async () => {
  const { id } = await filing()
  const pause = { reason: 'subjectUnreachable', note: '联系不上' }
  const stopped = people.authority.post(`/v1/releases/${id}/filing/pause`, pause)
  const { becauseEn } = await refused(stopped, 409, 'EVENT_NOT_ALLOWED')
  assert.match(becauseEn, /does not let the clock stand/)
  const running = people.authority.post(`/v1/releases/${id}/filing/resume`)
  await refused(running, 409, 'EVENT_NOT_ALLOWED')
})

test('a case leaves the desk with its answer', async () => {
  const { id } = await filing()
  await taken(people.authority.post(`/v1/releases/${id}/filing/pass`, { note: '同意' }))
  assert.ok(!(await onDesk(people.authority)).includes(id))
})
