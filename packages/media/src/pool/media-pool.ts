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
import { NO_BANK, NO_HASH } from '../observe/known-pictures.ts'
import { LOCAL_FACTS } from '../observe/picture-facts.ts'
import type { KnownPictures, PictureFact, PictureFields } from '../observe/picture-measure.ts'
import type { PictureLimits } from '../picture/decode.ts'
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
  readonly pictureLimits?: PictureLimits
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

export interface MediaPool {
  picture(
    input: { readonly name: string; readonly bytes: Uint8Array },
    options?: PoolOptions<PictureFact>,
  ): Promise<SeenPicture>
  clip(
    input: { readonly name: string; readonly source: string | Uint8Array },
    options?: PoolOptions<string>,
  ): Promise<SeenClip>
  /** Engine and models by name and version: same bytes and same edition, same facts. */
  readonly edition: string
  /** Lets nothing finish: jobs that run or wait settle at once as not seen. */
  close(): Promise<void>
}

export async function startMediaPool(settings: MediaPoolSettings = {}): Promise<MediaPool> {
  const directory = await mkdtemp(join(tmpdir(), 'fangxing-media-'))
  const models = settings.models ?? {}
  const limits = settings.pictureLimits
  const crew = startCrew({
    directory,
    workers: settings.workers ?? Math.min(4, Math.max(1, availableParallelism() - 1)),
    child: { models, ...(limits && { pictureLimits: limits }) },
    seconds: {
      picture: settings.pictureSeconds ?? 60,
      clip: settings.clipSeconds ?? 1800,
    },
  })
  const edition = editionOf(loadModels(models))
  const cache = openFactCache(edition, settings.cacheDirectory)
  return {
    edition,
    picture: (input, options = {}) => seePicture(crew, cache, settings.bank, input, options),
    clip: async ({ name, source }, options = {}) => {
      const job: ClipJob = { kind: 'clip', name, source, wanted: options.wanted ?? null }
      return (await crew.run(job, '', options)) as SeenClip
    },
    async close() {
      await crew.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function seePicture(
  crew: Crew,
  cache: FactCache,
  bank: KnownPictures | undefined,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  options: PoolOptions<PictureFact>,
): Promise<SeenPicture> {
  const wanted = options.wanted ?? [...LOCAL_FACTS, ...(bank ? (['known'] as const) : [])]
  const inChild = wanted.map((fact) => (fact === 'known' ? 'hash' : fact))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const already = await cache.find(sha256)
  const lacking = inChild.filter((fact) => !(fact in already))
  if (already.format && lacking.length === 0) {
    return withKnown({ name, sha256, ...already, missing: [] }, wanted, bank)
  }
  const job: PictureJob = { kind: 'picture', name, bytes, wanted: [...new Set(inChild)], already }
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
