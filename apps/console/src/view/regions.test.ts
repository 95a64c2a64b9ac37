import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeRegion, REGIONS } from './regions.ts'

test('every province-level area is there once, with both names', () => {
  assert.equal(REGIONS.size, 34)
  for (const [code, { zh, en }] of REGIONS) {
    assert.match(`${code} ${zh} ${en}`, /^CN-[A-Z]{2} \p{Script=Han}+ [A-Z][A-Za-z ]+$/u)
  }
})

test('an unknown region is shown by its code', () => {
  assert.equal(describeRegion('CN-NM', 'en'), 'Inner Mongolia')
  assert.equal(describeRegion('JP-13', 'zh'), 'JP-13')
})
