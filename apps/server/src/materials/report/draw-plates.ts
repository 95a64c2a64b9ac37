/** The screens and pictures of a material, made small, to be kept and shown beside its findings. */

import type { PlateDraft } from '@fangxing/storage'
import sharp from 'sharp'

const WIDTH = 375
const QUALITY = 65
const MOST_PLATES = 40
const MOST_PIXELS = 50_000_000

/** In the order given; what cannot be decoded is left out. */
export async function drawPlates(
  pictures: Iterable<readonly [name: string, bytes: Uint8Array]>,
): Promise<readonly PlateDraft[]> {
  const plates: PlateDraft[] = []
  for (const [name, bytes] of pictures) {
    if (plates.length === MOST_PLATES) break
    const plate = await drawPlate(name, bytes)
    if (plate !== null) plates.push(plate)
  }
  return plates
}

async function drawPlate(name: string, bytes: Uint8Array): Promise<PlateDraft | null> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS })
    const { autoOrient } = await picture.metadata()
    const content = await picture
      .rotate()
      .resize({ width: WIDTH, withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality: QUALITY })
      .toBuffer()
    return { name, width: autoOrient.width, height: autoOrient.height, content }
  } catch {
    return null
  }
}
