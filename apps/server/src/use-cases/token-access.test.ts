import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAllowed, isNetwork } from './token-access.ts'

const rows: [address: string, networks: readonly string[] | null, allowed: boolean][] = [
  ['203.0.113.7', null, true],
  ['203.0.113.7', [], false],
  ['203.0.113.7', ['203.0.113.7'], true],
  ['203.0.113.8', ['203.0.113.7'], false],
  ['203.0.113.255', ['203.0.113.0/24'], true],
  ['203.0.114.0', ['203.0.113.0/24'], false],
  ['::ffff:203.0.113.7', ['203.0.113.7'], true],
  ['2001:db8::1', ['2001:db8::/32'], true],
  ['2001:db9::1', ['2001:db8::/32'], false],
  ['203.0.113.7', ['::/0'], false],
  ['nobody', ['0.0.0.0/0'], false],
]

for (const [address, allowedNetworks, allowed] of rows) {
  test(`${address} is ${allowed ? '' : 'not '}in ${JSON.stringify(allowedNetworks)}`, () => {
    assert.equal(isAllowed({ state: 'open', allowedNetworks }, address), allowed)
  })
}

test('a network is an address or a prefix', () => {
  assert.deepEqual(['10.0.0.1', '10.0.0.0/8', '::1', '10.0.0.0/33', 'x', ''].map(isNetwork), [
    ...[true, true, true, false, false, false],
  ])
})
