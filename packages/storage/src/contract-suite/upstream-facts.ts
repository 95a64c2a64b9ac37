/** Facts about other checkers: their settings, and how their answers compare with ours. */

import assert from 'node:assert/strict'
import type { ComparisonDraft, UpstreamSettings } from '../upstream/upstream.types.ts'
import { withCode } from './refused.ts'
import type { Facts } from './shelf.ts'
import { MONDAY, newApp } from './stories.ts'

const SETTINGS: UpstreamSettings = {
  ...{ kind: 'wechat', baseUrl: 'https://api.example.com', appid: 'wx1', secret: 's' },
  ...{ merge: 'strictest', whenDown: 'fail-open' },
  ...{ timeoutMs: 2000, cacheSeconds: 60, shadowPercent: 100, perMinute: 10, perDay: 100 },
}

function comparison(appid: string, more: Partial<ComparisonDraft> = {}): ComparisonDraft {
  return {
    ...{ checkId: 'c-1', appid, upstream: 'wechat', local: { suggest: 'pass', label: 100 } },
    answer: { suggest: 'pass', label: 100, traceId: 't-1' },
    ...{ trouble: null, cached: false, tookMs: 120, told: 'pass', at: MONDAY },
    ...more,
  }
}

export const upstreamFacts: Facts = {
  async 'an app has at most one upstream, which can be changed and taken away'({ storage }) {
    const { upstreams } = storage
    const appid = await newApp(storage)
    assert.equal(await upstreams.find(appid), null)
    await upstreams.set(appid, SETTINGS, MONDAY)
    const changed = { ...SETTINGS, merge: 'shadow' } as const
    await upstreams.set(appid, changed, MONDAY + 1)
    assert.deepEqual(await upstreams.find(appid), changed)
    assert.deepEqual((await upstreams.list()).get(appid), changed)
    await upstreams.set(appid, null, MONDAY + 2)
    assert.equal(await upstreams.find(appid), null)
    await assert.rejects(upstreams.set('nobody', SETTINGS, MONDAY), withCode('APP_NOT_FOUND'))
  },

  async 'comparisons come back newest first, disagreements alone when asked'({ storage }) {
    const { comparisons } = storage
    const appid = await newApp(storage)
    const same = comparison(appid)
    const worse = comparison(appid, {
      answer: { suggest: 'risky', label: 20002, traceId: null },
      told: 'risky',
    })
    const none = comparison(appid, { answer: null, trouble: 'TOO_SLOW' })
    for (const draft of [same, worse, none]) await comparisons.record(draft)
    assert.deepEqual((await comparisons.list({ appid })).items, [none, worse, same])
    assert.deepEqual((await comparisons.list({ appid, disagreed: true })).items, [worse])
    const first = await comparisons.list({ appid, limit: 2 })
    const rest = await comparisons.list({ appid, limit: 2, cursor: first.nextCursor ?? '' })
    assert.deepEqual(rest.items, [same])
  },

  async 'agreement counts each pair of answers since a time'({ storage }) {
    const { comparisons } = storage
    const appid = await newApp(storage)
    const risky = { suggest: 'risky', label: 20002, traceId: null } as const
    await comparisons.record(comparison(appid, { at: MONDAY - 1, answer: risky }))
    await comparisons.record(comparison(appid))
    await comparisons.record(comparison(appid))
    await comparisons.record(comparison(appid, { answer: null, trouble: 'TOO_SLOW' }))
    assert.deepEqual(await comparisons.agreement(appid, MONDAY), [
      { ours: 'pass', theirs: 'pass', count: 2 },
      { ours: 'pass', theirs: null, count: 1 },
    ])
  },

  async 'old comparisons are forgotten'(shelf) {
    const { storage } = await shelf.fresh()
    const appid = await newApp(storage)
    await storage.comparisons.record(comparison(appid))
    assert.equal(await storage.comparisons.forget(MONDAY), 0)
    assert.equal(await storage.comparisons.forget(MONDAY + 1), 1)
  },
}
