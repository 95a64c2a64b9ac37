/** Facts about filings that are due, and about claims. */

import assert from 'node:assert/strict'
import { withCode } from './refused.ts'
import type { Facts } from './shelf.ts'
import {
  APPROVED,
  DUE,
  eventOf,
  filing,
  filingOf,
  goOn,
  newRelease,
  PASSED,
  submitted,
  WITHDRAWN,
} from './stories.ts'

const PRE_LAUNCHED = eventOf('preLaunched', {}, DUE)

export const filingFacts: Facts = {
  async 'a filing is due at its very millisecond'(shelf) {
    const { storage } = await shelf.fresh()
    const { id, filingDueAt } = await filing(storage)
    assert.equal(filingDueAt, DUE)
    assert.deepEqual(await storage.releases.dueFilings(DUE - 1), [])
    const due = { releaseId: id, dueAt: DUE, expectedSeq: 5 }
    assert.deepEqual(await storage.releases.dueFilings(DUE), [due])
  },

  async 'the longest overdue comes first'(shelf) {
    const { storage } = await shelf.fresh()
    const later = await filing(storage, { ...filingOf({}), at: DUE })
    const sooner = await filing(storage)
    const due = await storage.releases.dueFilings(DUE * 2)
    assert.deepEqual(
      due.map(({ releaseId }) => releaseId),
      [sooner.id, later.id],
    )
    assert.equal((await storage.releases.dueFilings(DUE * 2, 1)).length, 1)
  },

  async 'a filing that was answered, withdrawn or pre-launched is not due'(shelf) {
    const { storage } = await shelf.fresh()
    for (const event of [eventOf('filingPassed', {}), WITHDRAWN, PRE_LAUNCHED]) {
      await goOn(storage, (await filing(storage)).id, event)
    }
    assert.deepEqual(await storage.releases.dueFilings(DUE * 2), [])
  },

  async 'a filing without a promise, or whose clock stands, is never due'(shelf) {
    const { storage } = await shelf.fresh()
    await filing(storage, filingOf({ promised: false }))
    const policy = {
      kind: 'natural_days',
      utcOffsetMinutes: 480,
      pausesFor: ['subjectUnreachable'],
    } as const
    const { id } = await filing(storage, filingOf({ policy }))
    const paused = eventOf('filingPaused', { reason: 'subjectUnreachable', note: 'no answer' })
    await goOn(storage, id, paused)
    assert.deepEqual(await storage.releases.dueFilings(DUE * 2), [])
  },

  async 'two sweepers pre-launch each due filing once'(shelf) {
    const { storage, another } = await shelf.fresh()
    const sweepers = [storage, await another()]
    for (let n = 0; n < 4; n += 1) await filing(storage)

    const sweep = async (by: typeof storage) => {
      const due = await by.releases.dueFilings(DUE)
      const appends = due.map(({ releaseId, expectedSeq }) =>
        by.releases.append(releaseId, expectedSeq, [PRE_LAUNCHED]),
      )
      return Promise.allSettled(appends)
    }
    const answers = (await Promise.all(sweepers.map(sweep))).flat()
    assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 4)
    for (const answer of answers) {
      if (answer.status === 'rejected') assert.ok(withCode('CONCURRENT_CHANGE')(answer.reason))
    }
    assert.deepEqual(await storage.releases.dueFilings(DUE), [])
  },

  async 'a wrong copy of a due time is derived again from the events'(shelf) {
    const { storage, sql } = await shelf.fresh()
    await filing(storage)
    assert.equal(await storage.releases.rederiveDue(), 0)
    await sql('update fangxing.releases set due_at = 1')
    assert.equal(await storage.releases.rederiveDue(), 1)
    assert.equal((await storage.releases.dueFilings(DUE))[0]?.dueAt, DUE)
  },
}

export const claimFacts: Facts = {
  async 'of many who ask at once one holds the claim'(shelf) {
    const { storage, another, reviewer } = shelf
    const { id } = await newRelease(storage)
    const users = [await reviewer('甲'), await reviewer('乙')]
    const stores = [storage, await another()]
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => {
        const user = users[n % 2] ?? ''
        return stores[n % 2]?.claims.take(id, user, 1000, 60_000)
      }),
    )
    const holder = (await storage.claims.find(id, 1000))?.userId
    for (const [n, answer] of answers.entries()) {
      assert.equal(answer?.kind === 'granted', users[n % 2] === holder)
    }
  },

  async 'a claim ends at its time, and the next has a higher fence'({ storage, reviewer }) {
    const { id } = await newRelease(storage)
    const [one, two] = [await reviewer('丙'), await reviewer('丁')]
    const first = await storage.claims.take(id, one, 1000, 500)
    assert.deepEqual(first, { kind: 'granted', fence: 1, expiresAt: 1500 })
    const held = await storage.claims.take(id, two, 1499, 500)
    assert.equal(held.kind === 'held' && held.by.userName, '丙')
    const next = await storage.claims.take(id, two, 1500, 500)
    assert.deepEqual(next, { kind: 'granted', fence: 2, expiresAt: 2000 })
  },

  async 'prolonging keeps the fence, coming back after the end does not'({ storage, reviewer }) {
    const { id } = await newRelease(storage)
    const user = await reviewer('戊')
    const fences = []
    for (const now of [1000, 1499, 2500]) {
      const answer = await storage.claims.take(id, user, now, 500)
      fences.push(answer.kind === 'granted' ? answer.fence : null)
    }
    assert.deepEqual(fences, [1, 1, 2])
  },

  async 'a claim that was given back is free'({ storage, reviewer }) {
    const { id } = await newRelease(storage)
    const [one, two] = [await reviewer('己'), await reviewer('庚')]
    await storage.claims.take(id, one, 1000, 500)
    assert.equal(await storage.claims.giveBack(id, two), false)
    assert.equal(await storage.claims.giveBack(id, one), true)
    assert.equal(await storage.claims.giveBack(id, one), false)
    assert.equal((await storage.claims.take(id, two, 1001, 500)).kind, 'granted')
  },

  async 'a claim needs a release'({ storage, reviewer }) {
    const user = await reviewer('辛')
    const take = storage.claims.take('nobody', user, 1000, 500)
    await assert.rejects(take, withCode('RELEASE_NOT_FOUND'))
  },

  async 'a decision needs the present fence, and ends the claim'({ storage, reviewer }) {
    const { id } = await submitted(storage, [PASSED])
    const [one, two] = [await reviewer('壬'), await reviewer('癸')]
    const former = await storage.claims.take(id, one, 1000, 500)
    const present = await storage.claims.take(id, two, 1500, 500)
    assert.ok(former.kind === 'granted' && present.kind === 'granted')

    const decide = (userId: string, fence: number, now: number) =>
      storage.releases.append(id, 3, [APPROVED], { claim: { userId, fence, now } })
    const stale = withCode('STALE_FENCE')
    await assert.rejects(decide(one, former.fence, 1501), stale)
    await assert.rejects(decide(one, present.fence, 1501), stale)
    await assert.rejects(decide(two, former.fence, 1501), stale)
    await assert.rejects(decide(two, present.fence, 2000), stale)
    assert.equal((await storage.releases.find(id))?.life.state, 'humanReview')

    const { release } = await decide(two, present.fence, 1999)
    assert.equal(release.life.state, 'approved')
    assert.equal(await storage.claims.find(id, 1999), null)
    assert.deepEqual(await storage.claims.findMany([id], 1999), new Map())
  },
}
