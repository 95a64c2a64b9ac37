/**
 * Pixels of a picture that somebody sent: bounded in size, frames and time, upright, on white.
 *
 * Takes bytes; gives an RGB raster of at most about three million pixels, and for an animation a few
 * further frames. The kind is told by signature and must agree with the decoder's own reading. What
 * is too large is refused by its header, before a pixel is decoded. Never throws on content.
 * A picture that is damaged anywhere is refused whole: half a picture would be judged as if it were
 * all of it.
 */

import type { PictureFormat, Wording } from '@fangxing/contract'
import sharp, { type Sharp } from 'sharp'
import { sniffMediaType } from '../sniff-media-type.ts'
import { isBitmapType, openBitmap } from './bitmap.ts'
import {
  DAMAGED,
  FOREIGN_KIND,
  OTHER_KIND,
  OUT_OF_TIME,
  tooManyBytes,
  tooManyPixels,
} from './refusals.ts'

/** Rows from the top, three bytes a pixel: red, green, blue. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

export interface DecodedPicture {
  readonly bytes: Uint8Array
  readonly format: PictureFormat
  /** The first frame. EXIF orientation applied, transparency on white, sRGB. */
  readonly raster: Raster
  /** Pixels of the raster per pixel of the picture, at most 1. */
  readonly scale: number
  /**
   * Further frames of an animation, evenly spread, the last one among them unless the animation is too
   * large to be followed to its end.
   */
  readonly samples: readonly Raster[]
}

export interface PictureLimits {
  readonly maxBytes: number
  /** Width times height of one frame, as the header says. */
  readonly maxPixels: number
  /** Further frames of an animation that are decoded. */
  readonly maxSamples: number
  /** Pixels of all frames up to the last that is decoded: each is made from those before it. */
  readonly maxAnimationPixels: number
  readonly maxSeconds: number
}

export type Decoding =
  | { readonly ok: true; readonly picture: DecodedPicture }
  | { readonly ok: false; readonly because: Wording; readonly format?: PictureFormat }

/** 100 million pixels are twice what a telephone takes; PNG of that size decodes in about 1 s. */
export const PICTURE_LIMITS: PictureLimits = {
  maxBytes: 64 * 1024 * 1024,
  maxPixels: 100_000_000,
  maxSamples: 4,
  maxAnimationPixels: 200_000_000,
  maxSeconds: 10,
}

/** Words and codes of an ordinary photograph survive this; every fact is then affordable. */
const LONG_SIDE = 2048
/** A long screenshot is not squeezed to 2048: it keeps as many pixels as a 4:3 picture has. */
const LONG_PICTURE_PIXELS = 2048 * 1536
/** Kinds that the decoder knows, by signature, and what it calls them. */
const DECODER_NAMES: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'heif',
  'image/bmp': 'raw',
}

/** Pictures are seen once: libvips would only keep their pixels. */
sharp.cache(false)

export async function decodePicture(
  bytes: Uint8Array,
  limits: PictureLimits = PICTURE_LIMITS,
): Promise<Decoding> {
  const type = sniffMediaType(bytes)?.type ?? ''
  if (DECODER_NAMES[type] === undefined) return refuse(FOREIGN_KIND)
  if (bytes.length > limits.maxBytes) return refuse(tooManyBytes(bytes.length, limits.maxBytes))
  let format: PictureFormat | undefined
  try {
    const header = await readHeader(bytes, type, limits)
    if (header === null) return refuse(OTHER_KIND)
    format = header
    const pixels = format.width * format.height
    if (pixels > limits.maxPixels) return refuse(tooManyPixels(format, limits.maxPixels), format)
    return { ok: true, picture: await decodeFrames(bytes, format, limits) }
  } catch (error) {
    return refuse(/timeout/i.test(String(error)) ? OUT_OF_TIME : DAMAGED, format)
  }
}

/** `page` counts frames from 0. */
function open(bytes: Uint8Array, type: string, limits: PictureLimits, page = 0): Sharp {
  if (isBitmapType(type)) return openBitmap(bytes, limits.maxPixels)
  return sharp(bytes, {
    page,
    pages: 1,
    failOn: 'error',
    limitInputPixels: limits.maxPixels,
    sequentialRead: true,
  }).timeout({ seconds: limits.maxSeconds })
}

/** Null when the decoder sees another kind of file than the signature promised. */
async function readHeader(
  bytes: Uint8Array,
  type: string,
  limits: PictureLimits,
): Promise<PictureFormat | null> {
  const seen = await open(bytes, type, { ...limits, maxPixels: Number.MAX_SAFE_INTEGER }).metadata()
  if (seen.format !== DECODER_NAMES[type]) return null
  const { width, height } = seen.autoOrient
  return { type, width, height, frames: seen.pages ?? 1, bytes: bytes.length }
}

async function decodeFrames(
  bytes: Uint8Array,
  format: PictureFormat,
  limits: PictureLimits,
): Promise<DecodedPicture> {
  const scale = scaleOf(format)
  const rasters: Raster[] = []
  for (const page of sampledFrames(format, limits)) {
    rasters.push(await decodeFrame(open(bytes, format.type, limits, page), format, scale))
  }
  const [raster, ...samples] = rasters
  if (raster === undefined) throw new Error('a picture has a first frame')
  return { bytes, format, raster, scale: raster.width / format.width, samples }
}

/** All pixels of the first frame, for whoever needs more than the raster has. */
export function toUpright(
  bytes: Uint8Array,
  { type }: PictureFormat,
  limits: PictureLimits = PICTURE_LIMITS,
): Sharp {
  return open(bytes, type, limits).autoOrient().flatten({ background: '#ffffff' })
}

/** How much smaller the raster is, at most 1. */
function scaleOf({ width, height }: PictureFormat): number {
  const bySide = LONG_SIDE / Math.max(width, height)
  const byArea = Math.sqrt(LONG_PICTURE_PIXELS / (width * height))
  return Math.min(1, Math.max(bySide, byArea))
}

/** The first frame, then others, evenly spread over the frames that are followed. */
function sampledFrames(
  { width, height, frames }: PictureFormat,
  { maxSamples, maxAnimationPixels }: PictureLimits,
): number[] {
  const followed = Math.min(frames, Math.max(1, Math.floor(maxAnimationPixels / (width * height))))
  const further = Math.min(maxSamples, followed - 1)
  const steps = Array.from({ length: further }, (_, index) => index + 1)
  return [0, ...steps.map((step) => Math.round((step * (followed - 1)) / further))]
}

async function decodeFrame(opened: Sharp, format: PictureFormat, scale: number): Promise<Raster> {
  const width = Math.max(1, Math.round(format.width * scale))
  const height = Math.max(1, Math.round(format.height * scale))
  const upright = opened.autoOrient().flatten({ background: '#ffffff' }).toColourspace('srgb')
  const sized = scale < 1 ? upright.resize(width, height, { fit: 'fill' }) : upright
  const { data, info } = await sized.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
  if (info.channels === 3) return { width: info.width, height: info.height, data }
  return { width: info.width, height: info.height, data: toThreeChannels(data, info.channels) }
}

/** A grey picture has one channel, or two with transparency that was flattened already. */
function toThreeChannels(data: Uint8Array, channels: number): Uint8Array {
  const pixels = data.length / channels
  const rgb = new Uint8Array(pixels * 3)
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    rgb.fill(data[pixel * channels] ?? 0, pixel * 3, pixel * 3 + 3)
  }
  return rgb
}

function refuse(because: Wording, format?: PictureFormat): Decoding {
  return format ? { ok: false, because, format } : { ok: false, because }
}
