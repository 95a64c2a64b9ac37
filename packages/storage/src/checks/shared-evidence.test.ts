import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EvidenceShelf } from './shared-evidence.ts'

test('what is met for the first time is not shared, and from the second on it is', () => {
  const shelf = new EvidenceShelf()
  assert.equal(shelf.find('{}'), null)
  const shared = shelf.find('{}')
  assert.match(shared?.key ?? '', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  assert.equal(shelf.find('{}'), shared)
})

test('shared evidence is missing until a batch with it is on disk', () => {
  const shelf = new EvidenceShelf()
  shelf.find('{}')
  const shared = shelf.find('{}')
  assert.deepEqual(shelf.missing([null, shared, shared]), [shared])
  assert.deepEqual(shelf.missing([shared]), [shared])
  shelf.areOnDisk(shelf.missing([shared]))
  assert.deepEqual(shelf.missing([shared]), [])
})

test('what was forgotten meanwhile is named anew, and written once more', () => {
  const shelf = new EvidenceShelf()
  shelf.find('{}')
  const shared = shelf.find('{}')
  shelf.areOnDisk([shared].flatMap((one) => one ?? []))
  for (let n = 0; n < 1000; n += 1) shelf.find(String(n))
  shelf.find('{}')
  const again = shelf.find('{}')
  assert.equal(again?.key, shared?.key)
  assert.deepEqual(shelf.missing([shared, again]), [again])
})

test('a value that comes again as the same object is known by itself', () => {
  const shelf = new EvidenceShelf()
  const value = { judgements: ['all pass'] }
  assert.equal(shelf.findFor(value), null)
  const shared = shelf.findFor(value)
  assert.equal(shared?.evidence, '{"judgements":["all pass"]}')
  assert.equal(shelf.findFor(value), shared)
  assert.equal(shelf.findFor({ judgements: ['all pass'] }), shared)
})

test('long evidence is never shared', () => {
  const shelf = new EvidenceShelf()
  const long = 'x'.repeat(4097)
  assert.deepEqual([shelf.find(long), shelf.find(long)], [null, null])
})
