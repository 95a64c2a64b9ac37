/**
 * A picture as WeChat's `img_sec_check` takes it: itself where it fits, else a copy of it that does.
 *
 * Null when there is no such copy. One that nobody here could read is handed on while it is small
 * enough: they may read it.
 *
 * Source: https://developers.weixin.qq.com/miniprogram/dev/framework/security.imgSecCheck.html
 */

import { fileURLToPath } from 'node:url'
import type { PictureFormat } from '@fangxing/contract'
import type { SideLimits } from '@fangxing/media'
import { drawBeside } from '../draw-beside.ts'

const PROGRAM = fileURLToPath(new URL('./fit-picture-main.ts', import.meta.url))

const TYPES = new Set(['image/png', 'image/jpeg', 'image/gif'])
const MAX_BYTES = 1024 * 1024
export const SIDES: SideLimits = { shortSide: 750, longSide: 1334 }

export async function fitPicture(
  bytes: Uint8Array,
  format: PictureFormat | undefined,
): Promise<Uint8Array | null> {
  if (bytes.length <= MAX_BYTES && (format === undefined || isTaken(format))) return bytes
  const copy = await drawBeside(PROGRAM, bytes)
  return copy === null || copy.length > MAX_BYTES ? null : copy
}

function isTaken({ type, width, height }: PictureFormat): boolean {
  return (
    TYPES.has(type) &&
    Math.min(width, height) <= SIDES.shortSide &&
    Math.max(width, height) <= SIDES.longSide
  )
}
