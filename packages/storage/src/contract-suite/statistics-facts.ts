/** Facts about counts over a period, and about the desk that goes by due times. */

import assert from 'node:assert/strict'
import type { Facts } from './shelf.ts'
import { DUE, eventOf, filing, filingOf } from './stories.ts'

/** 23:30 in Beijing on the 21st. */
const LATE = Date.UTC(2026, 10, 21, 15, 30)
const HOUR = 3_600_000
const CHECK = {
  appid: null,
  writer: 'o1',
  scene: 2,
  suggest: 'review',
  label: 10001,
  edition: 'e1',
  evidence: {},
  clauses: ['wechat-operation/5.1'],
  texts: [],
  keepTextsUntil: null,
  at: LATE,
} as const

export const statisticsFacts: Facts = {
  async 'checks are counted by the day of Beijing, answer and label'(shelf) {
    const { storage, another } = await shelf.separate()
    await storage.checks.record(CHECK)
    await storage.checks.record(CHECK)
    await storage.checks.record({ ...CHECK, at: LATE + HOUR, suggest: 'pass', label: 100 })
    await storage.close()
    const { statistics } = await another()
    const period = { from: LATE - 24 * HOUR, until: LATE + 24 * HOUR }
    const ofText = { kind: 'text' } as const
    assert.deepEqual(await statistics.checks(period), [
      { ...ofText, day: '2026-11-21', suggest: 'review', label: 10001, count: 2 },
      { ...ofText, day: '2026-11-22', suggest: 'pass', label: 100, count: 1 },
    ])
    assert.deepEqual(await statistics.checks(period, 'wx0'), [])
    assert.deepEqual(await statistics.checkClauses(period), [
      { clause: 'wechat-operation/5.1', count: 3 },
    ])
  },

  async 'a filing is timed from its notice to its answer'(shelf) {
    const { storage } = await shelf.fresh()
    const release = await filing(storage)
    const answeredAt = (release.life.filing?.noticeAt ?? 0) + 3 * HOUR
    const answer = eventOf('filingPassed', {}, answeredAt)
    await storage.releases.append(release.id, release.life.eventCount, [answer])
    const times = await storage.statistics.filingTimes({ from: 0, until: answeredAt + 1 })
    const took = 3 * HOUR
    assert.deepEqual(times, {
      answered: 1,
      medianMs: took,
      ninetiethMs: took,
      longestMs: took,
    })
    const none = await storage.statistics.filingTimes({ from: 0, until: 1 })
    assert.deepEqual(none, { answered: 0, medianMs: null, ninetiethMs: null, longestMs: null })
  },

  async 'what waits is counted by state and by how long'(shelf) {
    const { storage } = await shelf.fresh()
    const release = await filing(storage)
    const { changedAt } = release.life
    assert.deepEqual(await storage.statistics.ageing(changedAt + 2 * 24 * HOUR), [
      { state: 'filing', age: 'under3', count: 1 },
    ])
    const depths = await storage.statistics.depths(changedAt)
    assert.equal(depths.cases, 0)
    assert.ok(depths.databaseBytes > 0)
  },

  async 'the desk has what ends first at its head, page by page'(shelf) {
    const { storage } = await shelf.fresh()
    const later = await filing(storage, { ...filingOf({}), at: DUE })
    const sooner = await filing(storage)
    const first = await storage.releases.listDesk({ limit: 1 })
    assert.deepEqual(first.items, [sooner])
    const second = await storage.releases.listDesk({ limit: 1, cursor: first.nextCursor ?? '' })
    assert.deepEqual(second, { items: [later], nextCursor: null })
    const { items } = await storage.releases.listDesk({ region: 'CN-XX' })
    assert.deepEqual(items, [])
  },
}
