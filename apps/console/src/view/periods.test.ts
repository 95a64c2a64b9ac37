import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findPeriods } from './periods.ts'

/** 2026-01-01 00:30 in Beijing, still the old year in London. */
const NEW_YEAR = Date.UTC(2025, 11, 31, 16, 30)

test('the month is the one of Beijing, and the one before it follows', () => {
  const [now, before] = findPeriods(NEW_YEAR, 'zh')
  assert.equal(now?.name, '2026 年 1 月')
  assert.equal(before?.name, '2025 年 12 月')
  assert.equal(now?.from, before?.until)
  assert.ok(now !== undefined && now.from <= NEW_YEAR && NEW_YEAR < now.until)
})

test('twelve months and two years are offered, years from January to January', () => {
  const periods = findPeriods(NEW_YEAR, 'en')
  assert.equal(periods.length, 14)
  assert.deepEqual(
    periods.slice(11).map(({ name }) => name),
    ['2025-02', '2026', '2025'],
  )
  assert.equal(periods[13]?.until, periods[12]?.from)
})
