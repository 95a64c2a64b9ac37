/**
 * Looks at a live stream on a schedule: each stretch is observed as a clip is.
 *
 * Gives one clip for each time it looked, without end, until the stream ends, has failed several times
 * in a row, or the signal fires. A stretch that could not be had is a clip in which everything is
 * missing, with the reason: it goes to a person and is no silence. Every address goes through the
 * caller's `open`; RTMP and RTSP only where `allowsFfmpeg` says so.
 */

import { setTimeout as sleep } from 'node:timers/promises'
import type { SeenClip, Wording } from '@fangxing/contract'
import { FFMPEG_MISSING, findFfmpeg } from '../clip/find-ffmpeg.ts'
import type { OpenStream } from '../live/open-stream.ts'
import { needsFfmpeg, recordStretch } from '../live/record.ts'
import { type Stretch, takeStretch } from '../live/take-stretch.ts'
import { CLIP_FACTS } from './clip-facts.ts'
import { type ClipOptions, observeClip } from './observe-clip.ts'

export interface LiveSchedule {
  /** Seconds from the beginning of one look to that of the next. */
  readonly everySeconds: number
  /** Seconds that are looked at. */
  readonly stretchSeconds: number
  /** Looks in all. Default: until the stream ends. */
  readonly looks?: number
}

export interface LiveOptions extends Omit<ClipOptions, 'cover' | 'onProgress'> {
  readonly open: OpenStream
  /** May ffmpeg itself connect to this RTMP or RTSP address? Default: never. */
  readonly allowsFfmpeg?: (url: string) => boolean
  /** Of a stretch. Default 64 MB. */
  readonly maxBytes?: number
  /** How waiting is done, for those that bring their own clock. */
  readonly wait?: (ms: number, signal?: AbortSignal) => Promise<unknown>
  /** Milliseconds, never going back. */
  readonly clock?: () => number
}

const MAX_BYTES = 64 * 1024 * 1024
/** Looks in a row that gave nothing, after which the stream is taken for ended. */
const MAX_FAILURES = 3
/** A stretch comes as it plays; a server that is slower than this has stalled. */
const PATIENCE_SECONDS = 30

export async function* sampleStream(
  url: string,
  schedule: LiveSchedule,
  options: LiveOptions,
): AsyncGenerator<SeenClip> {
  const wait = options.wait ?? ((ms, signal) => sleep(ms, undefined, signal ? { signal } : {}))
  const clock = options.clock ?? (() => performance.now())
  let failures = 0
  for (let look = 1; look <= (schedule.looks ?? Number.POSITIVE_INFINITY); look += 1) {
    if (options.signal?.aborted) return
    const begunAt = clock()
    const stretch = await takeFrom(url, schedule, options)
    if (options.signal?.aborted) return
    const name = `${url}#${look}`
    yield await observeStretch(name, stretch, options)
    failures = stretch.ok ? 0 : failures + 1
    if (failures >= MAX_FAILURES || (stretch.ok && stretch.isEnded)) return
    const left = schedule.everySeconds * 1000 - (clock() - begunAt)
    if (left > 0) await wait(left, options.signal).catch(() => {})
  }
}

async function takeFrom(
  url: string,
  { stretchSeconds: seconds }: LiveSchedule,
  { open, allowsFfmpeg, maxBytes = MAX_BYTES, signal, ffmpeg }: LiveOptions,
): Promise<Stretch> {
  const deadline = AbortSignal.timeout((seconds + PATIENCE_SECONDS) * 1000)
  const either = signal ? AbortSignal.any([signal, deadline]) : deadline
  const bounds = { seconds, maxBytes, signal: either }
  if (!needsFfmpeg(url)) return await takeStretch(open, url, bounds)
  if (!allowsFfmpeg?.(url)) return { ok: false, because: NOT_ALLOWED }
  const program = ffmpeg === undefined ? await findFfmpeg() : ffmpeg
  if (!program) return { ok: false, because: FFMPEG_MISSING }
  return await recordStretch(program, url, bounds)
}

async function observeStretch(
  name: string,
  stretch: Stretch,
  { open: _, allowsFfmpeg: __, maxBytes: ___, wait: ____, clock: _____, ...clip }: LiveOptions,
): Promise<SeenClip> {
  if (!stretch.ok) {
    const wanted = ['video', 'sound', ...(clip.wanted ?? CLIP_FACTS)]
    const missing = wanted.map((fact) => ({ fact, because: stretch.because }))
    return { name, sha256: null, missing }
  }
  const seen = await observeClip({ name, source: stretch.bytes }, clip)
  return { ...seen, sha256: null }
}

const NOT_ALLOWED: Wording = {
  zh: '没有允许对这个 RTMP 或 RTSP 地址直接取流。',
  en: 'Taking a stream from this RTMP or RTSP address directly is not allowed.',
}
