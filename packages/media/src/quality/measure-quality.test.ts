import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp, { type Sharp } from 'sharp'
import { decodePicture } from '../picture/decode.ts'
import { measureJpegQuality } from './jpeg-quality.ts'
import { measureQuality } from './measure-quality.ts'
import { stretchOf } from './stretch.ts'

async function qualityOf(bytes: Uint8Array) {
  const decoding = await decodePicture(bytes)
  assert.ok(decoding.ok)
  return measureQuality(decoding.picture)
}

function plain(width: number, height: number, background: string): Sharp {
  return sharp({ create: { width, height, channels: 3, background } })
}

/** Slanted bars, discs and fine strokes on a slope: edges of every direction and height. */
function scene(): Sharp {
  const parts = Array.from({ length: 70 }, (_, at) => {
    const [x, y] = [(at * 173) % 640, (at * 97) % 480]
    const shade = `hsl(${at * 47} 60% ${20 + ((at * 29) % 60)}%)`
    return at % 2 === 0
      ? `<circle cx="${x}" cy="${y}" r="${6 + (at % 25)}" fill="${shade}"/>`
      : `<path d="M${x} ${y}l${40 + at} ${(at % 7) * 9}" stroke="${shade}" stroke-width="${1 + (at % 5)}"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><linearGradient id="g"><stop stop-color="#456"/><stop offset="1" stop-color="#dcb"/></linearGradient><rect width="640" height="480" fill="url(#g)"/>${parts.join('')}</svg>`
  return sharp(Buffer.from(svg)).flatten()
}

const sceneBytes = await scene().png().toBuffer()
const clean = await qualityOf(sceneBytes)

/** Made smaller, then as large as before. */
async function enlarged(factor: number, kernel: 'cubic' | 'nearest'): Promise<Buffer> {
  const small = await sharp(sceneBytes)
    .resize(640 / factor)
    .png()
    .toBuffer()
  return await sharp(small).resize(640, 480, { kernel, fit: 'fill' }).png().toBuffer()
}

test('blurring lowers the sharpness step by step', async () => {
  const [one, two, four] = await Promise.all(
    [1, 2, 4].map(async (sigma) => qualityOf(await sharp(sceneBytes).blur(sigma).png().toBuffer())),
  )
  const row = [clean, one, two, four].map((quality) => quality?.sharpness ?? 0)
  assert.ok(
    row.every((value, at) => at === 0 || value < (row[at - 1] ?? 0) * 0.75),
    row.join(),
  )
  assert.ok((row[0] ?? 0) > 80 && (row[2] ?? 0) < 40)
})

test('less contrast leaves the sharpness as it is', async () => {
  const faint = await qualityOf(await sharp(sceneBytes).linear(0.5, 60).png().toBuffer())
  assert.ok(Math.abs((faint.sharpness ?? 0) - (clean.sharpness ?? 0)) < 8)
})

test('a picture made larger could be smaller again', async () => {
  assert.equal(clean.upscaling, 1)
  const double = (await qualityOf(await enlarged(2, 'cubic'))).upscaling ?? 0
  const fourfold = (await qualityOf(await enlarged(4, 'cubic'))).upscaling ?? 0
  assert.ok(double >= 1.25 && fourfold >= 2.5 && fourfold > double, `${double} ${fourfold}`)
})

for (const factor of [2, 4, 5]) {
  test(`pixels repeated ${factor} times are told as such`, async () => {
    assert.equal((await qualityOf(await enlarged(factor, 'nearest'))).upscaling, factor)
  })
}

test('noise is told in levels, whatever the picture shows', async () => {
  assert.ok(clean.noise < 1)
  const { data, info } = await sharp(sceneBytes).raw().toBuffer({ resolveWithObject: true })
  for (let at = 0; at < data.length; at += 3) {
    const normal = Math.sin(at * 12.9898) * 43_758.5453
    const grain = Math.round(((normal - Math.floor(normal)) * 2 - 1) * 17.3)
    for (let channel = 0; channel < 3; channel += 1) {
      data[at + channel] = Math.max(0, Math.min(255, (data[at + channel] ?? 0) + grain))
    }
  }
  const { width, height } = info
  const grainy = await sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
  const { noise } = await qualityOf(grainy)
  assert.ok(noise > 6 && noise < 12, String(noise))
})

test('blocks show more the lower the quality, and wherever they begin', async () => {
  const blocks = async (quality: number): Promise<Buffer> =>
    await sharp(sceneBytes).jpeg({ quality }).toBuffer()
  const at80 = await qualityOf(await blocks(80))
  const low = await blocks(10)
  const at10 = await qualityOf(low)
  const moved = sharp(low).extract({ left: 3, top: 5, width: 600, height: 440 })
  const shifted = await qualityOf(await moved.png().toBuffer())
  assert.ok(clean.blockiness < 6 && at80.blockiness < 12, `${clean.blockiness} ${at80.blockiness}`)
  assert.ok(at10.blockiness > 20 && shifted.blockiness > 20, `${at10.blockiness}`)
  assert.deepEqual(
    [clean.jpegQuality, at80.jpegQuality, shifted.jpegQuality],
    [undefined, 80, undefined],
  )
})

test('the quality of a JPEG is read from its table', async () => {
  for (const quality of [5, 25, 50, 75, 92, 100]) {
    const told = measureJpegQuality(await plain(16, 16, '#777').jpeg({ quality }).toBuffer())
    assert.ok(Math.abs((told ?? 0) - quality) <= 1, `${quality}: ${told}`)
  }
  assert.equal(measureJpegQuality(Buffer.from([0xff, 0xd8, 0xff, 0xdb, 0, 0])), null)
  assert.equal(measureJpegQuality(Buffer.from('\x89PNG', 'latin1')), null)
})

test('light is told by mean, spread and both ends', async () => {
  const stripes = plain(100, 100, '#fff').composite([
    { input: await plain(100, 40, '#000').png().toBuffer(), top: 0, left: 0 },
    { input: await plain(100, 20, '#808080').png().toBuffer(), top: 40, left: 0 },
  ])
  const { brightness, contrast, clipped } = await qualityOf(await stripes.png().toBuffer())
  assert.ok(Math.abs(brightness - 127.6) < 0.1 && Math.abs(clipped - 0.8) < 0.001)
  assert.equal(contrast, 255)
})

test('one colour is one colour after compression too, and has no sharpness', async () => {
  const { dominantShare, borderShare, sharpness, upscaling, contrast } = await qualityOf(
    await plain(300, 200, '#37a3c8').jpeg({ quality: 40 }).toBuffer(),
  )
  assert.deepEqual([dominantShare, borderShare, sharpness, upscaling], [1, 1, undefined, undefined])
  assert.ok(contrast <= 2)
})

test('plain borders are told by their share', async () => {
  const framed = sharp(sceneBytes).extend({
    left: 80,
    right: 80,
    top: 120,
    bottom: 0,
    background: '#fff',
  })
  const { borderShare } = await qualityOf(await framed.jpeg({ quality: 90 }).toBuffer())
  const share = 1 - (640 * 480) / (800 * 600)
  assert.ok(Math.abs(borderShare - share) < 0.02, String(borderShare))
  assert.equal(clean.borderShare, 0)
})

test('a line of one pixel has a quality', async () => {
  for (const [width, height] of [
    [1, 1],
    [1, 50],
    [300, 1],
    [2, 2],
  ] as const) {
    const quality = await qualityOf(await plain(width, height, '#123456').png().toBuffer())
    for (const [name, value] of Object.entries(quality)) assert.ok(Number.isFinite(value), name)
  }
})

test('a stretched picture is told by the ratio of its ratios', () => {
  const natural = { width: 400, height: 300 }
  assert.equal(stretchOf(natural, { width: 800, height: 600 }), 1)
  assert.equal(stretchOf(natural, { width: 800, height: 300 }), 2)
  assert.equal(stretchOf(natural, { width: 0, height: 300 }), null)
})
