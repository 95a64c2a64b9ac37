import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type BankEntry, openHashBank } from './hash-bank.ts'

const ZERO = '0'.repeat(64)
const PORN = { bank: 'shared', label: 'porn', kind: 'deny' } as const
const LOGO = { bank: 'own', label: 'logo', kind: 'allow' } as const

/** Hashes that are far from each other and from nought. */
function far(count: number): BankEntry[] {
  return Array.from({ length: count }, (_, at) => ({
    ...PORN,
    bits: (BigInt(at + 1) * 0x9e3779b97f4a7c15f39cc0605cedc835n ** 2n)
      .toString(16)
      .padStart(64, 'a')
      .slice(-64),
  }))
}

function near(count: number): string {
  return (2n ** BigInt(count) - 1n).toString(16).padStart(64, '0')
}

function query(bits: string, quality = 100) {
  return { bits, quality }
}

test('a bank names what a picture is like, nearest first', () => {
  const bank = openHashBank([
    { ...PORN, bits: near(9) },
    { ...LOGO, bits: near(2) },
  ])
  assert.deepEqual(bank.find(query(ZERO)), [
    { ...LOGO, distance: 2 },
    { ...PORN, distance: 9 },
  ])
})

test('of equal labels only the nearest is named', () => {
  const bank = openHashBank([9, 4, 7].map((count) => ({ ...PORN, bits: near(count) })))
  assert.deepEqual(bank.find(query(ZERO)), [{ ...PORN, distance: 4 }])
})

test('31 differing bits are the same picture, 32 are not', () => {
  assert.equal(openHashBank([{ ...PORN, bits: near(31) }]).find(query(ZERO)).length, 1)
  assert.equal(openHashBank([{ ...PORN, bits: near(32) }]).find(query(ZERO)).length, 0)
})

test('a hash of too little detail finds nothing', () => {
  const bank = openHashBank([{ ...PORN, bits: ZERO }])
  assert.equal(bank.find(query(ZERO, 49)).length, 0)
  assert.equal(bank.find(query(ZERO, 50)).length, 1)
  assert.equal(bank.find(query('not a hash')).length, 0)
})

test('a frame of an animation is looked up too, where it has enough detail', () => {
  const bank = openHashBank([{ ...PORN, bits: near(5) }])
  const frame = { bits: ZERO, quality: 80 }
  const first = { bits: 'f'.repeat(64), quality: 0 }
  assert.deepEqual(bank.find({ ...first, frames: [frame] }), [{ ...PORN, distance: 5 }])
  assert.deepEqual(bank.find({ ...first, frames: [{ ...frame, quality: 10 }] }), [])
})

test('an empty bank finds nothing', () => {
  assert.deepEqual(openHashBank([]).find(query(ZERO)), [])
})

test('additions are found at once, and after so many that the index is built anew', () => {
  const bank = openHashBank(far(100))
  const few = bank.with([{ ...LOGO, bits: near(3) }])
  const many = few.with(far(5000))
  assert.deepEqual([bank.size, few.size, many.size], [100, 101, 5101])
  assert.equal(bank.find(query(ZERO)).length, 0)
  for (const grown of [few, many])
    assert.deepEqual(grown.find(query(ZERO)), [{ ...LOGO, distance: 3 }])
  const [first] = far(1)
  assert.equal(many.find(query(first?.bits ?? ''))[0]?.distance, 0)
})

test('an entry that is no hash is refused', () => {
  assert.throws(() => openHashBank([{ ...PORN, bits: 'abc' }]), /64 hexadecimal/)
})
