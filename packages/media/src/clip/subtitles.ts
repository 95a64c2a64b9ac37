/**
 * The subtitles of a video: a track of its own, or words burnt into its pictures.
 *
 * A track of text is read as it is; one of pictures (DVD, Blu-ray) has no words here. Without a track,
 * the lower part of up to `MAX_SAMPLES` frames is read; without a reader nothing is claimed. Cost: one
 * run of ffmpeg for a track, else a frame and a reading each second or more.
 */

import type { VideoFacts, Wording } from '@fangxing/contract'
import type { WordReader } from '../observe/picture-models.ts'
import { decodePicture } from '../picture/decode.ts'
import { findBurntIn, type ReadSample } from './burnt-in.ts'
import { describeEnding } from './describe-ending.ts'
import type { Ffmpeg } from './find-ffmpeg.ts'
import { inputArgs, QUIET } from './input-args.ts'
import type { ClipFormat } from './read-format.ts'
import { type Bounds, runBounded } from './run-bounded.ts'
import { takeFrame } from './take-frames.ts'
import { parseTimedText } from './timed-text.ts'

export type SubtitlesFound =
  | { readonly ok: true; readonly subtitles: NonNullable<VideoFacts['subtitles']> }
  | { readonly ok: false; readonly because: Wording }

export interface SubtitleTools {
  /** Seconds. */
  readonly duration: number
  readonly reader: WordReader | undefined
  readonly bounds: Bounds
  readonly signal: AbortSignal | undefined
}

const MAX_SAMPLES = 16
const MIN_STEP = 1
/** Share of the height, from the bottom, in which subtitles stand. */
const LOWER_PART = 0.45

export async function findSubtitles(
  ffmpeg: Ffmpeg,
  path: string,
  format: ClipFormat,
  tools: SubtitleTools,
): Promise<SubtitlesFound> {
  if (format.subtitles.length > 0) return await readTrack(ffmpeg, path, tools)
  if (!tools.reader) return { ok: false, because: NO_READER }
  const samples: ReadSample[] = []
  const { duration } = tools
  const step = Math.max(MIN_STEP, duration / MAX_SAMPLES)
  for (let at = step / 2; at < duration; at += step) {
    if (tools.signal?.aborted) return { ok: false, because: CANCELLED }
    const sample = await readSample(ffmpeg, path, at, tools.reader, tools)
    if (sample) samples.push(sample)
  }
  const words = findBurntIn(samples)
  return { ok: true, subtitles: words ? { kind: 'burnt-in', words } : { kind: 'none', words: [] } }
}

async function readTrack(
  ffmpeg: Ffmpeg,
  path: string,
  tools: SubtitleTools,
): Promise<SubtitlesFound> {
  const chunks: Buffer[] = []
  const ending = await runBounded({
    program: ffmpeg.ffmpeg,
    args: [...QUIET, ...inputArgs(path), '-map', '0:s:0', '-f', 'srt', 'pipe:1'],
    bounds: tools.bounds,
    readers: { 1: (chunk) => chunks.push(chunk) },
    signal: tools.signal,
  })
  if (ending.kind !== 'exit') return { ok: false, because: describeEnding(ending) }
  const words = parseTimedText(Buffer.concat(chunks).toString('utf8'))
  return { ok: true, subtitles: { kind: 'track', words } }
}

async function readSample(
  ffmpeg: Ffmpeg,
  path: string,
  at: number,
  reader: WordReader,
  { bounds, signal }: SubtitleTools,
): Promise<ReadSample | null> {
  const frame = await takeFrame(ffmpeg, path, at, bounds, signal, LOWER_PART)
  const decoded = frame && (await decodePicture(frame.png))
  if (!decoded?.ok) return null
  const { width, height } = decoded.picture.format
  const lines = (await reader.read(decoded.picture, signal)).map(({ text, box }) => ({
    text,
    x: (box.x + box.width / 2) / width,
    y: 1 - LOWER_PART + ((box.y + box.height / 2) / height) * LOWER_PART,
    height: (box.height / height) * LOWER_PART,
  }))
  return { at, lines }
}

const NO_READER: Wording = {
  zh: '没有字幕轨，也没有启用文字识别，无法判断画面里是否有字幕。',
  en: 'There is no subtitle track, and no reader of words is enabled to look for burnt-in ones.',
}

const CANCELLED: Wording = { zh: '检测已取消。', en: 'It was cancelled.' }
