/** Facts about where apps stand at a glance, and what they have used of their quotas. */

import assert from 'node:assert/strict'
import { TOLD } from './outbox-facts.ts'
import type { Facts } from './shelf.ts'
import { APPROVED, LAUNCHED, MONDAY, newApp, newRelease, PASSED, submitted } from './stories.ts'

export const standingFacts: Facts = {
  async 'an app without versions stands nowhere'({ storage }) {
    const appid = await newApp(storage)
    assert.deepEqual(await storage.standings.of([appid], 'u-1'), [
      {
        ...{ appid, newest: null, live: null, staged: null, preLaunched: null, inReview: null },
        unread: 0,
      },
    ])
  },

  async 'the live version, the one in review and the newest are told apart'({ storage }) {
    const live = await submitted(storage, [PASSED, APPROVED, LAUNCHED])
    const draft = await newRelease(storage, live.appid)
    const other = await submitted(storage)
    const [first, second] = await storage.standings.of([other.appid, live.appid], 'u-1')
    assert.deepEqual(
      [first?.inReview?.id, first?.newest?.id, first?.live],
      [other.id, other.id, null],
    )
    assert.deepEqual(
      [second?.live?.id, second?.newest?.id, second?.inReview],
      [live.id, draft.id, null],
    )
  },

  async 'notices count until somebody has read them'({ storage }) {
    const { id, appid } = await submitted(storage)
    await storage.releases.append(id, 2, [PASSED], { notices: [TOLD, TOLD] })
    const unread = async () => (await storage.standings.of([appid], 'u-1'))[0]?.unread
    assert.equal(await unread(), 2)
    const { items } = await storage.notices.list(
      { audiences: ['developer'], appid },
      { reader: 'u-1' },
    )
    await storage.notices.markRead(items[0]?.id ?? '', 'u-1', MONDAY)
    assert.equal(await unread(), 1)
  },

  async 'what an app has used of a window can be read without taking any'({ storage }) {
    const appid = await newApp(storage)
    const day = { span: 'day', start: MONDAY, limit: 10 } as const
    await storage.quotas.take({ appid, call: 'text', amount: 4 }, [day])
    assert.deepEqual(await storage.quotas.used(appid, 'day', MONDAY), new Map([['text', 4]]))
    assert.deepEqual(await storage.quotas.used(appid, 'minute', MONDAY), new Map())
  },
}
