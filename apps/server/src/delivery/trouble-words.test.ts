import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeTrouble } from './trouble-words.ts'

const ROWS: readonly [string, Record<string, string | number>, RegExp][] = [
  ['ADDRESS_REFUSED', { host: 'a.example' }, /^a\.example leads into an inner network/],
  ['NAME_UNKNOWN', { host: 'a.example' }, /a\.example is not known/],
  ['UNREACHABLE', { reason: 'ECONNREFUSED' }, /ECONNREFUSED/],
  ['TOO_SLOW', { timeoutMs: 5000 }, /5000 ms/],
  ['ANSWERED', { status: 503 }, /HTTP 503/],
  ['NOT_ACKNOWLEDGED', { length: 7 }, /7 characters/],
  ['MAIL_REFUSED', { reply: 550 }, /550/],
]

for (const [code, details, expected] of ROWS) {
  test(`${code} is told with its value, in both languages`, () => {
    const { zh, en } = describeTrouble({ code, details })
    assert.match(en, expected)
    assert.ok(zh.includes(String(Object.values(details)[0])), zh)
  })
}

test('a code of a later version is told as ours', () => {
  const inner = describeTrouble({ code: 'INTERNAL', details: {} })
  assert.deepEqual(describeTrouble({ code: 'toString', details: {} }), inner)
})
