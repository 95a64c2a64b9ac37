import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { decodePicture, PICTURE_LIMITS } from './decode.ts'

const RED = { r: 255, g: 0, b: 0 }

function plain(width: number, height: number, background: string | typeof RED = RED) {
  return sharp({ create: { width, height, channels: 3, background } })
}

function noisy(width: number, height: number) {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  return sharp({ create: { width, height, channels: 3, background: RED, noise } })
}

async function decoded(bytes: Uint8Array, limits = PICTURE_LIMITS) {
  const decoding = await decodePicture(bytes, limits)
  assert.ok(decoding.ok, decoding.ok ? '' : decoding.because.en)
  return decoding.picture
}

async function refused(bytes: Uint8Array, limits = PICTURE_LIMITS) {
  const decoding = await decodePicture(bytes, limits)
  assert.ok(!decoding.ok)
  return decoding
}

function chunk(type: string, body: Uint8Array): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(body.length)
  const named = Buffer.concat([Buffer.from(type), body])
  const tail = Buffer.alloc(4)
  tail.writeUInt32BE(crc32(named))
  return Buffer.concat([head, named, tail])
}

/** A grey PNG whose header says what it likes, with chunks between header and pixels. */
function greyPng(width: number, height: number, between: Buffer = Buffer.alloc(0)): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  const rows = deflateSync(Buffer.alloc(Math.min((width + 1) * height, 1_000_000)))
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  const ends = chunk('IEND', Buffer.alloc(0))
  return Buffer.concat([signature, chunk('IHDR', header), between, chunk('IDAT', rows), ends])
}

/** A bitmap of 24 bits, two by two: red and green above, blue and white below. */
function bitmap(height = 2): Buffer {
  const head = Buffer.alloc(54)
  head.write('BM', 'latin1')
  head.writeUInt32LE(54, 10)
  head.writeUInt32LE(40, 14)
  head.writeInt32LE(2, 18)
  head.writeInt32LE(height, 22)
  head.writeUInt16LE(24, 28)
  const below = [255, 0, 0, 255, 255, 255, 0, 0]
  const above = [0, 0, 255, 0, 255, 0, 0, 0]
  return Buffer.concat([
    head,
    Buffer.from(height > 0 ? [...below, ...above] : [...above, ...below]),
  ])
}

test('every kind of picture becomes three channels', async () => {
  const source = await noisy(60, 40).png().toBuffer()
  const kinds: Record<string, Buffer> = {
    'image/png': source,
    'image/jpeg': await sharp(source).jpeg().toBuffer(),
    'image/webp': await sharp(source).webp().toBuffer(),
    'image/avif': await sharp(source).avif({ effort: 0 }).toBuffer(),
    'image/gif': await sharp(source).gif().toBuffer(),
  }
  for (const [type, bytes] of Object.entries(kinds)) {
    const { format, raster, scale } = await decoded(bytes)
    assert.deepEqual(format, { type, width: 60, height: 40, frames: 1, bytes: bytes.length })
    assert.equal(raster.data.length, 60 * 40 * 3, type)
    assert.equal(scale, 1)
  }
})

test('grey, 16-bit, transparent and CMYK pictures become sRGB on white', async () => {
  const grey = await plain(4, 4, '#808080').greyscale().png().toBuffer()
  const clear = { r: 0, g: 0, b: 0, alpha: 0 }
  const glass = sharp({ create: { width: 4, height: 4, channels: 4, background: clear } })
  const deep = await glass.clone().toColourspace('rgb16').png().toBuffer()
  const print = await plain(8, 8).toColourspace('cmyk').jpeg().toBuffer()
  assert.deepEqual([...(await decoded(grey)).raster.data.subarray(0, 3)], [128, 128, 128])
  assert.deepEqual([...(await decoded(deep)).raster.data.subarray(0, 3)], [255, 255, 255])
  const [red = 0, green = 0] = (await decoded(print)).raster.data
  assert.ok(red > 180 && green < 100)
})

test('the orientation of a camera is applied to size and pixels', async () => {
  const bytes = await plain(40, 30).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const { format, raster } = await decoded(bytes)
  assert.deepEqual([format.width, format.height], [30, 40])
  assert.deepEqual([raster.width, raster.height], [30, 40])
})

test('a large picture is made smaller and says by how much', async () => {
  const { raster, scale } = await decoded(await plain(4096, 3072).png().toBuffer())
  assert.deepEqual([raster.width, raster.height, scale], [2048, 1536, 0.5])
})

test('a long screenshot keeps more of its width than its long side would allow', async () => {
  const { raster } = await decoded(await plain(1080, 20_000).png().toBuffer())
  assert.ok(raster.width > 400 && raster.width * raster.height < 3_200_000)
})

test('an animation gives its first frame and a bounded number of others', async () => {
  const shades = Array.from({ length: 9 }, (_, index) => ({ r: index * 30, g: 0, b: 0 }))
  const frames = await Promise.all(shades.map((shade) => plain(8, 8, shade).png().toBuffer()))
  const bytes = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
  const { format, raster, samples } = await decoded(bytes)
  assert.equal(format.frames, 9)
  const reds = [raster, ...samples].map(({ data }) => Math.round((data[0] ?? 0) / 30))
  assert.deepEqual(reds, [0, 2, 4, 6, 8])
})

test('an animation that is too large is not followed to its end', async () => {
  const shades = Array.from({ length: 9 }, (_, index) => ({ r: index * 30, g: 0, b: 0 }))
  const frames = await Promise.all(shades.map((shade) => plain(8, 8, shade).png().toBuffer()))
  const bytes = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
  const redsWithin = async (maxAnimationPixels: number): Promise<number[]> => {
    const { raster, samples } = await decoded(bytes, { ...PICTURE_LIMITS, maxAnimationPixels })
    return [raster, ...samples].map(({ data }) => Math.round((data[0] ?? 0) / 30))
  }
  assert.deepEqual(await redsWithin(8 * 8 * 3), [0, 1, 2])
  assert.deepEqual(await redsWithin(8 * 8 * 5 - 1), [0, 1, 2, 3])
  assert.deepEqual(await redsWithin(1), [0])
})

test('a bitmap is read from below or from above', async () => {
  const colours = [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255]
  assert.deepEqual([...(await decoded(bitmap())).raster.data], colours)
  assert.deepEqual([...(await decoded(bitmap(-2))).raster.data], colours)
})

test('a bitmap that promises more pixels than it brings is refused', async () => {
  const cut = bitmap()
  cut.writeInt32LE(30_000, 18)
  assert.match((await refused(cut)).because.en, /damaged/)
})

test('a picture of forty thousand by forty thousand is refused by its header', async () => {
  const { because, format } = await refused(greyPng(40_000, 40_000))
  assert.match(because.en, /40000×40000 pixels/)
  assert.equal(format?.width, 40_000)
})

test('a picture at the limit of pixels is read, one row more is not', async () => {
  const limits = { ...PICTURE_LIMITS, maxPixels: 100 * 100 }
  assert.equal((await decoded(greyPng(100, 100), limits)).raster.height, 100)
  assert.match((await refused(greyPng(100, 101), limits)).because.en, /limit is 10000 pixels/)
})

test('a file above the limit of bytes is not opened', async () => {
  const limits = { ...PICTURE_LIMITS, maxBytes: 60 }
  assert.match((await refused(greyPng(100, 100), limits)).because.en, /limit is 60/)
})

test('text that unpacks to 200 megabytes does not matter', async () => {
  const packed = deflateSync(Buffer.alloc(200_000_000))
  const bomb = chunk('zTXt', Buffer.concat([Buffer.from('a\0\0', 'latin1'), packed]))
  const before = process.memoryUsage().rss
  assert.equal((await decoded(greyPng(10, 10, bomb))).raster.width, 10)
  assert.ok(process.memoryUsage().rss - before < 150_000_000)
})

test('a picture that is cut short is refused whole, and its size is known', async () => {
  for (const whole of [
    await noisy(300, 200).jpeg().toBuffer(),
    await noisy(300, 200).png().toBuffer(),
  ]) {
    const { because, format } = await refused(whole.subarray(0, whole.length / 2))
    assert.match(because.en, /cut short or damaged/)
    assert.equal(format?.width, 300)
  }
})

test('what is no picture, and vector pictures, are not opened', async () => {
  const foreign = [
    '',
    'plain words',
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '%PDF-1.4',
    'II*\0',
  ]
  for (const text of foreign) {
    assert.match((await refused(Buffer.from(text, 'latin1'))).because.en, /by its bytes/)
  }
})

test('a page glued behind a picture changes nothing that is seen', async () => {
  const picture = await plain(20, 20).png().toBuffer()
  const glued = Buffer.concat([picture, Buffer.from('<html><script>1</script></html>')])
  const { format } = await decoded(glued)
  assert.deepEqual([format.width, format.bytes], [20, glued.length])
})
