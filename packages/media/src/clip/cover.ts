/**
 * Which frame of a video its cover is most like, by perceptual hash.
 *
 * Looks at five frames a second, or at most `MAX_FRAMES` of a longer clip, small and in grey; gives the
 * second and the distance in bits of 256. A cover with a title drawn over it is still near, one of
 * another scene is about 128 away. Cost: decoding the clip once.
 */

import type { VideoFacts, Wording } from '@fangxing/contract'
import { hashDistance } from '../hash/distance.ts'
import { hashLuma, hashPicture } from '../hash/hash-picture.ts'
import { decodePicture } from '../picture/decode.ts'
import { describeEnding } from './describe-ending.ts'
import type { Ffmpeg } from './find-ffmpeg.ts'
import { readGrayFrames } from './gray-frame.ts'
import { inputArgs, QUIET } from './input-args.ts'
import type { ClipFormat } from './read-format.ts'
import { type Bounds, runBounded } from './run-bounded.ts'

export type CoverFound =
  | { readonly ok: true; readonly cover: NonNullable<VideoFacts['cover']> }
  | { readonly ok: false; readonly because: Wording }

const FRAMES_PER_SECOND = 5
const MAX_FRAMES = 1500
const WIDTH = 256

export async function nearestFrame(
  ffmpeg: Ffmpeg,
  path: string,
  { duration = 1 }: ClipFormat,
  bytes: Uint8Array,
  bounds: Bounds,
  signal?: AbortSignal,
): Promise<CoverFound> {
  const decoded = await decodePicture(bytes)
  if (!decoded.ok) return decoded
  const wanted = hashPicture(decoded.picture).bits
  const rate = Math.min(FRAMES_PER_SECOND, MAX_FRAMES / Math.max(1, duration))
  let nearest: { at: number; distance: number } | undefined
  let index = 0
  const take = readGrayFrames(({ width, height, data }) => {
    const { bits } = hashLuma({ width, height, data: Float32Array.from(data) })
    const distance = hashDistance(wanted, bits)
    if (nearest === undefined || distance < nearest.distance)
      nearest = { at: index / rate, distance }
    index += 1
  })
  const filter = `fps=${rate.toFixed(4)}:round=up,scale=${WIDTH}:-2:flags=area,format=gray`
  const out = ['-map', '0:v:0', '-vf', filter, '-f', 'image2pipe', '-c:v', 'pgm', 'pipe:1']
  const ending = await runBounded({
    program: ffmpeg.ffmpeg,
    args: [...QUIET, ...inputArgs(path), ...out],
    bounds,
    readers: { 1: take },
    signal,
  })
  if (ending.kind !== 'exit' || nearest === undefined) {
    return { ok: false, because: describeEnding(ending) }
  }
  return { ok: true, cover: nearest }
}
