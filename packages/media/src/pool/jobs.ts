/**
 * What the pool and its child processes say to each other, over Node's own channel.
 *
 * Values are cloned, never shared: the bytes go to the child once, facts come back one by one as
 * they are seen, so that a child that dies half-way leaves what it had seen.
 */

import type { SeenClip, SeenPicture } from '@fangxing/contract'
import type { ClipFact } from '../observe/clip-facts.ts'
import type { ClipLimits } from '../observe/observe-clip.ts'
import type { PictureFact, PictureFields } from '../observe/picture-measure.ts'
import type { PictureLimits } from '../picture/decode.ts'
import type { SpeechSettings } from '../speech/speech-settings.ts'
import type { ModelSettings } from './load-models.ts'

export interface PictureJob {
  readonly kind: 'picture'
  readonly name: string
  readonly bytes: Uint8Array
  readonly wanted: readonly PictureFact[]
  /** Facts that are known already, from the cache. */
  readonly already: PictureFields
}

export interface ClipJob {
  readonly kind: 'clip'
  readonly name: string
  /** A file of this machine, or the bytes. */
  readonly source: string | Uint8Array
  readonly wanted: readonly ClipFact[]
  /** What is asked about each frame. */
  readonly frameFacts: readonly PictureFact[]
  readonly cover?: Uint8Array
}

export type Job = PictureJob | ClipJob

/** What every child is started with. */
export interface ChildSettings {
  readonly models: ModelSettings
  readonly pictureLimits?: PictureLimits
  readonly clipLimits?: ClipLimits
  /** Without one `speech` is missing. */
  readonly speech?: SpeechSettings
}

export type ToChild =
  | { readonly kind: 'start'; readonly settings: ChildSettings }
  | { readonly kind: 'job'; readonly job: Job }
  | { readonly kind: 'cancel' }

export interface JobProgress {
  readonly fact: string
  readonly finished: number
  readonly total: number
}

export type FromChild =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'progress'
      readonly progress: JobProgress
      readonly seen: SeenPicture | SeenClip
    }
  | {
      readonly kind: 'seen'
      readonly seen: SeenPicture | SeenClip
      /** Resident memory of the child after the job. */
      readonly megabytes: number
    }
