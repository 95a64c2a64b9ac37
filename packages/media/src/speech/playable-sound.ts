/**
 * A stranger's recording written anew, for a person to listen to: only its samples come through.
 *
 * What a file may carry besides (pictures, tags, another file behind the end) stays behind, and what
 * no browser plays is played. WAV, 16 kHz, mono: as recognisers hear it. The first five minutes;
 * longer ones are cut. Null without ffmpeg, and when nothing can be heard.
 */

import { findFfmpeg } from '../clip/find-ffmpeg.ts'
import { extractSound } from './extract-sound.ts'
import { HEADER_BYTES, RATE, toWav } from './wav.ts'

export const PLAYABLE_TYPE = 'audio/wav'

const MOST_SECONDS = 300
const BYTES_PER_SECOND = RATE * 2
/** Ten minutes are read at most, and decoding them takes seconds. */
const BOUNDS = { maxMs: 60_000, maxMemoryBytes: 2 ** 31, maxOutputBytes: 2 ** 25 }

export async function toPlayableSound(
  path: string,
  signal?: AbortSignal,
): Promise<Uint8Array | null> {
  const ffmpeg = await findFfmpeg()
  if (ffmpeg === null) return null
  const extracted = await extractSound(ffmpeg, path, 0, BOUNDS, signal)
  if (!extracted.ok || extracted.seconds === 0) return null
  const end = HEADER_BYTES + MOST_SECONDS * BYTES_PER_SECOND
  return toWav(Buffer.from(extracted.wav.subarray(HEADER_BYTES, end)))
}
