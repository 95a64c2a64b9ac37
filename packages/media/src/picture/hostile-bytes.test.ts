import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import sharp from 'sharp'
import { hashPicture } from '../hash/hash-picture.ts'
import { measureQuality } from '../quality/measure-quality.ts'
import { findTable } from '../table/find-table.ts'
import { decodePicture, PICTURE_LIMITS } from './decode.ts'

const noise = { type: 'gaussian', mean: 120, sigma: 60 } as const
const source = sharp({ create: { width: 48, height: 40, channels: 3, background: '#000', noise } })
const whole: readonly Buffer[] = await Promise.all([
  source.clone().jpeg().toBuffer(),
  source.clone().png().toBuffer(),
  source.clone().gif().toBuffer(),
  source.clone().webp().toBuffer(),
])

/** A picture with some bytes changed, cut off or doubled. */
const hurt = fc
  .record({
    bytes: fc.constantFrom(...whole),
    changes: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
    end: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ bytes, changes, end }) => {
    const copy = Buffer.from(bytes.subarray(0, Math.ceil(bytes.length * Math.max(end, 0.3))))
    for (const [at, value] of changes) copy[at % copy.length] = value
    return copy
  })

test('no change of bytes makes decoding throw, or a fact of what was decoded', async () => {
  let decoded = 0
  let refused = 0
  await fc.assert(
    fc.asyncProperty(hurt, async (bytes) => {
      const decoding = await decodePicture(bytes, { ...PICTURE_LIMITS, maxPixels: 1_000_000 })
      if (!decoding.ok) {
        refused += 1
        assert.ok(decoding.because.zh.length > 0 && decoding.because.en.length > 0)
        return
      }
      decoded += 1
      const { raster } = decoding.picture
      assert.equal(raster.data.length, raster.width * raster.height * 3)
      measureQuality(decoding.picture)
      hashPicture(decoding.picture)
      findTable(decoding.picture)
    }),
    { numRuns: 150 },
  )
  assert.ok(decoded > 0 && refused > 0, `${decoded} decoded, ${refused} refused`)
})

test('no bytes at all make decoding throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      assert.equal((await decodePicture(bytes)).ok, false)
    }),
  )
})
