/**
 * What ffmpeg's detectors say while a clip runs through them, gathered into spans and moments.
 *
 * Frame values go in by time; spans come out in order, in seconds. What has begun and not ended when
 * the clip does lasts to its end. Shorter spans than the least are left out.
 */

import type { Span } from '@fangxing/contract'
import type { FrameValues } from './metadata-lines.ts'

export interface PictureNotes {
  readonly black: readonly Span[]
  readonly frozen: readonly Span[]
  readonly sceneCuts: readonly number[]
  /** Seconds up to which frames were seen. */
  readonly endsAt: number
}

export interface SoundNotes {
  readonly silent: readonly Span[]
  /** LUFS; null when nothing is audible. */
  readonly loudness: number | null
  readonly endsAt: number
}

/** A shorter black is a blink of the cutter's. */
const MIN_BLACK = 0.2
const MIN_FROZEN = 1
/** Shorter stills are put together first: a codec redraws a still picture now and then. */
export const MIN_STILL = 0.3
const REDRAWING = 0.1
export const MIN_SILENT = 1
/** What ebur128 gives for no sound at all is −70. */
const NOTHING_AUDIBLE = -69.5

export function notePictures(framesPerSecond: number) {
  const black = openSpans('black_start', 'black_end')
  const frozen = openSpans('freezedetect.freeze_start', 'freezedetect.freeze_end')
  const sceneCuts: number[] = []
  let endsAt = 0
  return {
    add(frame: FrameValues): void {
      endsAt = frame.at + 1 / framesPerSecond
      black.add(frame)
      frozen.add(frame)
      const cut = frame.values.get('scd.time')
      if (cut !== undefined) sceneCuts.push(Number(cut))
    },
    end(): PictureNotes {
      const still = joinStills(frozen.end(endsAt, 0), sceneCuts)
      return {
        black: black.end(endsAt, MIN_BLACK),
        frozen: still.filter(({ from, to }) => to - from >= MIN_FROZEN),
        sceneCuts,
        endsAt,
      }
    },
  }
}

export function noteSound() {
  const silent = openSpans('silence_start', 'silence_end')
  let loudness: number | null = null
  let endsAt = 0
  return {
    add(frame: FrameValues): void {
      endsAt = frame.at
      silent.add(frame)
      const value = Number(frame.values.get('r128.I') ?? Number.NaN)
      if (!Number.isNaN(value)) loudness = value > NOTHING_AUDIBLE ? value : null
    },
    end(): SoundNotes {
      return { silent: silent.end(endsAt, MIN_SILENT), loudness, endsAt }
    },
  }
}

/** Across a cut stands another picture: slides are not one still. */
function joinStills(spans: readonly Span[], cuts: readonly number[]): readonly Span[] {
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    const isSame =
      last !== undefined &&
      span.from - last.to <= REDRAWING &&
      !cuts.some((cut) => cut >= last.to - REDRAWING && cut <= span.from + REDRAWING)
    if (isSame) joined[joined.length - 1] = { from: last.from, to: span.to }
    else joined.push(span)
  }
  return joined
}

function openSpans(startKey: string, endKey: string) {
  const spans: Span[] = []
  let since: number | null = null
  return {
    add({ values }: FrameValues): void {
      const from = values.get(startKey)
      const to = values.get(endKey)
      if (to !== undefined && since !== null) {
        spans.push({ from: since, to: Number(to) })
        since = null
      }
      if (from !== undefined) since = Math.max(0, Number(from))
    },
    end(at: number, least: number): readonly Span[] {
      const all = since === null ? spans : [...spans, { from: since, to: Math.max(since, at) }]
      return all.filter(({ from, to }) => to - from >= least)
    },
  }
}
