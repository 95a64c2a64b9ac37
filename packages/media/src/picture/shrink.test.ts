import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { shrinkPicture } from './shrink.ts'

const SIDES = { shortSide: 750, longSide: 1334 }

function noise(width: number, height: number) {
  const data = Buffer.alloc(width * height * 3)
  // Every value, and no order that a codec could use.
  for (let at = 0, value = 1; at < data.length; at += 1) {
    value = (value * 16807) % 2147483647
    data[at] = value >> 8
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
}

const SHRUNK: [name: string, width: number, height: number, expected: [number, number]][] = [
  ['an upright photograph', 3000, 4000, [750, 1000]],
  ['one that lies', 4000, 3000, [1000, 750]],
  ['a long screenshot', 600, 6000, [133, 1334]],
  ['what is small', 40, 30, [40, 30]],
]

for (const [name, width, height, expected] of SHRUNK) {
  test(`${name} fits, as a JPEG`, async () => {
    const background = { r: 255, g: 0, b: 0 }
    const picture = await sharp({ create: { width, height, channels: 3, background } })
      .webp()
      .toBuffer()
    const shrunk = await shrinkPicture(picture, SIDES)
    assert.ok(shrunk)
    const { format, ...size } = await sharp(shrunk).metadata()
    assert.deepEqual([format, size.width, size.height], ['jpeg', ...expected])
  })
}

test('also the worst for a codec takes less than a megabyte', async () => {
  const picture = await noise(750, 1334).png().toBuffer()
  assert.ok(picture.length > 1024 * 1024)
  const shrunk = await shrinkPicture(picture, SIDES)
  assert.ok(shrunk !== null && shrunk.length < 1024 * 1024, `${shrunk?.length} bytes`)
})

test('what is damaged is nothing', async () => {
  const picture = await noise(40, 30).png().toBuffer()
  assert.equal(await shrinkPicture(picture.subarray(0, picture.length - 30), SIDES), null)
  assert.equal(await shrinkPicture(new Uint8Array(), SIDES), null)
})
