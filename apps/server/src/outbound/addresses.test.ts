import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { allowAddresses } from './addresses.ts'

const REFUSED: readonly [string, string][] = [
  ['this machine', '127.0.0.1'],
  ['this machine by another number', '127.255.255.254'],
  ['any address of this machine', '0.0.0.0'],
  ['a private network', '10.0.0.1'],
  ['a private network, upper end', '172.31.255.255'],
  ['a home network', '192.168.1.1'],
  ['the metadata of most clouds', '169.254.169.254'],
  ['the metadata of Alibaba Cloud, in carrier-grade NAT', '100.100.100.200'],
  ['the metadata of Oracle Cloud', '192.0.0.192'],
  ['the host agent of Azure', '168.63.129.16'],
  ['multicast', '224.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['documentation', '203.0.113.5'],
  ['this machine in IPv6', '::1'],
  ['no address', '::'],
  ['this machine, mapped', '::ffff:127.0.0.1'],
  ['this machine, mapped, in hexadecimal', '::ffff:7f00:1'],
  ['this machine, IPv4-compatible', '::7f00:1'],
  ['this machine through NAT64', '64:ff9b::7f00:1'],
  ['this machine through 6to4', '2002:7f00:1::'],
  ['a Teredo tunnel', '2001:0:1::1'],
  ['link-local', 'fe80::1'],
  ['unique local, where AWS serves metadata', 'fd00:ec2::254'],
  ['site-local', 'fec0::1'],
  ['a part of IPv6 that nobody was given', '4000::1'],
  ['a name', 'localhost'],
  ['nothing', ''],
]

const ALLOWED: readonly [string, string][] = [
  ['the public internet', '8.8.8.8'],
  ['just below the private 172 network', '172.15.255.255'],
  ['just above the private 172 network', '172.32.0.0'],
  ['public IPv6', '2606:4700::1'],
  ['public, mapped', '::ffff:8.8.8.8'],
]

const strict = allowAddresses()

for (const [name, address] of REFUSED) {
  test(`refused: ${name}`, () => assert.equal(strict.allows(address), false))
}
for (const [name, address] of ALLOWED) {
  test(`allowed: ${name}`, () => assert.equal(strict.allows(address), true))
}

test('the operator adds a network, and only that one', () => {
  const policy = allowAddresses(['10.1.0.0/16', '::1', '127.0.0.1'])
  const allowed = ['10.1.2.3', '::1', '127.0.0.1', '::ffff:10.1.2.3', '8.8.8.8']
  assert.deepEqual(allowed.map(policy.allows), [true, true, true, true, true])
  assert.deepEqual(['10.2.0.1', '127.0.0.2', '::2'].map(policy.allows), [false, false, false])
})

test('what is no network is refused at the start', () => {
  for (const text of ['localhost', '10.0.0.0/99', '', '1.2.3.4.5']) {
    assert.throws(() => allowAddresses([text]), RangeError)
  }
})

test('no text makes the policy throw, and no IPv4 spelled in IPv6 gets around it', () => {
  fc.assert(
    fc.property(fc.string(), fc.ipV4(), (text, ipv4) => {
      strict.allows(text)
      assert.equal(strict.allows(`::ffff:${ipv4}`), strict.allows(ipv4))
    }),
  )
})
