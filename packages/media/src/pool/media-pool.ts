/**
 * Pictures, videos and sounds observed in child processes, a few at a time.
 *
 * A job always settles, with a `SeenPicture` or a `SeenClip`: when its child dies, stalls or is
 * cancelled, with what was seen until then and a reason for the rest. The next job gets a fresh
 * child. What was seen of a picture is kept by content, so the same bytes are measured once.
 * Everything that children write lies in one temporary folder, which `close` removes.
 */

import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SeenClip, SeenPicture } from '@fangxing/contract'
import type { ClipFact } from '../observe/clip-facts.ts'
import { NO_BANK, NO_HASH } from '../observe/known-pictures.ts'
import type { ClipLimits } from '../observe/observe-clip.ts'
import { LOCAL_FACTS } from '../observe/picture-facts.ts'
import type { KnownPictures, PictureFact, PictureFields } from '../observe/picture-measure.ts'
import type { PictureLimits } from '../picture/decode.ts'
import { openRecogniser } from '../speech/open-recogniser.ts'
import type { SpeechSettings } from '../speech/speech-settings.ts'
import { type Crew, startCrew } from './crew.ts'
import { type FactCache, openFactCache } from './fact-cache.ts'
import type { ClipJob, JobProgress, PictureJob } from './jobs.ts'
import { editionOf, loadModels, type ModelSettings } from './load-models.ts'

export interface MediaPoolSettings {
  /** Child processes. Default: the cores but one, at most 4. Each holds the models, about 0.5 GB. */
  readonly workers?: number
  readonly models?: ModelSettings
  /** Asked in this process, so that a large bank is held once. */
  readonly bank?: KnownPictures
  /** Without one, what is said in a clip is missing. */
  readonly speech?: SpeechSettings
  readonly pictureLimits?: PictureLimits
  readonly clipLimits?: ClipLimits
  /** After this a picture's remaining facts are missing. Default 60. */
  readonly pictureSeconds?: number
  /** Default 1800. */
  readonly clipSeconds?: number
  /** Keeps facts across restarts. Default: memory only. */
  readonly cacheDirectory?: string
}

export interface PoolOptions<Fact> {
  readonly wanted?: readonly Fact[]
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: JobProgress) => void
}

export interface PoolClip {
  readonly name: string
  /** A file of this machine, or the bytes. */
  readonly source: string | Uint8Array
  /** The picture that was submitted as its cover. */
  readonly cover?: Uint8Array
}

export interface ClipPoolOptions extends PoolOptions<ClipFact> {
  /** How each frame is looked at. Default: as a picture is. */
  readonly frameFacts?: readonly PictureFact[]
}

export interface MediaPool {
  picture(
    input: { readonly name: string; readonly bytes: Uint8Array },
    options?: PoolOptions<PictureFact>,
  ): Promise<SeenPicture>
  clip(input: PoolClip, options?: ClipPoolOptions): Promise<SeenClip>
  /** Engine and models by name and version: same bytes and same edition, same facts. */
  readonly edition: string
  /** Lets nothing finish: jobs that run or wait settle at once as not seen. */
  close(): Promise<void>
}

export async function startMediaPool(settings: MediaPoolSettings = {}): Promise<MediaPool> {
  const directory = await mkdtemp(join(tmpdir(), 'fangxing-media-'))
  const models = settings.models ?? {}
  const crew = startCrew({
    directory,
    workers: settings.workers ?? Math.min(4, Math.max(1, availableParallelism() - 1)),
    child: childSettings(settings),
    seconds: {
      picture: settings.pictureSeconds ?? 60,
      clip: settings.clipSeconds ?? 1800,
    },
  })
  const pictureEdition = editionOf(loadModels(models))
  const heardBy = settings.speech ? `+${openRecogniser(settings.speech).edition}` : ''
  const edition = `${pictureEdition}${heardBy}`
  const cache = openFactCache(pictureEdition, settings.cacheDirectory)
  return {
    edition,
    picture: (input, options = {}) => seePicture(crew, cache, settings.bank, input, options),
    clip: (input, options = {}) => seeClip(crew, settings.bank, input, options),
    async close() {
      await crew.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

function childSettings({ models, pictureLimits, clipLimits, speech }: MediaPoolSettings) {
  return {
    models: models ?? {},
    ...(pictureLimits && { pictureLimits }),
    ...(clipLimits && { clipLimits }),
    ...(speech && { speech }),
  }
}

/** The frames come back hashed; which of them are known is asked here, where the bank is. */
async function seeClip(
  crew: Crew,
  bank: KnownPictures | undefined,
  { name, source, cover }: PoolClip,
  options: ClipPoolOptions,
): Promise<SeenClip> {
  const frameFacts = options.frameFacts ?? defaultFacts(bank)
  const job: ClipJob = {
    kind: 'clip',
    name,
    source,
    wanted: options.wanted ?? null,
    frameFacts: hashedFor(frameFacts),
    ...(cover && { cover }),
  }
  const seen = (await crew.run(job, '', options)) as SeenClip
  const frames = seen.video?.frames?.map(({ at, picture }) => ({
    at,
    picture: withKnown(picture, frameFacts, bank),
  }))
  return frames ? { ...seen, video: { ...seen.video, frames } } : seen
}

function defaultFacts(bank: KnownPictures | undefined): readonly PictureFact[] {
  return [...LOCAL_FACTS, ...(bank ? (['known'] as const) : [])]
}

/** What a child is asked instead of `known`. */
function hashedFor(wanted: readonly PictureFact[]): readonly PictureFact[] {
  return [...new Set(wanted.map((fact) => (fact === 'known' ? 'hash' : fact)))]
}

async function seePicture(
  crew: Crew,
  cache: FactCache,
  bank: KnownPictures | undefined,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  options: PoolOptions<PictureFact>,
): Promise<SeenPicture> {
  const wanted = options.wanted ?? defaultFacts(bank)
  const inChild = hashedFor(wanted)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const already = await cache.find(sha256)
  const lacking = inChild.filter((fact) => !(fact in already))
  if (already.format && lacking.length === 0) {
    return withKnown({ name, sha256, ...already, missing: [] }, wanted, bank)
  }
  const job: PictureJob = { kind: 'picture', name, bytes, wanted: inChild, already }
  const seen = (await crew.run(job, sha256, options)) as SeenPicture
  const fields = fieldsOf(seen)
  if (fields.format) await cache.keep(sha256, fields)
  return withKnown(seen, wanted, bank)
}

function fieldsOf({ name: _, sha256: __, missing: ___, ...fields }: SeenPicture): PictureFields {
  return fields
}

function withKnown(
  seen: SeenPicture,
  wanted: readonly PictureFact[],
  bank: KnownPictures | undefined,
): SeenPicture {
  if (!wanted.includes('known')) return seen
  if (bank && seen.hash) return { ...seen, known: bank.find(seen.hash) }
  const because = bank ? NO_HASH : NO_BANK
  return { ...seen, missing: [...seen.missing, { fact: 'known', because }] }
}
