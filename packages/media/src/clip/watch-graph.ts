/**
 * The filters through which a clip is watched, and on which pipe each of them tells.
 *
 * Pictures are split in two: all of them small, for what is black, frozen or cut; and a few stretches
 * of them whole, for what needs the detail. A filter that this ffmpeg lacks is left out.
 */

import { MIN_SILENT, MIN_STILL } from './clip-notes.ts'
import type { Ffmpeg } from './find-ffmpeg.ts'
import type { ClipFormat } from './read-format.ts'

/** Descriptors: what detectors say of picture and sound, frames, and the times of these. */
export const PIPES = {
  ...{ whole: 1, wholeTimes: 7, small: 5, smallTimes: 6 },
  ...{ picture: 3, sound: 4 },
} as const

export interface WatchPlan {
  /** What is black, frozen or cut. */
  readonly watches: boolean
  /** What is silent, and how loud. */
  readonly listens: boolean
  /** Softness, grid, shake, combs. */
  readonly looksClosely: boolean
}

/** Share of pixels that must be dark, and how dark: a tenth of the scale shows as black on a screen. */
const BLACK = 'blackdetect=d=0:pic_th=0.98:pix_th=0.1'
/** Mean change of a frame below which it stands still: the filter's default takes a speaker for a still. */
const FREEZE = `freezedetect=n=0.0002:d=${MIN_STILL}`
const CUTS = 'scdet=t=10'
/** Below this nothing is heard at any playing volume. */
const SILENCE = `silencedetect=n=-60dB:d=${MIN_SILENT}`
/** Cuts the sound into frames of its own, so it comes first: what a frame is told is lost in it. */
const LOUDNESS = 'ebur128=metadata=1'

const WATCHED_WIDTH = 320
const SMALL_WIDTH = 160
const MAX_STRETCHES = 12
const STRETCH_SECONDS = 1.2
/** Seconds from one stretch to the next in a clip of a minute or less. */
const MIN_PERIOD = 4
/** Two frames in a row of every so many are looked at whole. */
const WHOLE_EVERY = 15

/** Arguments of ffmpeg after its input. Empty when there is nothing to watch. */
export function watchArgs(ffmpeg: Ffmpeg, format: ClipFormat, plan: WatchPlan): readonly string[] {
  const known = (filters: readonly string[]) =>
    filters.filter((filter) => ffmpeg.filters.has(filter.split('=')[0] ?? ''))
  const sees = format.video !== undefined && (plan.watches || plan.looksClosely)
  const chains: string[] = []
  const outputs: string[] = []
  if (sees) {
    const small = [`scale=${WATCHED_WIDTH}:-2`, ...known([BLACK, FREEZE, CUTS])].join(',')
    const branches = plan.looksClosely ? `split=2[all][some];${closeChains(format)};[all]` : ''
    chains.push(`[0:v:0]${branches}${small},metadata=print:file=pipe\\\\:${PIPES.picture}[v]`)
    outputs.push('-map', '[v]', '-fps_mode', 'passthrough', '-f', 'null', '-')
    if (plan.looksClosely)
      outputs.push(...frames('[whole]', PIPES.whole), ...frames('[small]', PIPES.small))
  }
  if (format.sounds.length > 0 && plan.listens) {
    const heard = known([LOUDNESS, SILENCE]).join(',') || 'anull'
    chains.push(`[0:a:0]${heard},ametadata=print:file=pipe\\\\:${PIPES.sound}[a]`)
    outputs.push('-map', '[a]', '-f', 'null', '-')
  }
  return chains.length === 0 ? [] : ['-filter_complex', chains.join(';'), ...outputs]
}

/** Seconds between the beginnings of stretches; a clip of a few seconds is looked at throughout. */
function periodOf({ duration }: ClipFormat): number {
  if (duration === undefined) return 10
  if (duration < 2 * MIN_PERIOD) return STRETCH_SECONDS
  return Math.max(MIN_PERIOD, duration / MAX_STRETCHES)
}

/** The number of the stretch that a second lies in. */
export function stretchNumber(format: ClipFormat): (at: number) => number {
  const [period, lead] = [periodOf(format), leadOf(format)]
  return (at) => Math.floor((at - lead) / period + 0.001)
}

/** The first stretch lies in the middle of its period. */
function leadOf(format: ClipFormat): number {
  return (periodOf(format) - STRETCH_SECONDS) / 2 + (format.video?.startsAt ?? 0)
}

function closeChains(format: ClipFormat): string {
  const [period, lead] = [periodOf(format).toFixed(3), leadOf(format).toFixed(3)]
  const inStretch = `gte(t\\,${lead})*lt(mod(t-${lead}\\,${period})\\,${STRETCH_SECONDS})`
  const stamp = (pipe: number) =>
    `metadata=mode=add:key=lavfi.seen:value=1,metadata=print:file=pipe\\\\:${pipe}`
  const small = `scale=${SMALL_WIDTH}:-2:flags=area`
  return [
    `[some]select=${inStretch},split=2[one][two]`,
    `[one]select=lt(mod(n\\,${WHOLE_EVERY})\\,2),${stamp(PIPES.wholeTimes)},format=gray[whole]`,
    `[two]${stamp(PIPES.smallTimes)},${small},format=gray[small]`,
  ].join(';')
}

function frames(label: string, pipe: number): readonly string[] {
  return [
    '-map',
    label,
    '-fps_mode',
    'passthrough',
    '-f',
    'image2pipe',
    '-c:v',
    'pgm',
    `pipe:${pipe}`,
  ]
}
