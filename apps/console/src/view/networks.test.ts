import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeNetworks, parseNetworks } from './networks.ts'

test('networks are told apart by lines, commas and spaces, each once', () => {
  assert.deepEqual(parseNetworks('203.0.113.7\n10.0.0.0/8，203.0.113.7 2001:db8::/32'), [
    '203.0.113.7',
    '10.0.0.0/8',
    '2001:db8::/32',
  ])
})

test('nothing typed lets tokens be asked for from anywhere', () => {
  assert.equal(parseNetworks(' \n '), null)
  assert.equal(describeNetworks(null), '')
})

test('what is shown is read back as it was', () => {
  const networks = ['203.0.113.7', '10.0.0.0/8']
  assert.deepEqual(parseNetworks(describeNetworks(networks)), networks)
})
