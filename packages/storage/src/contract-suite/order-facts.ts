/** Facts about what falls due besides filings, about withdrawals, and about decisions beside others. */

import assert from 'node:assert/strict'
import { withCode } from './refused.ts'
import type { Facts } from './shelf.ts'
import {
  APPROVED,
  eventOf,
  goOn,
  LAUNCHED,
  MONDAY,
  newApp,
  newRelease,
  PASSED,
  submission,
  submitted,
  WITHDRAWN,
} from './stories.ts'

const DEADLINE = MONDAY + 86_400_000
const ORDERED = eventOf('takedownOrdered', { note: 'banned content', deadlineAt: DEADLINE })

export const orderFacts: Facts = {
  async 'a take-down order is due at its deadline, and no longer when it was lifted'(shelf) {
    const { storage } = await shelf.fresh()
    const { id } = await submitted(storage, [PASSED, APPROVED, LAUNCHED, ORDERED])
    assert.deepEqual(await storage.releases.dueFilings(DEADLINE - 1), [])
    const due = { releaseId: id, dueAt: DEADLINE, expectedSeq: 6 }
    assert.deepEqual(await storage.releases.dueFilings(DEADLINE), [due])
    await goOn(storage, id, eventOf('takedownLifted', { note: 'by mistake' }))
    assert.deepEqual(await storage.releases.dueFilings(DEADLINE), [])
  },

  async 'the deadline of an order is derived again like the end of a filing'(shelf) {
    const { storage, sql } = await shelf.fresh()
    await submitted(storage, [PASSED, APPROVED, LAUNCHED, ORDERED])
    assert.equal(await storage.releases.rederiveDue(), 0)
    await sql('update fangxing.releases set due_at = null')
    assert.equal(await storage.releases.rederiveDue(), 1)
    assert.equal((await storage.releases.dueFilings(DEADLINE))[0]?.dueAt, DEADLINE)
  },

  async 'the withdrawals of each app are counted from a time on'({ storage }) {
    const { appid, id } = await submitted(storage, [WITHDRAWN])
    const other = await newApp(storage)
    const counted = await storage.releases.withdrawals([appid, other], MONDAY)
    assert.deepEqual([...counted], [[appid, [MONDAY]]])
    assert.equal((await storage.releases.withdrawals([appid], MONDAY + 1)).size, 0)
    assert.equal((await storage.releases.withdrawals([], 0)).size, 0)
    assert.equal((await storage.releases.find(id))?.life.state, 'withdrawn')
  },

  async 'an append that was decided beside another release needs that one unchanged'({ storage }) {
    const beside = await submitted(storage, [PASSED, APPROVED])
    const { id, life } = await submitted(storage, [PASSED, APPROVED], beside.appid)
    const witness = { releaseId: beside.id, expectedSeq: beside.life.eventCount }
    await goOn(storage, beside.id, LAUNCHED)

    const grey = eventOf('greyLaunched', { percentage: 10 })
    const append = (expectedSeq: number) =>
      storage.releases.append(id, life.eventCount, [grey], {
        unchanged: [{ ...witness, expectedSeq }],
      })
    await assert.rejects(append(witness.expectedSeq), withCode('CONCURRENT_CHANGE'))
    assert.equal((await append(witness.expectedSeq + 1)).release.life.state, 'greyLaunch')
  },

  async 'a witness that does not exist is refused'({ storage }) {
    const { id, life } = await newRelease(storage)
    const unchanged = [{ releaseId: 'nobody', expectedSeq: 1 }]
    const event = eventOf('submitted', {
      auditId: await storage.releases.nextAuditId(),
      categories: [],
      subject: { kind: 'enterprise', overseas: false, region: 'CN-GD' },
    })
    await assert.rejects(
      storage.releases.append(id, life.eventCount, [event], { unchanged }),
      withCode('RELEASE_NOT_FOUND'),
    )
  },
}

export const queueFacts: Facts = {
  async 'a list holds only what was expedited, until it is submitted again'({ storage }) {
    const { id, appid } = await submitted(storage, [PASSED, eventOf('expedited', {})])
    const ids = async (expedited: boolean) =>
      (await storage.releases.list({ appid, expedited })).items.map((release) => release.id)
    assert.deepEqual([await ids(true), await ids(false)], [[id], []])
    await goOn(storage, id, WITHDRAWN, await submission(storage))
    assert.deepEqual([await ids(true), await ids(false)], [[], [id]])
  },
}
