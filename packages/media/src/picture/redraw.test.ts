import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { redrawPicture } from './redraw.ts'

const SCRIPT = '<script>alert(1)</script>'

function red(width = 40, height = 30) {
  return sharp({ create: { width, height, channels: 3, background: { r: 255, g: 0, b: 0 } } })
}

test('the pixels come through, and nothing that stands behind or beside them', async () => {
  const picture = await red()
    .withExif({ IFD0: { ImageDescription: SCRIPT } })
    .jpeg()
    .toBuffer()
  const polyglot = Buffer.concat([picture, Buffer.from(`<html>${SCRIPT}</html>`)])
  assert(polyglot.includes(SCRIPT))
  const drawn = await redrawPicture(polyglot)
  assert(drawn)
  assert(!Buffer.from(drawn).includes('script'))
  const { format, width, height, exif } = await sharp(drawn).metadata()
  assert.deepEqual([format, width, height, exif], ['webp', 40, 30, undefined])
})

test('a drawing that is a document is not drawn', async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`
  assert.equal(await redrawPicture(Buffer.from(svg)), null)
})

test('what is long is scaled, and what is damaged is nothing', async () => {
  const long = await red(20, 9000).png().toBuffer()
  const drawn = await redrawPicture(long)
  assert(drawn)
  assert.equal((await sharp(drawn).metadata()).height, 4096)
  assert.equal(await redrawPicture(long.subarray(0, long.length - 30)), null)
  assert.equal(await redrawPicture(new Uint8Array()), null)
})
