/**
 * Every code in a picture: QR, mini-program and bar codes, with what they say.
 *
 * Looks at the raster as it is, at the raster enlarged and sharpened for small and blurred codes, or,
 * where the picture has many more pixels than the raster, at the picture itself in overlapping tiles. An animation is looked at in its sampled frames too. Boxes are in picture pixels.
 * A mini-program code is located by its shape and has no content: its encoding is not published.
 */

import type { Box, SeenCode } from '@fangxing/contract'
import { type DecodedPicture, toUpright } from '../picture/decode.ts'
import { type Luma, toLuma } from '../picture/luma.ts'
import { type CodeKinds, type FoundCode, readCodes } from './barcode-reader.ts'
import { enlargeSharply, sharpenCoarsely } from './enlarge.ts'
import { findMiniProgramCodes } from './mini-program-code.ts'
import { cutTiles } from './tiles.ts'

/** Above this a raster is enlarged by tiles, so that memory stays bounded. */
const TILE_SIDE = 1024
/** A code that lies across the edge of a tile lies whole in the next one, up to this size. */
const TILE_OVERLAP = 192
/** Where the picture itself has about twice the pixels of the raster, enlarging would show no more. */
const ENLARGED_ABOVE = 0.6
/** Brightness levels between the inks of the faintest code that is read. */
const LEAST_TONES = 12
/** A larger picture is read at this many pixels: 24 million hold a code of 60 pixels in a poster. */
const MOST_PIXELS = 24_000_000

export async function findCodes(picture: DecodedPicture): Promise<readonly SeenCode[]> {
  const toPicture = 1 / picture.scale
  const found: SeenCode[] = []
  for (const raster of [picture.raster, ...picture.samples]) {
    const luma = toLuma(raster)
    found.push(...(await lookAt(luma, 'all')).map((code) => scaled(code, toPicture)))
    if (picture.scale > ENLARGED_ABOVE) {
      found.push(...(await readEnlarged(luma)).map((code) => scaled(code, toPicture)))
    }
  }
  if (picture.scale < 1) found.push(...(await readWhole(picture)))
  return mergeCodes(found)
}

async function lookAt(luma: Luma, kinds: CodeKinds): Promise<readonly FoundCode[]> {
  const located = findMiniProgramCodes(luma).map((box) => ({
    symbology: 'mini-program',
    content: null,
    box,
  }))
  return [...(await readCodes(luma, kinds)), ...located]
}

async function readEnlarged(luma: Luma): Promise<FoundCode[]> {
  const enlarged = await readTiles(luma, async (tile) =>
    (await lookAt(enlargeSharply(tile), 'common')).map((code) => scaled(code, 0.5)),
  )
  const coarse = sharpenCoarsely(luma)
  const blurred = await readCodes(coarse, 'common')
  return [...enlarged, ...blurred.map((code) => scaled(code, luma.width / coarse.width))]
}

async function readTiles(
  luma: Luma,
  read: (tile: Luma) => Promise<readonly FoundCode[]>,
): Promise<FoundCode[]> {
  const found: FoundCode[] = []
  for (const { x, y, tile } of cutTiles(luma, TILE_SIDE, TILE_OVERLAP)) {
    if (isPlain(tile)) continue
    for (const code of await read(tile)) {
      const box = { ...code.box, x: code.box.x + x, y: code.box.y + y }
      found.push({ ...code, box })
    }
  }
  return found
}

/** Skies and margins: no two tones that a code could be made of. */
function isPlain({ data }: Luma): boolean {
  let lowest = 255
  let highest = 0
  for (const value of data) {
    if (value < lowest) lowest = value
    if (value > highest) highest = value
  }
  return highest - lowest < LEAST_TONES
}

/** The picture with all its pixels, grey. */
async function readWhole({ bytes, format }: DecodedPicture): Promise<readonly FoundCode[]> {
  const shrink = Math.min(1, Math.sqrt(MOST_PIXELS / (format.width * format.height)))
  const width = Math.round(format.width * shrink)
  const upright = toUpright(bytes, format).resize({ width }).greyscale()
  const { data, info } = await upright.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
  const luma = { width: info.width, height: info.height, data: Float32Array.from(data) }
  return (await readTiles(luma, (tile) => lookAt(tile, 'common'))).map((code) =>
    scaled(code, 1 / shrink),
  )
}

function scaled(code: FoundCode, factor: number): FoundCode {
  const { x, y, width, height } = code.box
  const box = { x: x * factor, y: y * factor, width: width * factor, height: height * factor }
  return { ...code, box }
}

/** The same code is seen at several sizes: one with content wins, and boxes become whole pixels. */
export function mergeCodes(found: readonly SeenCode[]): readonly SeenCode[] {
  const merged: SeenCode[] = []
  const decodedFirst = found.toSorted((one, other) => rank(one) - rank(other))
  for (const code of decodedFirst) {
    const isSame = (kept: SeenCode): boolean =>
      overlap(kept.box, code.box) > 0.3 && (code.content === null || kept.content === code.content)
    if (!merged.some(isSame)) merged.push({ ...code, box: toWholePixels(code.box) })
  }
  return merged.toSorted((one, other) => one.box.y - other.box.y || one.box.x - other.box.x)
}

function rank({ content }: SeenCode): number {
  return content === null ? 1 : 0
}

/** Shared area over the smaller area. */
function overlap(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  if (width < 0 || height < 0) return 0
  const smaller = Math.min(one.width * one.height, other.width * other.height)
  return smaller === 0 ? 1 : (width * height) / smaller
}

function toWholePixels({ x, y, width, height }: Box): Box {
  const left = Math.max(0, Math.floor(x))
  const top = Math.max(0, Math.floor(y))
  return {
    x: left,
    y: top,
    width: Math.ceil(x + width) - left,
    height: Math.ceil(y + height) - top,
  }
}
