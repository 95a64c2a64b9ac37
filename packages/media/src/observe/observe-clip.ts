/**
 * What can be seen and heard in a video or a sound: a file or its bytes in, the wanted facts out.
 *
 * What the headers say comes always; the rest only when it is wanted, cheapest first, each told as
 * soon as it is there. Never throws on content: what cannot be decoded, measured or finished in time
 * is in `missing` with its reason, and the other facts are still given. Nothing is left on the disk.
 */

import type { MissingFact, SeenClip, SoundFacts, VideoFacts, Wording } from '@fangxing/contract'
import { FFMPEG_MISSING, type Ffmpeg, findFfmpeg } from '../clip/find-ffmpeg.ts'
import { type ClipFormat, readFormat } from '../clip/read-format.ts'
import type { Bounds } from '../clip/run-bounded.ts'
import type { Recogniser } from '../speech/recogniser.ts'
import { CLIP_FACTS, type ClipFact, SOUND_FACTS, VIDEO_FACTS } from './clip-facts.ts'
import { type ClipFile, withClipFile } from './clip-source.ts'
import { CLIP_STEPS, type ClipTools, join, lost, type Part } from './clip-steps.ts'
import { ModelUnavailable } from './model-unavailable.ts'
import type { PictureOptions } from './observe-picture.ts'

export interface ClipInput {
  /** What the submitter calls it; comes back as `name`. */
  readonly name: string
  /** A file of this machine, or the bytes. */
  readonly source: string | Uint8Array
}

export interface ClipLimits {
  /** For each step that decodes the clip. Default ten minutes. */
  readonly maxMs?: number
  /** Address space of each decoder. Default 2 GiB. */
  readonly maxMemoryBytes?: number
  /** Frames that are looked at as pictures. Default 8. */
  readonly frames?: number
}

export interface ClipProgress {
  /** Of which something was just learnt. */
  readonly fact: ClipFact | 'format'
  readonly finished: number
  readonly total: number
  readonly seen: SeenClip
}

export interface ClipOptions {
  /** Default: all; what nothing is configured for is then missing with its reason. */
  readonly wanted?: readonly ClipFact[]
  /** Null: this machine has none. Default: looked for in `PATH`. */
  readonly ffmpeg?: Ffmpeg | null
  /** How each frame is looked at: facts, models, bank. */
  readonly pictures?: PictureOptions
  readonly recogniser?: Recogniser
  /** The picture that was submitted as the cover. */
  readonly cover?: Uint8Array
  readonly limits?: ClipLimits
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ClipProgress) => void
}

export async function observeClip(input: ClipInput, options: ClipOptions = {}): Promise<SeenClip> {
  const wanted = options.wanted ?? CLIP_FACTS.filter((fact) => fact !== 'cover' || options.cover)
  const ffmpeg = options.ffmpeg === undefined ? await findFfmpeg() : options.ffmpeg
  try {
    return await withClipFile(input.source, async (file) => {
      const { name } = input
      const { sha256, bytes } = file
      const start = { name, sha256, ...(file.type && { type: file.type.type }), bytes }
      if (!ffmpeg) return { ...start, missing: allMissing(wanted, FFMPEG_MISSING) }
      return await observeFile(start, ffmpeg, file, wanted, options)
    })
  } catch {
    return { name: input.name, sha256: null, missing: allMissing(wanted, UNREADABLE) }
  }
}

async function observeFile(
  start: Omit<SeenClip, 'missing'>,
  ffmpeg: Ffmpeg,
  { path }: ClipFile,
  wanted: readonly ClipFact[],
  options: ClipOptions,
): Promise<SeenClip> {
  const { limits = {}, signal } = options
  const bounds: Bounds = {
    maxMs: limits.maxMs ?? 600_000,
    maxMemoryBytes: limits.maxMemoryBytes ?? 2 ** 31,
    maxOutputBytes: 2 ** 31,
  }
  const read = await readFormat(ffmpeg, path, bounds, signal)
  if (!read.ok) return { ...start, missing: allMissing(wanted, read.because) }
  const tools: ClipTools = {
    ...{ ffmpeg, path, format: read.format, bounds, frameCount: limits.frames ?? 8 },
    pictures: options.pictures ?? {},
    ...(options.recogniser && { recogniser: options.recogniser }),
    ...(options.cover && { cover: options.cover }),
    ...(signal && { signal }),
    onShare: () => {},
  }
  return await runSteps(start, tools, applicable(wanted, read.format), options)
}

/** A step tells how far it is in twentieths. */
const TOLD_STEP = 0.05

async function runSteps(
  start: Omit<SeenClip, 'missing'>,
  tools: ClipTools,
  wanted: readonly ClipFact[],
  { onProgress }: ClipOptions,
): Promise<SeenClip> {
  let seen: Part = formatFacts(tools.format)
  const soFar = (): SeenClip => ({ ...start, ...seen })
  const tell = (fact: ClipFact | 'format', finished: number) =>
    onProgress?.({ fact, finished, total: wanted.length, seen: soFar() })

  tell('format', 0)
  let finished = 0
  for (const step of CLIP_STEPS) {
    const facts = wanted.filter((fact) => step.facts.includes(fact))
    const [first] = facts
    if (first === undefined) continue
    let told = 0
    const onShare = (share: number) => {
      if (share - told < TOLD_STEP) return
      told = share
      tell(first, finished + share * facts.length)
    }
    seen = join(seen, await attempt(() => step.run(facts, seen, { ...tools, onShare }), facts))
    finished += facts.length
    tell(first, finished)
  }
  return soFar()
}

/** A sound has no pictures to be black, a silent film none to be loud: such facts are not missing. */
function applicable(
  wanted: readonly ClipFact[],
  { video, sounds }: ClipFormat,
): readonly ClipFact[] {
  return CLIP_FACTS.filter((fact) => wanted.includes(fact))
    .filter((fact) => video !== undefined || !VIDEO_FACTS.has(fact))
    .filter((fact) => sounds.length > 0 || !SOUND_FACTS.has(fact))
}

/** What the headers say. `sound` is always there, so that 0 streams can be read. */
function formatFacts({ duration, video, sounds }: ClipFormat): Part {
  const [sound] = sounds
  const length = duration === undefined ? {} : { duration }
  const soundFacts: SoundFacts = { streams: sounds.length, ...(sound && length) }
  if (!video) return { sound: soundFacts, missing: [] }
  const { startsAt, framesPerSecond, ...size } = video
  const videoFacts: VideoFacts = {
    ...length,
    ...size,
    ...(framesPerSecond !== undefined && { framesPerSecond }),
    ...(sound && { soundOffset: sound.startsAt - startsAt }),
  }
  return { video: videoFacts, sound: soundFacts, missing: [] }
}

/** A step that fails in a way nobody foresaw loses its own facts and nothing else. */
async function attempt(run: () => Promise<Part>, facts: readonly ClipFact[]): Promise<Part> {
  try {
    return await run()
  } catch (error) {
    return lost(facts, error instanceof ModelUnavailable ? error.because : FAILED)
  }
}

function allMissing(wanted: readonly ClipFact[], because: Wording): readonly MissingFact[] {
  return ['video', 'sound', ...wanted].map((fact) => ({ fact, because }))
}

const UNREADABLE: Wording = { zh: '文件读不了。', en: 'The file cannot be read.' }
const FAILED: Wording = { zh: '检测时出错。', en: 'Measuring it failed.' }
