import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Raster } from '../picture/decode.ts'
import { hashDistance } from './distance.ts'
import { hashRaster, SAME_PICTURE_DISTANCE, TRUSTED_HASH_QUALITY } from './hash-picture.ts'

type Scene = (x: number, y: number) => number

/** Paints a scene that is given for places from 0 to 1, 0 to 255. */
function paint(width: number, height: number, scene: Scene): Raster {
  const data = new Uint8Array(width * height * 3)
  for (let at = 0; at < width * height; at += 1) {
    const value = scene(((at % width) + 0.5) / width, (Math.floor(at / width) + 0.5) / height)
    data.fill(Math.max(0, Math.min(255, value)), at * 3, at * 3 + 3)
  }
  return { width, height, data }
}

/** Twenty discs of different brightness on a slope, the same for the same seed. */
function scene(seed: number): Scene {
  const part = (at: number): number => ((Math.sin(seed * 71 + at * 13.7) * 43_758) % 1) ** 2
  const discs = Array.from({ length: 20 }, (_, at) => ({
    x: part(at),
    y: part(at + 100),
    radius: 0.05 + 0.25 * part(at + 200),
    shade: 255 * part(at + 300),
  }))
  return (x, y) => {
    const disc = discs.findLast((one) => Math.hypot(x - one.x, y - one.y) < one.radius)
    return disc ? disc.shade : 60 + 90 * x + 60 * y
  }
}

const original = hashRaster(paint(640, 480, scene(1)))

test('equal pixels have equal hashes of 64 digits', () => {
  assert.deepEqual(hashRaster(paint(640, 480, scene(1))), original)
  assert.match(original.bits, /^[0-9a-f]{64}$/)
  assert.ok(original.quality >= TRUSTED_HASH_QUALITY)
})

test('half of the bits are set', () => {
  assert.equal(hashDistance(original.bits, '0'.repeat(64)), 128)
})

const alike: [name: string, raster: Raster][] = [
  ['half the size', paint(320, 240, scene(1))],
  ['another shape', paint(500, 500, scene(1))],
  ['twice the size', paint(1280, 960, scene(1))],
  ['brighter', paint(640, 480, (x, y) => scene(1)(x, y) + 20)],
  ['less contrast', paint(640, 480, (x, y) => scene(1)(x, y) * 0.7 + 30)],
  [
    'grain',
    paint(640, 480, (x, y) => scene(1)(x, y) + 30 * ((Math.sin(9e5 * x + 7e5 * y) * 43_758) % 1)),
  ],
  [
    'a small mark',
    paint(640, 480, (x, y) => (Math.hypot(x - 0.9, y - 0.9) < 0.02 ? 200 : scene(1)(x, y))),
  ],
]

for (const [name, raster] of alike) {
  test(`the same picture with ${name} stays the same picture`, () => {
    assert.ok(hashDistance(hashRaster(raster).bits, original.bits) <= SAME_PICTURE_DISTANCE)
  })
}

test('other pictures are far away', () => {
  for (const seed of [2, 3, 4, 5]) {
    assert.ok(hashDistance(hashRaster(paint(640, 480, scene(seed))).bits, original.bits) > 70)
  }
})

test('a plain surface and a thin line have hashes without quality', () => {
  assert.equal(hashRaster(paint(200, 200, () => 90)).quality, 0)
  assert.deepEqual(hashRaster(paint(400, 4, scene(1))), { bits: '0'.repeat(64), quality: 0 })
})
