import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DecodedPicture, Raster } from '../picture/decode.ts'
import { createClassModel } from './class-model.ts'

const model = createClassModel()

type Shade = (x: number, y: number, channel: number) => number

function rasterOf(shade: Shade, width = 224, height = 224): Raster {
  const pixels = new Uint8ClampedArray(width * height * 3)
  for (let at = 0; at < pixels.length; at += 1) {
    const pixel = Math.floor(at / 3)
    pixels[at] = Math.trunc(shade(pixel % width, Math.floor(pixel / width), at % 3))
  }
  return { width, height, data: new Uint8Array(pixels) }
}

function pictureOf(raster: Raster, samples: readonly Raster[] = []): DecodedPicture {
  const { width, height } = raster
  const format = { type: 'image/png', width, height, frames: 1 + samples.length, bytes: 1 }
  return { bytes: new Uint8Array(1), format, raster, scale: 1, samples }
}

const STRIPES: Shade = (x, _y, channel) => ((Math.floor(x / 8) + channel) % 3) * 120
const RINGS: Shade = (x, y, channel) =>
  Math.round(127 + 120 * Math.sin(Math.hypot(x - 112, y - 112) / (6 + channel)))
const SKIN: Shade = (x, y, channel) =>
  ([224, 172, 140][channel] ?? 0) - Math.round(Math.hypot(x - 112, y - 90) / 3)

/** As nsfwjs 4.3.0 itself scores these pixels on TensorFlow.js 4.22.0. */
const original: [name: string, shade: Shade, scores: readonly number[]][] = [
  ['stripes', STRIPES, [0.1337, 0.01, 0.849, 0.0058, 0.0016]],
  ['rings', RINGS, [0.0051, 0.0001, 0.9948, 0, 0]],
  ['a shaded skin tone', SKIN, [0.8555, 0.0228, 0.1135, 0.007, 0.0013]],
]

for (const [name, shade, scores] of original) {
  test(`${name} score as in the original runtime`, async () => {
    const seen = await model.score(pictureOf(rasterOf(shade)))
    assert.deepEqual(
      seen.map((entry) => entry.name),
      ['drawing', 'hentai', 'neutral', 'porn', 'sexy'],
    )
    for (const [index, { score }] of seen.entries()) {
      assert.ok(Math.abs(score - (scores[index] ?? 0)) < 0.002, `${score} for ${scores[index]}`)
    }
  })
}

test('an animation scores as its worst frame', async () => {
  const [rings, stripes] = [rasterOf(RINGS), rasterOf(STRIPES)]
  const alone = await model.score(pictureOf(stripes))
  assert.deepEqual(await model.score(pictureOf(rings, [stripes, rings])), alone)
})

test('a long picture scores as the worst square of it', async () => {
  const long = rasterOf(
    (x, y, channel) => (y < 448 ? RINGS : STRIPES)(x, y % 224, channel),
    224,
    672,
  )
  assert.deepEqual(
    await model.score(pictureOf(long)),
    await model.score(pictureOf(rasterOf(STRIPES))),
  )
})
