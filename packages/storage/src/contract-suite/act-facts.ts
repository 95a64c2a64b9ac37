/** Facts about the chain of acts, and about the trail over all releases. */

import assert from 'node:assert/strict'
import type { Facts } from './shelf.ts'
import { eventOf, filing, MONDAY } from './stories.ts'

const ACT = {
  at: 1_780_000_000_000,
  userId: 'u1',
  userName: '周敏',
  route: 'PUT /v1/check-policy',
  path: '/v1/check-policy',
  sent: { all: {}, apps: {} },
  sentSha256: 'ab'.repeat(32),
  requestId: 'r1',
}

export const actFacts: Facts = {
  async 'acts that come at once stand one after the other in one chain'(shelf) {
    const { storage } = await shelf.fresh()
    await Promise.all(Array.from({ length: 8 }, () => storage.acts.append(ACT)))
    const { items } = await storage.acts.list()
    assert.deepEqual(
      items.map(({ n }) => n),
      [8, 7, 6, 5, 4, 3, 2, 1],
    )
    const report = await storage.acts.verify()
    assert.deepEqual(report, { acts: 8, head: items[0]?.hash, firstBroken: null })
  },

  async 'an act cannot be changed, and a change past all guards is found'(shelf) {
    const { storage, sql } = await shelf.separate()
    for (let n = 0; n < 3; n += 1) await storage.acts.append(ACT)
    await assert.rejects(sql(`update fangxing.acts set user_name = 'x'`), /append-only/)
    await sql('alter table fangxing.acts disable trigger append_only')
    await sql(`update fangxing.acts set user_name = 'x' where n = 2`)
    assert.equal((await storage.acts.verify()).firstBroken, 2)
  },

  async 'acts are found by person, by route and by time'(shelf) {
    const { storage } = await shelf.fresh()
    await storage.acts.append(ACT)
    await storage.acts.append({ ...ACT, userId: 'u2', route: 'POST /v1/users', at: ACT.at + 1 })
    const numbers = async (filter: object) =>
      (await storage.acts.list(filter)).items.map(({ n }) => n)
    assert.deepEqual(await numbers({ userId: 'u2' }), [2])
    assert.deepEqual(await numbers({ route: 'PUT ' }), [1])
    assert.deepEqual(await numbers({ from: ACT.at + 1 }), [2])
    assert.deepEqual(await numbers({ until: ACT.at + 1 }), [1])
  },

  async 'the trail tells the events of all releases, newest first, page by page'(shelf) {
    const { storage } = await shelf.fresh()
    const one = await filing(storage)
    const other = await filing(storage)
    await storage.releases.append(one.id, one.life.eventCount, [
      eventOf('filingPassed', {}, MONDAY + 1000),
    ])
    const all = (await storage.trail.list()).items
    assert.equal(all[0]?.event.kind, 'filingPassed')
    assert.equal(all[0]?.releaseId, one.id)
    assert.equal(all.length, one.life.eventCount + 1 + other.life.eventCount)
    const first = await storage.trail.list({ limit: 4 })
    const second = await storage.trail.list({ limit: 200, cursor: first.nextCursor ?? '' })
    assert.deepEqual([...first.items, ...second.items], all)
    const { items } = await storage.trail.list({ releaseId: other.id, kind: 'filingStarted' })
    assert.equal(items.length, 1)
  },
}
