import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ContentCheck } from '@fangxing/contract'
import { placeIn } from '../../src/examples.ts'
import { judgeBy } from '../../src/judge-by.ts'
import { frozenCheckVersion } from './frozen-check-version.ts'

const cases: [api: ContentCheck['api'], version: 1 | 2, expect: string][] = [
  ['msgSecCheck', 1, 'violation'],
  ['msgSecCheck', 2, 'pass'],
  ['mediaCheckAsync', 1, 'violation'],
  ['mediaCheckAsync', 2, 'pass'],
  ['imgSecCheck', 1, 'violation'],
]

for (const [api, version, expect] of cases) {
  test(`${api} ${version}.0 → ${expect}`, () => {
    const contentChecks = [{ api, version, place: placeIn('cloudfunctions/check/index.js') }]
    assert.equal(judgeBy(frozenCheckVersion, { contentChecks }).kind, expect)
  })
}
