import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { toPassageKeys } from './passage-keys.ts'

/** So many characters of which no run stands twice. */
function writing(length: number, from = 0x4e00): string {
  return Array.from({ length }, (_, nth) => String.fromCharCode(from + ((nth * 7919) % 6000))).join(
    '',
  )
}

function shared(one: string, other: string): number {
  const keys = new Set(toPassageKeys(one))
  return toPassageKeys(other).filter((key) => keys.has(key)).length
}

test('a passage of 49 letters is found in whatever stands around it', () => {
  const passage = writing(49)
  for (const length of [0, 3, 40, 500]) {
    const own = writing(length, 0x5e00)
    assert.ok(shared(passage, `${own}${passage}${own}`) >= 1, String(length))
  }
})

test('half of a text in another one has a dozen keys in common, and none with a stranger', () => {
  const source = writing(500)
  assert.ok(shared(source, writing(250, 0x6e00) + source.slice(250)) >= 8)
  assert.equal(shared(source, writing(500, 0x6e00)), 0)
})

test('signs and spaces between letters change nothing', () => {
  const text = writing(200)
  assert.deepEqual(toPassageKeys(text.replace(/(.{9})/gu, '$1， ')), toPassageKeys(text))
})

test('about five keys for each hundred letters, and no more than a bound', () => {
  const { length } = toPassageKeys(writing(2000))
  assert.ok(length > 60 && length < 140, String(length))
  assert.ok(toPassageKeys(writing(5900).repeat(1)).length <= 1024)
})

test('a text of fewer letters than a run has no key', () => {
  assert.deepEqual([...toPassageKeys('阳台种番茄')], [])
})

test('any text has keys, each once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const keys = toPassageKeys(text)
      assert.equal(new Set(keys).size, keys.length)
    }),
  )
})
