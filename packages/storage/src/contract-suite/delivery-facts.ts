/** Facts about sending: leases, lanes, what becomes of a delivery. */

import assert from 'node:assert/strict'
import type { ClaimedDelivery, DeliveryDraft, Settlement } from '../outbox/outbox.types.ts'
import type { Storage } from '../storage.ts'
import { withCode } from './refused.ts'
import type { Facts } from './shelf.ts'
import { MONDAY, newApp } from './stories.ts'

const LEASE = 60_000
const DELIVERED: Settlement = { kind: 'delivered', tookMs: 5 }
const trouble = { code: 'ANSWERED', details: { status: 500 } }

function failed(nextAttemptAt: number | null): Settlement {
  return { kind: 'failed', tookMs: 5, trouble, nextAttemptAt }
}

async function add(storage: Storage, more: Partial<DeliveryDraft> = {}): Promise<string> {
  const appid = more.appid ?? (await newApp(storage))
  const usual = { channel: 'webhook', kind: 'rejected', body: {}, createdAt: MONDAY } as const
  return storage.deliveries.add({ ...usual, ...more, appid })
}

async function claim(storage: Storage, now = MONDAY): Promise<ClaimedDelivery> {
  const claimed = await storage.deliveries.claim(now, LEASE)
  assert(claimed, 'nothing was due')
  return claimed
}

export const deliveryFacts: Facts = {
  async 'a delivery is leased to one, and settled once'(shelf) {
    const { storage } = await shelf.fresh()
    const id = await add(storage)
    const claimed = await claim(storage)
    assert.deepEqual([claimed.id, claimed.tries, claimed.isInFlight], [id, 1, true])
    assert.equal(await storage.deliveries.claim(MONDAY, LEASE), null)
    assert.equal(await storage.deliveries.settle(claimed, DELIVERED, MONDAY + 5), true)
    assert.equal(await storage.deliveries.settle(claimed, failed(null), MONDAY + 9), false)

    const sent = await storage.deliveries.find(id)
    assert.equal(sent?.deliveredAt, MONDAY + 5)
    assert.equal(sent?.nextAttemptAt, null)
    assert.deepEqual(sent?.attempts, [
      { at: MONDAY, outcome: 'delivered', tookMs: 5, trouble: null },
    ])
    assert.equal(await storage.deliveries.claim(MONDAY + 10 * LEASE, LEASE), null)
  },

  async 'of a lane that rests nothing is leased, of others all'(shelf) {
    const { storage } = await shelf.fresh()
    const [resting, other] = [await add(storage), await add(storage)]
    const { lane = '' } = (await storage.deliveries.find(resting)) ?? {}
    assert.equal((await storage.deliveries.claim(MONDAY, LEASE, [lane]))?.id, other)
    assert.equal(await storage.deliveries.claim(MONDAY, LEASE, [lane, 'another']), null)
    assert.equal((await storage.deliveries.claim(MONDAY, LEASE, []))?.id, resting)
  },

  async 'a lease that ended passes on, and its late holder writes nothing'(shelf) {
    const { storage } = await shelf.fresh()
    const id = await add(storage)
    const dead = await claim(storage)
    assert.equal(await storage.deliveries.claim(MONDAY + LEASE - 1, LEASE), null)
    const next = await claim(storage, MONDAY + LEASE)
    assert.deepEqual([next.id, next.tries], [id, 2])
    assert.equal(await storage.deliveries.settle(dead, DELIVERED, MONDAY + LEASE), false)
    assert.equal(await storage.deliveries.settle(next, DELIVERED, MONDAY + LEASE), true)
    const outcomes = (await storage.deliveries.find(id))?.attempts.map(({ outcome }) => outcome)
    assert.deepEqual(outcomes, ['unknown', 'delivered'])
  },

  async 'a failed delivery is due again when it says, and not before'(shelf) {
    const { storage } = await shelf.fresh()
    const id = await add(storage)
    await storage.deliveries.settle(await claim(storage), failed(MONDAY + 5000), MONDAY)
    assert.equal(await storage.deliveries.claim(MONDAY + 4999, LEASE), null)
    const again = await claim(storage, MONDAY + 5000)
    assert.deepEqual([again.id, again.tries, again.lastTrouble], [id, 2, trouble])
  },

  async 'a dead letter waits for somebody to ask again, and then has all its tries'(shelf) {
    const { storage } = await shelf.fresh()
    const id = await add(storage)
    const claimed = await claim(storage)
    await assert.rejects(storage.deliveries.redrive(id, MONDAY), withCode('CONCURRENT_CHANGE'))
    await storage.deliveries.settle(claimed, failed(null), MONDAY + 7)
    assert.equal((await storage.deliveries.find(id))?.deadAt, MONDAY + 7)
    assert.equal(await storage.deliveries.claim(MONDAY + 10 * LEASE, LEASE), null)

    const { tries, deadAt } = await storage.deliveries.redrive(id, MONDAY + 8)
    assert.deepEqual([tries, deadAt], [0, null])
    assert.equal((await claim(storage, MONDAY + 8)).tries, 1)
    await assert.rejects(storage.deliveries.redrive('none', 0), withCode('DELIVERY_NOT_FOUND'))
  },

  async 'one lane has one delivery in flight, in order; another lane does not wait'(shelf) {
    const { storage } = await shelf.fresh()
    const appid = await newApp(storage)
    const first = await add(storage, { appid })
    const second = await add(storage, { appid })
    const elsewhere = await add(storage, { appid, channel: 'mail' })
    const flying = await claim(storage)
    assert.equal(flying.id, first)
    assert.equal((await claim(storage)).id, elsewhere)
    assert.equal(await storage.deliveries.claim(MONDAY, LEASE), null)
    await storage.deliveries.settle(flying, failed(MONDAY + 1), MONDAY)
    assert.equal((await claim(storage, MONDAY + 1)).id, second)
  },

  async 'a worker that is overtaken in a lane gets nothing from it'(shelf) {
    const own = await shelf.fresh()
    const appid = await newApp(own.storage)
    const first = await add(own.storage, { appid })
    await add(own.storage, { appid })
    const faster = await own.client()
    await faster.query('begin')
    await faster.query(
      "update fangxing.deliveries set lease_token = 'x', lease_until = $1 where id = $2",
      [MONDAY + LEASE, first],
    )
    const slower = own.storage.deliveries.claim(MONDAY, LEASE)
    await own.blocked(1)
    await faster.query('commit')
    assert.equal(await slower, null)
  },

  async 'of many workers in two processes no two get the same delivery or lane'(shelf) {
    const { storage, another } = await shelf.fresh()
    const other = await another()
    const apps = await Promise.all(Array.from({ length: 4 }, () => newApp(storage)))
    for (const appid of [...apps, ...apps, ...apps]) await add(storage, { appid })
    const seen: string[] = []
    const flying = new Set<string>()
    const work = async (from: Storage) => {
      for (let idle = 0; idle < 50; idle += 1) {
        const claimed = await from.deliveries.claim(MONDAY, LEASE)
        if (claimed === null) continue
        assert(!flying.has(claimed.lane), 'two in one lane')
        flying.add(claimed.lane)
        seen.push(claimed.id)
        await from.deliveries.find(claimed.id)
        flying.delete(claimed.lane)
        assert(await from.deliveries.settle(claimed, DELIVERED, MONDAY))
        idle = 0
      }
    }
    await Promise.all([storage, other, storage, other].map(work))
    assert.equal(seen.length, 12)
    assert.equal(new Set(seen).size, 12)
  },

  async 'twenty attempts are kept, the latest'(shelf) {
    const { storage } = await shelf.fresh()
    const id = await add(storage)
    for (let at = MONDAY; at < MONDAY + 25; at += 1) {
      await storage.deliveries.settle(await claim(storage, at), failed(at + 1), at)
    }
    const attempts = (await storage.deliveries.find(id))?.attempts ?? []
    assert.equal(attempts.length, 20)
    assert.equal(attempts.at(-1)?.at, MONDAY + 24)
  },

  async 'what was settled long ago is forgotten, what waits is not'(shelf) {
    const { storage } = await shelf.fresh()
    const [sent, dead] = [await add(storage), await add(storage)]
    await storage.deliveries.settle(await claim(storage), DELIVERED, MONDAY)
    await storage.deliveries.settle(await claim(storage), failed(null), MONDAY + 1)
    const waiting = await add(storage)
    assert.equal(await storage.deliveries.forget(MONDAY + 1), 1)
    assert.equal(await storage.deliveries.find(sent), null)
    assert.equal(await storage.deliveries.forget(MONDAY + 2), 1)
    assert.equal(await storage.deliveries.find(dead), null)
    assert.equal((await storage.deliveries.find(waiting))?.id, waiting)
  },
}
