/** Facts about editions of the check policy and about trials. */

import assert from 'node:assert/strict'
import { withCode } from './refused.ts'
import type { Facts } from './shelf.ts'

const AT = 1_780_000_000_000
const EDITION = { at: AT, by: '周敏', note: null, restores: null }
const TRIAL = { candidate: { terms: [] }, note: '先看看', startedBy: '周敏', startedAt: AT }
const DIFFERENCE = {
  checkId: 'aaaaaaaa-bbbbbbbb-cccccccc',
  appid: null,
  scene: 2,
  at: AT,
  live: 'review',
  liveLabel: 10001,
  tried: 'pass',
  triedLabel: 100,
  texts: [{ field: 'content', text: '加 微信' }],
  textsUntil: AT + 1000,
} as const

export const policyFacts: Facts = {
  async 'a published policy is the live one and stays among the editions'(shelf) {
    const { storage } = await shelf.fresh()
    const first = await storage.checkPolicies.publish({ ...EDITION, policy: { all: {}, apps: {} } })
    const second = await storage.checkPolicies.publish({
      ...EDITION,
      policy: { all: { openid: 'any' }, apps: {} },
      restores: first.number,
    })
    assert.deepEqual(await storage.settings.get('checkPolicy'), second.policy)
    const { items } = await storage.checkPolicies.list()
    assert.deepEqual(items, [second, first])
    assert.deepEqual(await storage.checkPolicies.find(first.number), first)
    assert.equal(await storage.checkPolicies.find(99), null)
  },
}

export const trialFacts: Facts = {
  async 'only one trial runs at a time'(shelf) {
    const { storage } = await shelf.fresh()
    const trial = await storage.trials.start(TRIAL)
    await assert.rejects(storage.trials.start(TRIAL), withCode('TRIAL_RUNS'))
    assert.deepEqual(await storage.trials.running(), trial)
    const ended = await storage.trials.end(trial.id, { by: '周敏', at: AT + 1, published: false })
    assert.equal(ended?.endedAt, AT + 1)
    assert.equal(await storage.trials.end(trial.id, { by: '李', at: AT, published: true }), null)
    assert.equal(await storage.trials.running(), null)
    await storage.trials.start(TRIAL)
  },

  async 'what several processes saw is added up, a difference once'(shelf) {
    const { storage } = await shelf.fresh()
    const { id } = await storage.trials.start(TRIAL)
    const counts = [{ live: 'review', tried: 'pass', count: 2 }] as const
    await storage.trials.note(id, { counts, differences: [DIFFERENCE] })
    await storage.trials.note(id, { counts, differences: [DIFFERENCE] })
    const trial = await storage.trials.find(id)
    assert.deepEqual(trial?.counts, [{ live: 'review', tried: 'pass', count: 4 }])
    assert.deepEqual((await storage.trials.differences(id)).items, [DIFFERENCE])
  },

  async 'nothing is added to a trial that has ended, and its texts are forgotten in time'(shelf) {
    const { storage } = await shelf.fresh()
    const { id } = await storage.trials.start(TRIAL)
    await storage.trials.note(id, { counts: [], differences: [DIFFERENCE] })
    await storage.trials.end(id, { by: '周敏', at: AT, published: false })
    const other = { ...DIFFERENCE, checkId: 'other' }
    await storage.trials.note(id, { counts: [], differences: [other] })
    assert.equal(await storage.trials.forgetTexts(AT + 999), 0)
    assert.equal(await storage.trials.forgetTexts(AT + 1000), 1)
    const { items } = await storage.trials.differences(id)
    assert.deepEqual(items, [{ ...DIFFERENCE, texts: null, textsUntil: null }])
  },
}
