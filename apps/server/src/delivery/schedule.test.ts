import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Channel } from '@fangxing/storage'
import { nextAttemptAt } from './schedule.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const LONG = [5 * MINUTE, HOUR / 2, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR]

function waits(channel: Channel, jitter = 0): readonly number[] {
  const found: number[] = []
  for (let tries = 1; ; tries += 1) {
    const next = nextAttemptAt({ channel, kind: 'rejected', tries }, 1000, jitter)
    if (next === null) return found
    found.push(next - 1000)
  }
}

test('a webhook has ten attempts in three days', () => {
  assert.deepEqual(waits('webhook'), [5000, ...LONG])
})

test('a push has three quick attempts, as WeChat makes them, and then eight more', () => {
  assert.deepEqual(waits('wechat'), [5000, 5000, ...LONG])
})

test('a push that is not to be tried longer is given up after three', () => {
  const at = (tries: number) =>
    nextAttemptAt({ channel: 'wechat', kind: 'a', tries, isTriedLonger: false }, 0, 0)
  assert.deepEqual([1, 2, 3].map(at), [5000, 5000, null])
})

test('a mail has ten attempts, the second after a minute', () => {
  assert.deepEqual(waits('mail'), [MINUTE, ...LONG])
})

test('waits grow by a fifth at most', () => {
  assert.deepEqual(
    waits('mail', 1),
    waits('mail').map((wait) => wait * 1.2),
  )
})

test('a test is made once', () => {
  assert.equal(nextAttemptAt({ channel: 'webhook', kind: 'test', tries: 1 }, 0, 0), null)
})
