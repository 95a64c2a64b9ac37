/**
 * The sound of a clip as recognisers want it: stretches of WAV, 16 kHz, mono, 16 bits.
 *
 * One run of ffmpeg for each stretch, so that no more than one is held; at most 19 MB of ten minutes,
 * which stays below the 25 MB that transcription endpoints take. A stretch without sound is empty.
 */

import type { Ffmpeg } from '../clip/find-ffmpeg.ts'
import { inputArgs, QUIET } from '../clip/input-args.ts'
import { type Bounds, type Ending, runBounded } from '../clip/run-bounded.ts'

export const STRETCH_SECONDS = 600
const RATE = 16_000
const BYTES_PER_SAMPLE = 2
const HEADER_BYTES = 44

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
  const samples = Buffer.concat(chunks)
  const seconds = samples.length / (RATE * BYTES_PER_SAMPLE)
  return { ok: true, wav: toWav(samples), seconds }
}

/** Source: RIFF WAVE, Microsoft and IBM 1991: a header of 44 bytes for plain samples. */
function toWav(samples: Buffer): Uint8Array {
  const header = Buffer.alloc(HEADER_BYTES)
  header.write('RIFF', 0)
  header.writeUInt32LE(HEADER_BYTES - 8 + samples.length, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(RATE, 24)
  header.writeUInt32LE(RATE * BYTES_PER_SAMPLE, 28)
  header.writeUInt16LE(BYTES_PER_SAMPLE, 32)
  header.writeUInt16LE(8 * BYTES_PER_SAMPLE, 34)
  header.write('data', 36)
  header.writeUInt32LE(samples.length, 40)
  return Buffer.concat([header, samples])
}
