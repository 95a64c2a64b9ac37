import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp, { type Sharp } from 'sharp'
import { decodePicture } from '../picture/decode.ts'
import { openHashBank } from './hash-bank.ts'
import { hashPicture } from './hash-picture.ts'
import { hashVariants } from './hash-variants.ts'

const shapes = Array.from({ length: 60 }, (_, at) => {
  const [x, y, r] = [(at * 211) % 800, (at * 137) % 600, 20 + ((at * 53) % 90)]
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="hsl(${at * 67} 50% ${15 + ((at * 41) % 75)}%)"/>`
})
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600">${shapes.join('')}</svg>`
const original = await sharp(Buffer.from(svg)).flatten().png().toBuffer()

async function decoded(picture: Sharp) {
  const decoding = await decodePicture(await picture.jpeg().toBuffer())
  assert.ok(decoding.ok)
  return decoding.picture
}

const variants = hashVariants(await decoded(sharp(original)))
const meaning = { bank: 'own', label: 'banned', kind: 'deny' } as const
const bank = openHashBank(variants.map(({ bits }) => ({ ...meaning, bits })))

const changes: [name: string, change: (picture: Sharp) => Sharp][] = [
  ['as it was', (picture) => picture],
  [
    'cropped by 2 percent',
    (picture) => picture.extract({ left: 16, top: 12, width: 768, height: 576 }),
  ],
  [
    'cropped by 5 percent',
    (picture) => picture.extract({ left: 40, top: 30, width: 720, height: 540 }),
  ],
  ['without its foot', (picture) => picture.extract({ left: 0, top: 0, width: 800, height: 572 })],
  ['mirrored', (picture) => picture.flop()],
]

for (const [name, change] of changes) {
  test(`a picture ${name} is found by its variants`, async () => {
    const found = bank.find(hashPicture(await decoded(change(sharp(original)))))
    assert.deepEqual(
      found.map(({ label }) => label),
      ['banned'],
    )
  })
}

test('the first variant is the hash itself', async () => {
  assert.deepEqual(variants[0], hashPicture(await decoded(sharp(original))))
  assert.equal(variants.length, 8)
})

test('the frames of an animation that look different have hashes', async () => {
  const frames = [original, original, await sharp(original).flop().flip().negate().png().toBuffer()]
  const bytes = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
  const decoding = await decodePicture(bytes)
  assert.ok(decoding.ok)
  const hash = hashPicture(decoding.picture)
  assert.equal(hash.frames?.length, 1)
  assert.deepEqual(
    bank.find(hash).map(({ label }) => label),
    ['banned'],
  )
})

test('a picture of one colour has no variants', async () => {
  const plain = sharp({ create: { width: 90, height: 90, channels: 3, background: '#abc' } })
  assert.deepEqual(hashVariants(await decoded(plain)), [])
})
