import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp, { type Sharp } from 'sharp'
import { type WriteInputBarcodeFormat, writeBarcode } from 'zxing-wasm/writer'
import { prepareWriter } from '../../test/code-writer.ts'
import { drawMiniProgramCode } from '../../test/mini-program-drawing.ts'
import { decodePicture } from '../picture/decode.ts'
import { findCodes, mergeCodes } from './find-codes.ts'

await prepareWriter()

async function drawn(content: string, format: WriteInputBarcodeFormat, scale: number) {
  const { image, error } = await writeBarcode(content, { format, scale })
  assert.ok(image, error)
  return Buffer.from(await image.arrayBuffer())
}

interface Part {
  readonly input: Buffer
  readonly left: number
  readonly top: number
}

/** A grey wall with pictures on it. */
async function wall(width: number, height: number, parts: readonly Part[]): Promise<Buffer> {
  const plain = sharp({ create: { width, height, channels: 3, background: '#c8d0c0' } })
  return await plain
    .composite([...parts])
    .png()
    .toBuffer()
}

async function codesOf(bytes: Uint8Array) {
  const decoding = await decodePicture(bytes)
  assert.ok(decoding.ok)
  return await findCodes(decoding.picture)
}

test('several codes of several kinds are read, with their places', async () => {
  const qr = await drawn('https://example.com/a', 'QRCode', 4)
  const ean = await drawn('6901234567892', 'EAN13', 2)
  const matrix = await drawn('LOT 77', 'DataMatrix', 5)
  const found = await codesOf(
    await wall(900, 600, [
      { input: qr, left: 60, top: 30 },
      { input: ean, left: 500, top: 240 },
      { input: matrix, left: 100, top: 400 },
    ]),
  )
  assert.deepEqual(
    found.map(({ symbology, content }) => [symbology, content]),
    [
      ['qr', 'https://example.com/a'],
      ['ean-13', '6901234567892'],
      ['data-matrix', 'LOT 77'],
    ],
  )
  const [first] = found
  assert.ok(first && Math.abs(first.box.x - 76) < 4 && Math.abs(first.box.y - 46) < 4)
})

test('two codes with the same words are two codes', async () => {
  const input = await drawn('twice', 'QRCode', 3)
  const bytes = await wall(500, 200, [
    { input, left: 20, top: 20 },
    { input, left: 300, top: 60 },
  ])
  assert.equal((await codesOf(bytes)).length, 2)
})

const hard: [name: string, change: (code: Sharp) => Sharp][] = [
  ['turned by 33 degrees', (code) => code.rotate(33, { background: '#fff' })],
  ['light on dark', (code) => code.negate({ alpha: false })],
  ['mirrored', (code) => code.flop()],
  ['of one and a half pixels a module', (code) => code.resize(Math.round(37 * 1.5))],
  ['blurred', (code) => code.blur(1.8)],
  ['faint', (code) => code.linear(0.12, 150)],
  ['compressed', (code) => code.jpeg({ quality: 12 })],
]

for (const [name, change] of hard) {
  test(`a code that is ${name} is read`, async () => {
    const plain = sharp(await drawn('https://example.com/x?y=1', 'QRCode', 4)).flatten()
    const input = await change(sharp(await plain.png().toBuffer())).toBuffer()
    const found = await codesOf(await wall(400, 400, [{ input, left: 90, top: 110 }]))
    assert.deepEqual(
      found.map(({ content }) => content),
      ['https://example.com/x?y=1'],
    )
  })
}

test('a code of two pixels a module in a poster of 12 million is read in its place', async () => {
  const input = await drawn('https://example.com/p', 'QRCode', 2)
  const [code, ...others] = await codesOf(
    await wall(4000, 3000, [{ input, left: 3121, top: 2287 }]),
  )
  assert.equal(code?.content, 'https://example.com/p')
  assert.equal(others.length, 0)
  assert.ok(Math.abs((code?.box.x ?? 0) - 3129) < 6 && Math.abs((code?.box.y ?? 0) - 2295) < 6)
})

test('a code that one frame of an animation shows is read', async () => {
  const code = await wall(200, 200, [
    { input: await drawn('late', 'QRCode', 4), left: 20, top: 20 },
  ])
  const blank = await wall(200, 200, [])
  const bytes = await sharp([blank, blank, blank, code], { join: { animated: true } })
    .gif()
    .toBuffer()
  assert.deepEqual(
    (await codesOf(bytes)).map(({ content }) => content),
    ['late'],
  )
})

test('a damaged code is located and has no content', async () => {
  const code = sharp(
    await drawn('https://example.com/a/rather/long/address', 'QRCode', 6),
  ).flatten()
  const { width = 0 } = await code.metadata()
  const patch = Math.round(width * 0.3)
  const blot = { create: { width: patch, height: patch, channels: 3 as const, background: '#fff' } }
  const at = Math.round(width * 0.42)
  const input = await code
    .composite([{ input: blot, left: at, top: at }])
    .png()
    .toBuffer()
  const [found] = await codesOf(await wall(500, 500, [{ input, left: 60, top: 60 }]))
  assert.deepEqual([found?.symbology, found?.content], ['qr', null])
})

for (const [name, size, rotation, isInverted] of [
  ['large', 420, 0, false],
  ['turned', 300, 25, false],
  ['light on dark', 260, 0, true],
  ['small', 84, 0, false],
] as const) {
  test(`a mini-program code that is ${name} is located once`, async () => {
    const input = await drawMiniProgramCode(size, rotation, isInverted)
    const [code, ...others] = await codesOf(await wall(700, 600, [{ input, left: 130, top: 70 }]))
    assert.deepEqual([code?.symbology, code?.content, others.length], ['mini-program', null, 0])
    const { width = 0 } = await sharp(input).metadata()
    const middle = (code?.box.x ?? 0) + (code?.box.width ?? 0) / 2
    assert.ok(Math.abs(middle - (130 + width / 2)) < 8)
    assert.ok(Math.abs((code?.box.width ?? 0) / size - 0.96) < 0.12)
  })
}

/** The same noise in every run: nearly normal, mean 128, standard deviation 70. */
function drawNoise(length: number): Uint8Array {
  let state = 7
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const clamped = Uint8ClampedArray.from({ length }, () => {
    let sum = -6
    for (let nth = 0; nth < 12; nth += 1) sum += next()
    return 128 + 70 * sum
  })
  return new Uint8Array(clamped.buffer)
}

test('nothing is found in noise, stripes or rings', async () => {
  const raw = { width: 500, height: 500, channels: 3 } as const
  const speckle = sharp(drawNoise(500 * 500 * 3), { raw })
  const rings = Array.from({ length: 30 }, (_, at) => {
    const place = `cx="${40 + (at % 6) * 80}" cy="${40 + Math.floor(at / 6) * 80}"`
    return `<circle ${place} r="18" fill="none" stroke="#000" stroke-width="5"/><circle ${place} r="4"/>`
  })
  const stripes = Array.from(
    { length: 60 },
    (_, at) => `<path d="M${at * 8} 0v500" stroke="#000"/>`,
  )
  for (const shapes of [rings, stripes]) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="500" height="500"><rect width="500" height="500" fill="#fff"/>${shapes.join('')}</svg>`
    assert.deepEqual(await codesOf(await sharp(Buffer.from(svg)).png().toBuffer()), [])
  }
  assert.deepEqual(await codesOf(await speckle.blur(1.1).png().toBuffer()), [])
})

test('of two sightings of one code the one with content stays', () => {
  const box = { x: 10.4, y: 20.6, width: 30, height: 30 }
  const near = { ...box, x: 12 }
  const merged = mergeCodes([
    { symbology: 'qr', content: null, box },
    { symbology: 'qr', content: 'a', box: near },
  ])
  assert.deepEqual(merged, [
    { symbology: 'qr', content: 'a', box: { x: 12, y: 20, width: 30, height: 31 } },
  ])
})
