import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Quotas } from '@fangxing/storage'
import { setClock } from '../clock.ts'
import { openMeter } from './meter.ts'

const START = Date.UTC(2026, 2, 2, 2)
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Counts as the storage does, and how often it was asked. */
function openCounters() {
  const used = new Map<string, number>()
  const asked: number[] = []
  const quotas: Quotas = {
    async take({ appid, call, amount }, windows) {
      asked.push(amount)
      const left = windows.map(({ span, start, limit }) => {
        const key = [appid, call, span, start].join()
        const now = (used.get(key) ?? 0) + amount
        used.set(key, now)
        return limit - now
      })
      const lacking = Math.max(0, ...left.map((rest) => -rest))
      return {
        granted: Math.max(0, amount - lacking),
        left: left.map((rest) => Math.max(0, rest)),
      }
    },
    used: async () => new Map(),
    forget: async () => 0,
  }
  return { quotas, asked }
}

async function count(meter: ReturnType<typeof openMeter>, calls: number, quota: object) {
  let made = 0
  for (let call = 0; call < calls; call += 1) {
    const reading = await meter.take('app', 'text', { perMinute: null, perDay: null, ...quota })
    if (reading.exhausted === null) made += 1
  }
  return made
}

test('the last call of a minute is made and the next one is not', async () => {
  const clock = setClock(START)
  const meter = openMeter(openCounters().quotas, clock)
  assert.equal(await count(meter, 5, { perMinute: 3 }), 3)
  clock.set(START + MINUTE)
  assert.equal(await count(meter, 5, { perMinute: 3 }), 3)
})

test('the day is named before the minute, and begins at midnight in Shanghai', async () => {
  const clock = setClock(START)
  const meter = openMeter(openCounters().quotas, clock)
  const quota = { perMinute: 2, perDay: 2 }
  await count(meter, 2, quota)
  const refused = await meter.take('app', 'text', quota)
  assert.equal(refused.exhausted, 'day')
  assert.deepEqual(refused.left, { minute: 0, day: 0 })
  assert.deepEqual(refused.resetSeconds, { minute: 60, day: 14 * 3600 })
  clock.set(START + 14 * 3_600_000)
  assert.equal((await meter.take('app', 'text', quota)).exhausted, null)
  clock.set(START + DAY)
  assert.equal((await meter.take('app', 'text', quota)).exhausted, null)
})

test('several processes together make as many calls as the quota, and ask seldom', async () => {
  const { quotas, asked } = openCounters()
  const clock = setClock(START)
  const meters = [openMeter(quotas, clock), openMeter(quotas, clock), openMeter(quotas, clock)]
  const made = await Promise.all(meters.map((meter) => count(meter, 1000, { perMinute: 1000 })))
  const all = made.reduce((sum, one) => sum + one, 0)
  assert.ok(all <= 1000 && all > 970, String(all))
  assert.ok(asked.length <= 110, String(asked.length))
})

test('what is left goes down by one with each call of one process', async () => {
  const meter = openMeter(openCounters().quotas, setClock(START))
  const left: unknown[] = []
  for (let call = 0; call < 4; call += 1) {
    const reading = await meter.take('app', 'text', { perMinute: 300, perDay: null })
    left.push(reading.left.minute)
    assert.equal(reading.left.day, null)
  }
  assert.deepEqual(left, [299, 298, 297, 296])
})

test('a quota that is raised counts at once, with what was used of it', async () => {
  const meter = openMeter(openCounters().quotas, setClock(START))
  assert.equal(await count(meter, 3, { perMinute: 2 }), 2)
  assert.equal(await count(meter, 20, { perMinute: 10 }), 8)
})

test('a call without a quota is not counted at all', async () => {
  const { quotas, asked } = openCounters()
  const meter = openMeter(quotas, setClock(START))
  assert.equal(await count(meter, 50, {}), 50)
  assert.deepEqual(asked, [])
})

test('calls that come at once share one asking', async () => {
  const { quotas, asked } = openCounters()
  const meter = openMeter(quotas, setClock(START))
  const quota = { perMinute: 10_000, perDay: null }
  await Promise.all(Array.from({ length: 100 }, () => meter.take('app', 'text', quota)))
  assert.deepEqual(asked, [100])
})
