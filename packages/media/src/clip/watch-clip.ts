/**
 * Watches and listens to a clip once, from beginning to end: everything that needs its moving pictures.
 *
 * One run of ffmpeg; what it says is read while it runs, frames are measured and let go. Cost: decoding
 * and little more. What could not be decoded is counted, not thrown. When the run is stopped half-way
 * nothing is claimed of the part that was seen.
 *
 * Source: ffmpeg-filters(1): blackdetect, freezedetect, scdet, silencedetect, ebur128 (EBU R 128).
 */

import { notePictures, noteSound, type PictureNotes, type SoundNotes } from './clip-notes.ts'
import { type CloseLook, lookClosely } from './close-look.ts'
import type { Ffmpeg } from './find-ffmpeg.ts'
import { type GrayFrame, readGrayFrames } from './gray-frame.ts'
import { inputArgs, QUIET } from './input-args.ts'
import { readMetadata } from './metadata-lines.ts'
import type { ClipFormat } from './read-format.ts'
import { type Bounds, type Ending, runBounded } from './run-bounded.ts'
import { PIPES, stretchNumber, type WatchPlan, watchArgs } from './watch-graph.ts'

export interface WatchedClip {
  readonly pictures: PictureNotes
  readonly sound: SoundNotes
  readonly close: CloseLook
  /** Messages of the decoders. */
  readonly decodeErrors: number
}

export type Watched =
  | { readonly ok: true; readonly clip: WatchedClip }
  | { readonly ok: false; readonly ending: Ending }

export interface WatchOptions {
  readonly bounds: Bounds
  readonly signal?: AbortSignal | undefined
  /** Seconds of the clip that are done. */
  readonly onTime?: (seconds: number) => void
}

export async function watchClip(
  ffmpeg: Ffmpeg,
  path: string,
  format: ClipFormat,
  plan: WatchPlan,
  { bounds, signal, onTime }: WatchOptions,
): Promise<Watched> {
  const pictures = notePictures(format.video?.framesPerSecond ?? 25)
  const sound = noteSound()
  const close = lookClosely(stretchNumber(format))
  const [whole, small] = [pairTimes(close.addWhole), pairTimes(close.addSmall)]
  const readers = {
    [PIPES.picture]: readMetadata((frame) => {
      pictures.add(frame)
      onTime?.(frame.at)
    }),
    [PIPES.sound]: readMetadata(sound.add),
    [PIPES.wholeTimes]: readMetadata(({ at }) => whole.addTime(at)),
    [PIPES.smallTimes]: readMetadata(({ at }) => small.addTime(at)),
  }
  let decodeErrors = 0
  const ending = await runBounded({
    program: ffmpeg.ffmpeg,
    args: [...QUIET, ...inputArgs(path), ...watchArgs(ffmpeg, format, plan)],
    bounds,
    readers: {
      ...Object.fromEntries(Object.entries(readers).map(([pipe, reader]) => [pipe, reader.add])),
      [PIPES.whole]: readGrayFrames(whole.addFrame),
      [PIPES.small]: readGrayFrames(small.addFrame),
    },
    onErrorLine: (line) => {
      if (/\[(?:error|fatal)\]/.test(line)) decodeErrors += 1
    },
    signal,
  })
  if (ending.kind !== 'exit') return { ok: false, ending }
  for (const reader of Object.values(readers)) reader.end()
  whole.flush()
  small.flush()
  const clip = { pictures: pictures.end(), sound: sound.end(), close: close.end(), decodeErrors }
  const isEmpty = clip.pictures.endsAt === 0 && clip.sound.endsAt === 0
  return ending.code !== 0 && isEmpty ? { ok: false, ending } : { ok: true, clip }
}

/** Frames and their times come on two pipes, each in order; a frame waits for its time. */
function pairTimes(onFrame: (frame: GrayFrame, at: number) => void) {
  const frames: GrayFrame[] = []
  const times: number[] = []
  const flush = () => {
    while (frames.length > 0 && times.length > 0) {
      const [frame, at] = [frames.shift(), times.shift()]
      if (frame && at !== undefined) onFrame(frame, at)
    }
  }
  return {
    addFrame(frame: GrayFrame): void {
      frames.push(frame)
      flush()
    },
    addTime(at: number): void {
      times.push(at)
      flush()
    },
    flush,
  }
}
