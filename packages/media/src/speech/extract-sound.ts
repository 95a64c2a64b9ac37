/**
 * The sound of a clip as recognisers want it: stretches of WAV, 16 kHz, mono, 16 bits.
 *
 * One run of ffmpeg for each stretch, so that no more than one is held; at most 19 MB of ten minutes,
 * which stays below the 25 MB that transcription endpoints take. A stretch without sound is empty.
 */

import type { Ffmpeg } from '../clip/find-ffmpeg.ts'
import { inputArgs, QUIET } from '../clip/input-args.ts'
import { type Bounds, type Ending, runBounded } from '../clip/run-bounded.ts'
import { RATE, secondsOf, toWav } from './wav.ts'

export const STRETCH_SECONDS = 600

export type Extracted =
  | { readonly ok: true; readonly wav: Uint8Array; readonly seconds: number }
  | { readonly ok: false; readonly ending: Ending }

export async function extractSound(
  ffmpeg: Ffmpeg,
  path: string,
  from: number,
  bounds: Bounds,
  signal?: AbortSignal,
): Promise<Extracted> {
  const chunks: Buffer[] = []
  const seek = ['-ss', String(from), '-t', String(STRETCH_SECONDS)]
  const sound = ['-map', '0:a:0', '-ac', '1', '-ar', String(RATE), '-f', 's16le', 'pipe:1']
  const ending = await runBounded({
    program: ffmpeg.ffmpeg,
    args: [...QUIET, ...seek, ...inputArgs(path), ...sound],
    bounds,
    readers: { 1: (chunk) => chunks.push(chunk) },
    signal,
  })
  if (ending.kind !== 'exit') return { ok: false, ending }
  const wav = toWav(Buffer.concat(chunks))
  return { ok: true, wav, seconds: secondsOf(wav) }
}
