import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { countBits, hashDistance, parseHash } from './distance.ts'
import { HASH_WORDS, indexHashes } from './hash-index.ts'

const word = fc.integer({ min: 0, max: 0xffffffff })
const hash = fc.array(word, { minLength: HASH_WORDS, maxLength: HASH_WORDS })
/** Which bits are flipped; a bit that comes twice is flipped back. */
const flips = fc.array(fc.nat(255), { maxLength: 45 })

function flipped(words: readonly number[], bits: readonly number[]): number[] {
  const other = [...words]
  for (const bit of bits) other[bit >> 5] = ((other[bit >> 5] ?? 0) ^ (1 << (bit & 31))) >>> 0
  return other
}

function distance(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, part, at) => {
    const differing = (part ^ (other[at] ?? 0)) >>> 0
    return sum + differing.toString(2).replaceAll('0', '').length
  }, 0)
}

for (const maxDistance of [0, 3, 31, 48]) {
  test(`looking up within ${maxDistance} finds what looking at each finds`, () => {
    fc.assert(
      fc.property(hash, fc.array(flips, { minLength: 1, maxLength: 20 }), (wanted, changes) => {
        const hashes = changes.map((bits) => flipped(wanted, bits))
        const found = new Map<number, number>()
        const index = indexHashes(Uint32Array.from(hashes.flat()), maxDistance)
        index.search(Uint32Array.from(wanted), (at, far) => {
          assert.ok(!found.has(at), 'told once')
          found.set(at, far)
        })
        const near = hashes
          .map((other, at) => [at, distance(wanted, other)] as const)
          .filter(([, far]) => far <= maxDistance)
        assert.deepEqual(
          [...found].toSorted(([a], [b]) => a - b),
          near,
        )
      }),
      { numRuns: 25 },
    )
  })
}

test('a hash with all 31 differing bits in one place is found, with 32 it is not', () => {
  const hashes = [31, 32].flatMap((count) =>
    flipped(new Array(HASH_WORDS).fill(0), [...new Array(count).keys()]),
  )
  const found: number[] = []
  indexHashes(Uint32Array.from(hashes), 31).search(new Uint32Array(HASH_WORDS), (at) => {
    found.push(at)
  })
  assert.deepEqual(found, [0])
})

test('bits of a word are counted', () => {
  fc.assert(
    fc.property(word, (value) => {
      assert.equal(countBits(value), value.toString(2).replaceAll('0', '').length)
    }),
  )
})

test('the distance of two hashes, and of what is none', () => {
  const zero = '0'.repeat(64)
  assert.equal(hashDistance(zero, 'f'.repeat(64)), 256)
  assert.equal(hashDistance(zero, `${'0'.repeat(63)}7`), 3)
  assert.equal(hashDistance(zero, '0'.repeat(63)), 256)
  assert.equal(parseHash('g'.repeat(64)), null)
})
