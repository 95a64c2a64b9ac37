/**
 * Sharpness, light and damage of a picture, all in one reading. What each number means, its unit and
 * its source stand with the function that measures it; how well each tells damaged pictures from
 * clean ones stands in `docs/media/pictures.md`.
 *
 * Measured on the raster: what a picture of more than three megapixels shows at that size.
 */

import type { PictureQuality } from '@fangxing/contract'
import type { DecodedPicture } from '../picture/decode.ts'
import { toLuma } from '../picture/luma.ts'
import { measureBlockiness } from './blockiness.ts'
import { measureJpegQuality } from './jpeg-quality.ts'
import { measureLight } from './light.ts'
import { measureNoise } from './noise.ts'
import { measureBorderShare, measureDominantShare } from './plain-areas.ts'
import { measureSharpness } from './sharpness.ts'
import { measureUpscaling } from './upscaling.ts'

export function measureQuality({ raster, bytes }: DecodedPicture): PictureQuality {
  const luma = toLuma(raster)
  const { range, ...light } = measureLight(luma)
  const sharpness = measureSharpness(luma, range)
  const upscaling = measureUpscaling(luma)
  const jpegQuality = measureJpegQuality(bytes)
  return {
    ...light,
    ...(sharpness !== null && { sharpness }),
    ...(upscaling !== null && { upscaling }),
    noise: measureNoise(luma),
    blockiness: measureBlockiness(luma),
    ...(jpegQuality !== null && { jpegQuality }),
    dominantShare: measureDominantShare(raster),
    borderShare: measureBorderShare(raster),
  }
}
