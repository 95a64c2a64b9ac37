import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Subject } from '@fangxing/contract'
import { categories, describeCategory } from '@fangxing/policy'
import { DEFAULT_CLOCK, type FilingProfile, filingNeed } from '@fangxing/release'

const profile: FilingProfile = {
  edition: categories.edition,
  categories: categories.rows,
  clock: DEFAULT_CLOCK,
}
const enterprise: Subject = { kind: 'enterprise', overseas: false, region: 'CN-GD' }
const filed = categories.rows.filter((row) => row.filed)

test('of all categories of the shipped table, exactly the thirteen are filed', () => {
  const { files, unknown } = filingNeed(categories.rows, [], enterprise, profile)
  assert.deepEqual(files.map(describeCategory), filed.map(describeCategory))
  assert.deepEqual(unknown, [])
})

test('none of the thirteen is filed again once it is in the ledger', () => {
  const { files, filedBefore } = filingNeed(filed, filed, enterprise, profile)
  assert.deepEqual([files.length, filedBefore.length], [0, 13])
})

test('all of the thirteen are closed to individuals and overseas subjects', () => {
  for (const subject of [
    { ...enterprise, kind: 'individual' as const },
    { ...enterprise, overseas: true },
  ]) {
    assert.equal(filingNeed(filed, [], subject, profile).closedToSubject.length, 13)
  }
})

test('the names of the 2022 note still mean filing', () => {
  const old = [
    { first: '文娱', second: '视频' },
    { first: '文娱', second: 'FM/电台' },
  ]
  assert.deepEqual(filingNeed(old, [], enterprise, profile).files, old)
})
