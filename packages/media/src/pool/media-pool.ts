/**
 * Pictures, videos and sounds observed in child processes, a few at a time.
 *
 * A job always settles, with a `SeenPicture` or a `SeenClip`: when its child dies, stalls or is
 * cancelled, with what was seen until then and a reason for the rest. The next job gets a fresh
 * child. What was seen of a picture is kept by content, so the same bytes are measured once.
 * Everything that children write lies in one temporary folder, which `close` removes.
 */

import { rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import type { SeenClip, SeenPicture } from '@fangxing/contract'
import type { ClipLimits } from '../observe/observe-clip.ts'
import type { PictureInput } from '../observe/observe-picture.ts'
import type { KnownPictures, PictureFields } from '../observe/picture-measure.ts'
import type { PictureLimits } from '../picture/decode.ts'
import { openRecogniser } from '../speech/open-recogniser.ts'
import type { SpeechSettings } from '../speech/speech-settings.ts'
import { startCrew } from './crew.ts'
import { dropOtherEditions, openFactCache } from './fact-cache.ts'
import type { ChildSettings } from './jobs.ts'
import { editionOf, loadModels, type ModelSettings } from './load-models.ts'
import { openPoolFolder } from './pool-folder.ts'
import { type ClipPoolOptions, type PoolClip, seeClip } from './see-clip.ts'
import { type PicturePoolOptions, seePicture, usualFacts } from './see-picture.ts'

export interface MediaPoolSettings {
  /**
   * Child processes, started when they are needed. Default: the cores but one, at least 2 and at most
   * 4: clips take all but one, so that pictures need not wait for them. Each holds the models, up to
   * 0.8 GB.
   */
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
  /** Keeps facts across restarts; those of other editions are deleted. Default: memory only. */
  readonly cacheDirectory?: string
}

export interface MediaPool {
  picture(input: PictureInput, options?: PicturePoolOptions): Promise<SeenPicture>
  clip(input: PoolClip, options?: ClipPoolOptions): Promise<SeenClip>
  /** Engine and models by name and version: same bytes and same edition, same facts. */
  readonly edition: string
  /** Waits for nothing: jobs that run or wait settle at once as cancelled. */
  close(): Promise<void>
}

export async function startMediaPool(settings: MediaPoolSettings = {}): Promise<MediaPool> {
  const { models = {}, speech, bank, cacheDirectory } = settings
  const directory = await openPoolFolder()
  const crew = startCrew({
    directory,
    workers: settings.workers ?? Math.min(4, Math.max(2, availableParallelism() - 1)),
    child: childSettings(settings),
    seconds: { picture: settings.pictureSeconds ?? 60, clip: settings.clipSeconds ?? 1800 },
  })
  const use = { bank, usual: usualFacts(bank, models.vision !== undefined) }
  const edition = editionOf(loadModels(models), speech && openRecogniser(speech))
  const clipEdition = `clips ${edition} ${JSON.stringify(settings.clipLimits ?? {})}`
  if (cacheDirectory !== undefined) await dropOtherEditions(cacheDirectory, [edition, clipEdition])
  const pictures = openFactCache<PictureFields>(edition, cacheDirectory)
  const clips = openFactCache<SeenClip>(clipEdition, cacheDirectory)
  return {
    edition,
    picture: (input, options = {}) => seePicture(crew, pictures, use, input, options),
    clip: (input, options = {}) => seeClip(crew, clips, use, input, options),
    async close() {
      await crew.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

function childSettings(settings: MediaPoolSettings): ChildSettings {
  const { models = {}, speech, pictureLimits, clipLimits } = settings
  return {
    models,
    ...(speech && { speech }),
    ...(pictureLimits && { pictureLimits }),
    ...(clipLimits && { clipLimits }),
  }
}
