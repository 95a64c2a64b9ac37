import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DeskPolicy, SHIPPED_DESK } from './desk-policy.ts'
import { isGolden, isLookedAtTwice, lotOf } from './sampling.ts'

const IDS = Array.from({ length: 4000 }, (_, nth) => `67a0${nth}-0000-0000`)

function withRates(rate: number, labelRates: DeskPolicy['second']['labelRates'] = {}): DeskPolicy {
  return { ...SHIPPED_DESK, second: { ...SHIPPED_DESK.second, rate, labelRates } }
}

test('the lot of a seed is always the same, and lots spread evenly', () => {
  assert.equal(lotOf('a'), lotOf('a'))
  const low = IDS.filter((id) => lotOf(id) < 0.25).length
  assert(low > 900 && low < 1100, String(low))
})

test('about the share that is set is looked at twice', () => {
  const share = IDS.filter((id) => isLookedAtTwice(id, 10001, withRates(0.1))).length / IDS.length
  assert(share > 0.08 && share < 0.12, String(share))
})

test('a label has its own rate, and none and all are exact', () => {
  const policy = withRates(0, { 20002: 1 })
  assert(IDS.every((id) => isLookedAtTwice(id, 20002, policy)))
  assert(!IDS.some((id) => isLookedAtTwice(id, 10001, policy)))
})

test('a higher rate keeps what a lower one had drawn', () => {
  const drawn = IDS.filter((id) => isLookedAtTwice(id, 10001, withRates(0.05)))
  assert(drawn.every((id) => isLookedAtTwice(id, 10001, withRates(0.5))))
})

test('golden tasks come at the share that is set, for each person in another order', () => {
  const turns = IDS.map((_, nth) => nth)
  const policy = { ...SHIPPED_DESK, goldenRate: 0.2 }
  const of = (user: string) => turns.filter((nth) => isGolden(user, nth, policy))
  assert(of('u1').length > 700 && of('u1').length < 900)
  assert.notDeepEqual(of('u1').slice(0, 20), of('u2').slice(0, 20))
})
