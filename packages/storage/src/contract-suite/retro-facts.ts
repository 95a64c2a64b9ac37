/** Facts about retro-scans: what they look at, and that each version is kept once. */

import assert from 'node:assert/strict'
import type { RetroResult } from '../retro/retro.types.ts'
import type { Facts } from './shelf.ts'
import { APPROVED, LAUNCHED, MONDAY, PASSED, submitted } from './stories.ts'

function resultOf(releaseId: string, more: Partial<RetroResult> = {}): RetroResult {
  return {
    releaseId,
    storedVerdict: 'pass',
    storedEdition: 'then',
    verdict: 'reject',
    edition: 'now',
    isWorse: false,
    changes: [],
    reopened: false,
    failed: null,
    ...more,
  }
}

const SHADOW = { shadow: true, startedBy: '王敏', startedAt: MONDAY }

export const retroFacts: Facts = {
  async 'a scan looks at the versions that serve when it starts, each once'(shelf) {
    const { storage } = await shelf.fresh()
    const one = await submitted(storage, [PASSED, APPROVED, LAUNCHED])
    await submitted(storage, [PASSED, APPROVED])
    const scan = await storage.retroScans.start(SHADOW)
    const two = await submitted(storage, [PASSED, APPROVED, LAUNCHED])
    assert.deepEqual([scan.progress.total, scan.progress.looked], [1, 0])

    assert.equal(await storage.retroScans.next(scan.id), one.id)
    assert.equal(await storage.retroScans.keep(scan.id, resultOf(one.id, { isWorse: true })), true)
    assert.equal(await storage.retroScans.keep(scan.id, resultOf(one.id)), false)
    assert.equal(await storage.retroScans.keep(scan.id, resultOf(two.id)), false)
    assert.equal(await storage.retroScans.next(scan.id), null)
    const { progress } = (await storage.retroScans.find(scan.id)) ?? scan
    assert.deepEqual(progress, { total: 1, looked: 1, worse: 1, reopened: 0, failed: 0 })
  },

  async 'a scan is unfinished until it is said to be, and ends once'(shelf) {
    const { storage } = await shelf.fresh()
    const { id } = await storage.retroScans.start(SHADOW)
    assert.deepEqual(await storage.retroScans.unfinished(), [id])
    await storage.retroScans.finish(id, MONDAY + 1)
    await storage.retroScans.finish(id, MONDAY + 2)
    assert.deepEqual(await storage.retroScans.unfinished(), [])
    assert.equal((await storage.retroScans.find(id))?.finishedAt, MONDAY + 1)
    assert.equal(await storage.retroScans.find('nothing'), null)
  },

  async 'results come page by page, all of them or only the worse'(shelf) {
    const { storage } = await shelf.fresh()
    const ids: string[] = []
    for (let n = 0; n < 3; n += 1) {
      ids.push((await submitted(storage, [PASSED, APPROVED, LAUNCHED])).id)
    }
    const { id } = await storage.retroScans.start(SHADOW)
    for (const [n, releaseId] of ids.entries()) {
      await storage.retroScans.keep(id, resultOf(releaseId, { isWorse: n === 1 }))
    }
    const first = await storage.retroScans.results(id, { worse: false, limit: 2 })
    const cursor = first.nextCursor ?? ''
    const rest = await storage.retroScans.results(id, { worse: false, limit: 2, cursor })
    const told = [...first.items, ...rest.items].map(({ releaseId }) => releaseId)
    assert.deepEqual(told, ids.toReversed())
    const worse = await storage.retroScans.results(id, { worse: true })
    assert.deepEqual(worse.items, [resultOf(ids[1] ?? '', { isWorse: true })])
    assert.equal((await storage.retroScans.list()).items.length, 1)
  },
}
