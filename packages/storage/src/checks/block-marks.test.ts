import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { BlockMarks, placesOf } from './block-marks.ts'

/** As the database looks at it: bit 0 is the lowest of the first byte. */
function mayHave(bytes: Buffer, name: string): boolean {
  return placesOf(name).every((place) => {
    const bit = Math.floor((place * bytes.length) / 2 ** 21)
    return ((bytes[bit >> 3] as number) >> (bit & 7)) & 1
  })
}

function marksOf(names: readonly string[]): Buffer {
  const marks = new BlockMarks(names.length)
  for (const name of names) marks.add(name)
  return marks.toBuffer()
}

test('a name that was added is never missed', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 300 }), (names) => {
      const marks = marksOf(names)
      assert(names.every((name) => mayHave(marks, name)))
    }),
  )
})

test('of names that were not added, fewer than one in a hundred look as if they were', () => {
  const marks = marksOf(Array.from({ length: 512 }, (_, nth) => `o-writer-${nth}`))
  const others = Array.from({ length: 20_000 }, (_, nth) => `o-writer-${nth + 512}`)
  const taken = others.filter((name) => mayHave(marks, name))
  assert(taken.length < 200, `${taken.length} of 20000`)
})
