import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeAgo, describeEnd, describeSpan, describeTime } from './times.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const spans: [name: string, spanMs: number, zh: string, en: string][] = [
  ['less than a minute', 59_999, '0分钟', '0 minutes'],
  ['minutes alone', 5 * MINUTE, '5分钟', '5 minutes'],
  ['hours and minutes', 23 * HOUR + 5 * MINUTE, '23小时 5分钟', '23 hours 5 minutes'],
  ['days and hours, no minutes', 6 * DAY + 23 * HOUR + 9 * MINUTE, '6天 23小时', '6 days 23 hours'],
  ['a whole day', DAY, '1天', '1 day'],
  ['a day and minutes skips the empty hours', DAY + 5 * MINUTE, '1天', '1 day'],
]

for (const [name, spanMs, zh, en] of spans) {
  test(`a span: ${name}`, () => {
    assert.equal(describeSpan(spanMs, 'zh'), zh)
    assert.equal(describeSpan(spanMs, 'en'), en)
  })
}

test('a time is the clock of Shanghai, whatever the zone of the reader', () => {
  assert.equal(describeTime(Date.UTC(2026, 10, 22, 18, 5)), '2026-11-23 02:05')
})

const agos: [at: number, zh: string, en: string][] = [
  [-10_000, '现在', 'now'],
  [-3 * HOUR, '3小时前', '3 hours ago'],
  [-DAY, '昨天', 'yesterday'],
  [2 * DAY, '后天', 'in 2 days'],
]

for (const [at, zh, en] of agos) {
  test(`${en} is ${zh}`, () => {
    assert.equal(describeAgo(at, 0, 'zh'), zh)
    assert.equal(describeAgo(at, 0, 'en'), en)
  })
}

test('an end at midnight closes the day before it; any other is as it is', () => {
  const midnight = Date.UTC(2026, 10, 27, 16)
  assert.equal(describeTime(midnight), '2026-11-28 00:00')
  assert.equal(describeEnd(midnight), '2026-11-27 24:00')
  assert.equal(describeEnd(midnight + MINUTE), '2026-11-28 00:01')
})
