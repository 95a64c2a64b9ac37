/**
 * Reads what a video or a sound says of itself: its streams, their sizes, rates and starts.
 *
 * Takes a path and asks ffprobe, which reads the headers and decodes a little; times are seconds from
 * the start of the container, which ffmpeg counts from.
 * Sizes are as shown: turned by the rotation that phones write, before the pixel ratio is applied.
 * A picture attached to a sound (a cover) is no video. What a file says may be wrong: a duration is
 * what its header claims.
 */

import type { Wording } from '@fangxing/contract'
import { describeEnding } from './describe-ending.ts'
import type { Ffmpeg } from './find-ffmpeg.ts'
import { inputArgs, QUIET } from './input-args.ts'
import { type Bounds, runBounded } from './run-bounded.ts'

export interface VideoStream {
  readonly width: number
  readonly height: number
  readonly framesPerSecond?: number
  /** Shown width of a pixel over its height. */
  readonly pixelRatio: number
  readonly startsAt: number
}

export interface SoundStream {
  readonly startsAt: number
  readonly duration?: number
}

export interface SubtitleTrack {
  readonly codec: string
  readonly language?: string
}

export interface ClipFormat {
  readonly duration?: number
  readonly video?: VideoStream
  readonly sounds: readonly SoundStream[]
  readonly subtitles: readonly SubtitleTrack[]
}

export type FormatRead =
  | { readonly ok: true; readonly format: ClipFormat }
  | { readonly ok: false; readonly because: Wording }

export async function readFormat(
  ffmpeg: Ffmpeg,
  path: string,
  bounds: Bounds,
  signal?: AbortSignal,
): Promise<FormatRead> {
  const chunks: Buffer[] = []
  const ending = await runBounded({
    program: ffmpeg.ffprobe,
    args: [...QUIET, '-show_format', '-show_streams', '-of', 'json', ...inputArgs(path)],
    bounds,
    readers: { 1: (chunk) => chunks.push(chunk) },
    signal,
  })
  if (ending.kind !== 'exit' || ending.code !== 0)
    return { ok: false, because: describeEnding(ending) }
  const format = toClipFormat(Buffer.concat(chunks).toString('utf8'))
  const isClip = format !== null && (format.video !== undefined || format.sounds.length > 0)
  return isClip ? { ok: true, format } : { ok: false, because: NO_STREAMS }
}

const NO_STREAMS: Wording = {
  zh: '文件中没有画面，也没有声音。',
  en: 'The file holds neither pictures nor sound.',
}

type Fields = Readonly<Record<string, unknown>>

/** Null when it is not what ffprobe prints. */
export function toClipFormat(json: string): ClipFormat | null {
  const parsed = parseFields(json)
  if (parsed === null) return null
  const streams = toList(parsed.streams)
  const ofKind = (kind: string) => streams.filter((stream) => stream.codec_type === kind)
  const [video] = ofKind('video').filter((stream) => !isAttached(stream) && isSized(stream))
  const container = toList([parsed.format])[0] ?? {}
  const duration = toNumber(container.duration)
  const startsAt = toNumber(container.start_time) ?? 0
  return {
    ...(duration === undefined ? {} : { duration }),
    ...(video === undefined ? {} : { video: toVideoStream(video, startsAt) }),
    sounds: ofKind('audio')
      .filter(isHeard)
      .map((stream) => toSoundStream(stream, startsAt)),
    subtitles: ofKind('subtitle').map(toSubtitleTrack),
  }
}

function toSoundStream(stream: Fields, containerStart: number): SoundStream {
  const duration = toNumber(stream.duration)
  const startsAt = (toNumber(stream.start_time) ?? containerStart) - containerStart
  return duration === undefined ? { startsAt } : { startsAt, duration }
}

function toSubtitleTrack(stream: Fields): SubtitleTrack {
  const codec = String(stream.codec_name ?? 'unknown')
  const language = (stream.tags as Fields | undefined)?.language
  return typeof language === 'string' && language !== 'und' ? { codec, language } : { codec }
}

/** The objects of a list, whatever else is in it. */
function toList(value: unknown): readonly Fields[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : []
  return list.filter((item) => typeof item === 'object' && item !== null) as Fields[]
}

function parseFields(json: string): Fields | null {
  try {
    const parsed: unknown = JSON.parse(json)
    return typeof parsed === 'object' && parsed !== null ? (parsed as Fields) : null
  } catch {
    return null
  }
}

/** A stream whose size or rate nobody found cannot be decoded; damaged files seem to have such. */
function isSized(stream: Fields): boolean {
  return (toNumber(stream.width) ?? 0) > 0 && (toNumber(stream.height) ?? 0) > 0
}

function isHeard(stream: Fields): boolean {
  return (toNumber(stream.sample_rate) ?? 0) > 0 && (toNumber(stream.channels) ?? 0) > 0
}

function isAttached(stream: Fields): boolean {
  return (stream.disposition as Fields | undefined)?.attached_pic === 1
}

/** ffmpeg counts from the start of the container, which may lie hours into a stream. */
function toVideoStream(stream: Fields, containerStart: number): VideoStream {
  const width = toNumber(stream.width) ?? 0
  const height = toNumber(stream.height) ?? 0
  const ratio = toRatio(stream.sample_aspect_ratio, ':') ?? 1
  const isTurned = Math.round(Math.abs(rotationOf(stream)) / 90) % 2 === 1
  const framesPerSecond = toRatio(stream.avg_frame_rate, '/')
  return {
    width: isTurned ? height : width,
    height: isTurned ? width : height,
    ...(framesPerSecond === undefined ? {} : { framesPerSecond }),
    pixelRatio: isTurned ? 1 / ratio : ratio,
    startsAt: (toNumber(stream.start_time) ?? containerStart) - containerStart,
  }
}

/** Degrees. */
function rotationOf(stream: Fields): number {
  const matrix = toList(stream.side_data_list).find((side) => 'rotation' in side)
  return toNumber(matrix?.rotation) ?? 0
}

function toNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN
  return Number.isFinite(number) ? number : undefined
}

/** `30000/1001`, `4:3`; undefined for `0/0`, `0:1` and anything else without a positive value. */
function toRatio(value: unknown, separator: string): number | undefined {
  const [over, under] = String(value).split(separator).map(Number)
  const ratio = (over ?? Number.NaN) / (under ?? 1)
  return Number.isFinite(ratio) && ratio > 0 ? ratio : undefined
}
