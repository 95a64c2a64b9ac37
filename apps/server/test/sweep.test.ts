import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DAY_MS } from '@fangxing/release'
import { sweepDue } from '../src/use-cases/sweep-due.ts'
import { type Instance, startInstance } from './instance.ts'
import { approved, gather, kindsOf, makeApp, type People, refused, taken } from './people.ts'

let instance: Instance
let people: People

before(async () => {
  instance = await startInstance()
  people = await gather(instance)
})
after(() => instance.close())

test('a release whose record is ahead of the clock is passed over, and the others are moved', async () => {
  const ahead = await approved(people, await makeApp(people))
  const usual = await approved(people, await makeApp(people))
  const { filing } = usual
  const fromTheFuture = {
    kind: 'contactLogged',
    at: filing.dueAt + 10 * DAY_MS,
    actor: { kind: 'authority', id: 'a', name: 'a clock that ran ahead' },
    note: 'called',
    codeVerified: false,
  } as const
  const { life } = (await instance.storage.releases.find(ahead.id))!
  await instance.storage.releases.append(ahead.id, life.eventCount, [fromTheFuture])

  const clock = { now: () => filing.dueAt }
  assert.equal(await sweepDue({ ...instance.ports, clock }), 1)
  assert.ok((await kindsOf(people, usual.id)).includes('preLaunched'))
  assert.ok(!(await kindsOf(people, ahead.id)).includes('preLaunched'))

  const later = { now: () => fromTheFuture.at }
  assert.equal(await sweepDue({ ...instance.ports, clock: later }), 1)
  assert.ok((await kindsOf(people, ahead.id)).includes('preLaunched'))
})

test('a step by a clock that went back is refused until the clock is corrected', async () => {
  const { id } = await approved(people, await makeApp(people))
  const { life } = (await instance.storage.releases.find(id))!
  const HOUR_MS = 3_600_000
  const ahead = {
    kind: 'contactLogged',
    at: instance.clock.now() + HOUR_MS,
    actor: { kind: 'authority', id: 'a', name: 'a clock that ran ahead' },
    note: 'called',
    codeVerified: false,
  } as const
  await instance.storage.releases.append(id, life.eventCount, [ahead])
  const early = people.authority.post(`/v1/releases/${id}/filing/pass`)
  await refused(early, 503, 'CLOCK_WENT_BACK')
  instance.clock.advance(HOUR_MS)
  const passed = await taken(people.authority.post(`/v1/releases/${id}/filing/pass`))
  assert.equal(passed.state, 'approved')
})

test('a release says what withdrawing it would cost, and how many withdrawals are left', async () => {
  const release = await approved(people, await makeApp(people))
  assert.match(release.withdrawal.consequence.zh, /重新计算/)
  assert.deepEqual(
    { day: release.withdrawal.quota.day, month: release.withdrawal.quota.month },
    { day: 5, month: 10 },
  )
  const withdrawn = await taken(people.developer.post(`/v1/releases/${release.id}/withdraw`))
  assert.equal(withdrawn.withdrawal, null)
})
