/**
 * Takes single frames of a clip as pictures, at the seconds that are asked for.
 *
 * Frames are PNG, as they are shown: turned, with square pixels, at most `MAX_SIDE` on the long side.
 * `lowerPart` is the share of the height that is wanted, from the bottom.
 * One short run of ffmpeg each, by seeking, so the cost does not grow with the length of the clip. A
 * second that gives no frame (damaged there, or past the end) is left out.
 */

import type { Ffmpeg } from './find-ffmpeg.ts'
import { inputArgs, QUIET } from './input-args.ts'
import { type Bounds, runBounded } from './run-bounded.ts'

export interface TakenFrame {
  /** Seconds. */
  readonly at: number
  readonly png: Uint8Array
}

const MAX_SIDE = 1920
const SHOWN = [
  'scale=trunc(iw*sar/2)*2:ih',
  'setsar=1',
  `scale='min(${MAX_SIDE},iw)':'min(${MAX_SIDE},ih)':force_original_aspect_ratio=decrease`,
].join(',')

export async function takeFrame(
  ffmpeg: Ffmpeg,
  path: string,
  at: number,
  bounds: Bounds,
  signal?: AbortSignal,
  lowerPart = 1,
): Promise<TakenFrame | null> {
  const chunks: Buffer[] = []
  const part = `crop=iw:ih*${lowerPart}:0:ih*${(1 - lowerPart).toFixed(4)}`
  const one = ['-map', '0:v:0', '-frames:v', '1', '-vf', `${part},${SHOWN}`]
  const png = ['-f', 'image2pipe', '-c:v', 'png', '-compression_level', '1', 'pipe:1']
  await runBounded({
    program: ffmpeg.ffmpeg,
    args: [...QUIET, '-ss', at.toFixed(3), ...inputArgs(path), ...one, ...png],
    bounds,
    readers: { 1: (chunk) => chunks.push(chunk) },
    signal,
  })
  return chunks.length === 0 ? null : { at, png: Buffer.concat(chunks) }
}
