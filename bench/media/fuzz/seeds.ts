/**
 * Small valid files of every kind that the engine decodes, drawn here, for the fuzzer to damage.
 */

import sharp from 'sharp'

export interface Seed {
  readonly name: string
  readonly bytes: Buffer
}

const WIDTH = 96
const HEIGHT = 64

export async function drawSeeds(): Promise<readonly Seed[]> {
  const drawing = sharp(Buffer.from(svg()))
  const png = await drawing.clone().png().toBuffer()
  const frames = await Promise.all(
    ['#c00', '#0c0', '#00c'].map((colour) =>
      sharp({ create: { width: 40, height: 30, channels: 3, background: colour } })
        .png()
        .toBuffer(),
    ),
  )
  const animation = sharp(frames, { join: { animated: true } })
  return [
    { name: 'png', bytes: png },
    { name: 'palette png', bytes: await drawing.clone().png({ palette: true }).toBuffer() },
    { name: 'jpeg', bytes: await drawing.clone().jpeg({ quality: 70 }).toBuffer() },
    {
      name: 'progressive jpeg',
      bytes: await drawing.clone().jpeg({ progressive: true }).toBuffer(),
    },
    {
      name: 'turned jpeg',
      bytes: await drawing.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    },
    { name: 'webp', bytes: await drawing.clone().webp().toBuffer() },
    { name: 'lossless webp', bytes: await drawing.clone().webp({ lossless: true }).toBuffer() },
    { name: 'gif', bytes: await drawing.clone().gif().toBuffer() },
    { name: 'animated gif', bytes: await animation.clone().gif().toBuffer() },
    { name: 'animated webp', bytes: await animation.clone().webp().toBuffer() },
    { name: 'avif', bytes: await drawing.clone().avif({ effort: 0 }).toBuffer() },
    { name: 'bmp', bytes: bitmap() },
    { name: 'svg', bytes: Buffer.from(svg()) },
    { name: 'tiff', bytes: await drawing.clone().tiff().toBuffer() },
  ]
}

function svg(): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">` +
    '<rect width="100%" height="100%" fill="#fff"/><circle cx="30" cy="30" r="20" fill="#c60"/>' +
    '<path d="M50 10h40v40h-40z" fill="none" stroke="#036" stroke-width="3"/></svg>'
  )
}

/** 24 bits a pixel, rows from the bottom, no compression. */
function bitmap(): Buffer {
  const row = 16 * 3
  const bytes = Buffer.alloc(54 + row * 16, 0x80)
  bytes.fill(0, 0, 54)
  bytes.write('BM', 0, 'latin1')
  bytes.writeUInt32LE(bytes.length, 2)
  bytes.writeUInt32LE(54, 10)
  bytes.writeUInt32LE(40, 14)
  bytes.writeInt32LE(16, 18)
  bytes.writeInt32LE(16, 22)
  bytes.writeUInt16LE(1, 26)
  bytes.writeUInt16LE(24, 28)
  return bytes
}
