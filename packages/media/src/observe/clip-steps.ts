/**
 * The steps in which a clip is observed: each gives several facts at once, or says why it cannot.
 *
 * They run in this order; a later one may use what an earlier one saw (frames lie between cuts).
 * Each answers with the fields it fills and the facts it could not get; none throws on content.
 */

import type { MissingFact, SoundFacts, VideoFacts, Wording } from '@fangxing/contract'
import { chooseSeconds } from '../clip/choose-seconds.ts'
import { nearestFrame } from '../clip/cover.ts'
import { describeEnding } from '../clip/describe-ending.ts'
import type { Ffmpeg } from '../clip/find-ffmpeg.ts'
import type { ClipFormat } from '../clip/read-format.ts'
import type { Bounds } from '../clip/run-bounded.ts'
import { findSubtitles } from '../clip/subtitles.ts'
import { takeFrame } from '../clip/take-frames.ts'
import { watchClip } from '../clip/watch-clip.ts'
import { watchedFacts } from '../clip/watched-facts.ts'
import { NO_RECOGNISER, type Recogniser } from '../speech/recogniser.ts'
import { writeDown } from '../speech/write-down.ts'
import type { ClipFact } from './clip-facts.ts'
import { observePicture, type PictureOptions } from './observe-picture.ts'

export interface ClipTools {
  readonly ffmpeg: Ffmpeg
  readonly path: string
  readonly format: ClipFormat
  readonly bounds: Bounds
  /** How each frame is looked at. */
  readonly pictures: PictureOptions
  readonly frameCount: number
  readonly recogniser?: Recogniser
  readonly cover?: Uint8Array
  readonly signal?: AbortSignal
  /** Share of this step that is done, 0 to 1. */
  readonly onShare: (share: number) => void
}

export interface Part {
  readonly video?: VideoFacts
  readonly sound?: SoundFacts
  readonly missing: readonly MissingFact[]
}

export interface Step {
  readonly facts: readonly ClipFact[]
  run(wanted: readonly ClipFact[], seen: Part, tools: ClipTools): Promise<Part>
}

const WATCHES: readonly ClipFact[] = ['black', 'frozen', 'sceneCuts', 'decodeErrors']
const LISTENS: readonly ClipFact[] = ['silent', 'loudness']
const LOOKS: readonly ClipFact[] = [
  ...(['blur', 'blockiness', 'shake', 'interlacedShare', 'repeatedShare'] as const),
]

const watch: Step = {
  facts: [...WATCHES, ...LOOKS, ...LISTENS],
  async run(wanted, _seen, tools) {
    const whole = await watchStreams(wanted, tools.format, tools)
    if (whole.ok) return whole.part
    const { format } = tools
    if (!format.video || format.sounds.length === 0 || tools.signal?.aborted)
      return lost(wanted, whole.because)
    // One stream that cannot be decoded must not take the other along.
    const parts = [
      { ...format, sounds: [] },
      { sounds: format.sounds, subtitles: [] },
    ]
    let joined: Part = { missing: [] }
    for (const part of parts) {
      const own = wanted.filter((fact) => LISTENS.includes(fact) === part.sounds.length > 0)
      const watched = own.length === 0 ? null : await watchStreams(own, part, tools)
      if (watched) joined = join(joined, watched.ok ? watched.part : lost(own, watched.because))
    }
    return joined
  },
}

type PartWatched =
  | { readonly ok: true; readonly part: Part }
  | { readonly ok: false; readonly because: Wording }

async function watchStreams(
  wanted: readonly ClipFact[],
  format: ClipFormat,
  { ffmpeg, path, bounds, signal, onShare }: ClipTools,
): Promise<PartWatched> {
  const wants = (facts: readonly ClipFact[]) => facts.some((fact) => wanted.includes(fact))
  const plan = {
    watches: wants(WATCHES),
    listens: wants(LISTENS) || wanted.includes('decodeErrors'),
    looksClosely: wants(LOOKS),
  }
  const onTime = (at: number) => onShare(Math.min(1, at / Math.max(1, format.duration ?? 1)))
  const watched = await watchClip(ffmpeg, path, format, plan, { bounds, signal, onTime })
  if (!watched.ok) return { ok: false, because: describeEnding(watched.ending) }
  return { ok: true, part: watchedFacts(ffmpeg, format, watched.clip, wanted) }
}

const frames: Step = {
  facts: ['frames'],
  async run(_wanted, { video }, tools) {
    const { ffmpeg, path, format, bounds, signal, frameCount, onShare } = tools
    const duration = format.duration ?? video?.duration ?? 0
    const moments = chooseSeconds(duration, video?.sceneCuts ?? [], frameCount)
    const seen: NonNullable<VideoFacts['frames']>[number][] = []
    for (const [index, at] of moments.entries()) {
      if (signal?.aborted) return lost(['frames'], describeEnding(CANCELLED))
      const frame = await takeFrame(ffmpeg, path, at, bounds, signal)
      onShare((index + 1) / moments.length)
      if (frame === null) continue
      const name = `frame ${at.toFixed(1)} s`
      const options = { ...tools.pictures, ...(signal && { signal }) }
      seen.push({ at, picture: await observePicture({ name, bytes: frame.png }, options) })
    }
    return seen.length === 0 ? lost(['frames'], NO_FRAME) : { video: { frames: seen }, missing: [] }
  },
}

const cover: Step = {
  facts: ['cover'],
  async run(_wanted, _seen, { ffmpeg, path, format, bounds, signal, cover: bytes }) {
    if (bytes === undefined) return lost(['cover'], NO_COVER)
    const nearest = await nearestFrame(ffmpeg, path, format, bytes, bounds, signal)
    return nearest.ok
      ? { video: { cover: nearest.cover }, missing: [] }
      : lost(['cover'], nearest.because)
  },
}

const subtitles: Step = {
  facts: ['subtitles'],
  async run(_wanted, { video }, { ffmpeg, path, format, bounds, signal, pictures }) {
    const reader = pictures.models?.words
    const duration = format.duration ?? video?.duration ?? 0
    const found = await findSubtitles(ffmpeg, path, format, { duration, reader, bounds, signal })
    return found.ok
      ? { video: { subtitles: found.subtitles }, missing: [] }
      : lost(['subtitles'], found.because)
  },
}

const speech: Step = {
  facts: ['speech'],
  async run(_wanted, { sound }, { ffmpeg, path, format, bounds, recogniser, signal }) {
    if (sound?.loudness === null) return { missing: [] }
    if (!recogniser) return lost(['speech'], NO_RECOGNISER)
    const written = await writeDown(ffmpeg, path, recogniser, bounds, signal)
    if (!written.ok) return lost(['speech'], written.because)
    return { sound: { streams: format.sounds.length, speech: written.speech }, missing: [] }
  },
}

/** In the order in which they run. */
export const CLIP_STEPS: readonly Step[] = [watch, frames, cover, subtitles, speech]

export function join(one: Part, other: Part): Part {
  const video = { ...one.video, ...other.video }
  const sound = { streams: 0, ...one.sound, ...other.sound }
  return {
    ...((one.video || other.video) && { video }),
    ...((one.sound || other.sound) && { sound }),
    missing: [...one.missing, ...other.missing],
  }
}

export function lost(facts: readonly string[], because: Wording): Part {
  return { missing: facts.map((fact) => ({ fact, because })) }
}

const CANCELLED = { kind: 'stopped', by: 'caller' } as const

const NO_FRAME: Wording = {
  zh: '没有一帧画面能解码。',
  en: 'No frame of it could be decoded.',
}

const NO_COVER: Wording = { zh: '没有提交封面图。', en: 'No cover was submitted.' }
