import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { fitPicture } from './fit-picture.ts'

const GREY = { r: 128, g: 128, b: 128 }

function drawn(width: number, height: number, type: 'png' | 'webp' = 'png'): Promise<Buffer> {
  const create = { width, height, channels: 3, background: GREY } as const
  return sharp({ create }).toFormat(type).toBuffer()
}

const format = (width: number, height: number, type = 'image/png') => {
  return { type, width, height, frames: 1, bytes: 1 }
}

const FITTING: [name: string, width: number, height: number][] = [
  ['that is as large as they take', 750, 1334],
  ['that is so, and lies', 1334, 750],
]

for (const [name, width, height] of FITTING) {
  test(`a picture ${name} is shown as it is`, async () => {
    const picture = await drawn(width, height)
    assert.equal(await fitPicture(picture, format(width, height)), picture)
  })
}

const COPIED: [name: string, width: number, height: number, type: 'png' | 'webp'][] = [
  ['larger than they take', 751, 1334, 'png'],
  ['of a telephone', 3000, 4000, 'png'],
  ['of a kind that they do not take', 300, 200, 'webp'],
]

for (const [name, width, height, type] of COPIED) {
  test(`of a picture ${name} a copy is shown, within their limits`, async () => {
    const picture = await drawn(width, height, type)
    const copy = await fitPicture(picture, format(width, height, `image/${type}`))
    assert.ok(copy !== null && copy.length <= 1024 * 1024)
    const seen = await sharp(copy).metadata()
    assert.equal(seen.format, 'jpeg')
    assert.ok(seen.width <= 750 && seen.height <= 1334, `${seen.width} × ${seen.height}`)
  })
}

test('of many bytes a copy is shown, though its sides are short', async () => {
  const picture = Buffer.concat([await drawn(40, 30), Buffer.alloc(1024 * 1024)])
  const copy = await fitPicture(picture, format(40, 30))
  assert.ok(copy !== null && copy.length < 1024 * 1024)
})

test('what cannot be read is handed on while it is small, and else not shown', async () => {
  const small = Buffer.alloc(1024 * 1024, 'x')
  assert.equal(await fitPicture(small, undefined), small)
  assert.equal(await fitPicture(Buffer.concat([small, Buffer.alloc(1)]), undefined), null)
})
