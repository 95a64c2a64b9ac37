import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openRests } from './rests.ts'

test('a lane that hung rests twice as long each time, a minute at most', () => {
  const rests = openRests()
  let now = 0
  const lasted: number[] = []
  for (let nth = 0; nth < 6; nth += 1) {
    rests.ended('a', { hung: true, at: now })
    const from = now
    while (rests.lanesAt(now).includes('a')) now += 1000
    lasted.push((now - from) / 1000)
  }
  assert.deepEqual(lasted, [5, 10, 20, 40, 60, 60])
})

test('an attempt that ends in time ends the rest, of its own lane', () => {
  const rests = openRests()
  for (const lane of ['a', 'b']) rests.ended(lane, { hung: true, at: 0 })
  rests.ended('a', { hung: false, at: 1 })
  assert.deepEqual(rests.lanesAt(2), ['b'])
  rests.ended('a', { hung: true, at: 10 })
  assert.deepEqual(rests.lanesAt(15_009), ['a'].slice(1))
})
