/**
 * One video or sound through the pool. What was seen whole is kept by content; what is missing by
 * chance (out of time, no answer) is asked for again.
 */

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { SeenClip } from '@fangxing/contract'
import { CLIP_FACTS, type ClipFact } from '../observe/clip-facts.ts'
import type { ClipInput } from '../observe/observe-clip.ts'
import type { KnownPictures, PictureFact } from '../observe/picture-measure.ts'
import { NO_RECOGNISER } from '../speech/recogniser.ts'
import type { Crew } from './crew.ts'
import type { FactCache } from './fact-cache.ts'
import type { ClipJob, JobProgress } from './jobs.ts'
import { forChild, type PoolUse, withKnown } from './see-picture.ts'

export interface PoolClip extends ClipInput {
  /** The picture that was submitted as the cover. */
  readonly cover?: Uint8Array
}

export interface ClipPoolOptions {
  /** Default: all, `cover` where there is one. */
  readonly wanted?: readonly ClipFact[]
  /** What is asked about each sampled frame. Default: as for a picture. */
  readonly frameFacts?: readonly PictureFact[]
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: JobProgress) => void
}

export async function seeClip(
  crew: Crew,
  cache: FactCache<SeenClip>,
  { bank, usual }: PoolUse,
  { name, source, cover }: PoolClip,
  options: ClipPoolOptions,
): Promise<SeenClip> {
  const wanted = options.wanted ?? CLIP_FACTS.filter((fact) => fact !== 'cover' || cover)
  const frameFacts = options.frameFacts ?? usual
  const sha256 = await hashOf(source)
  const key = keyOf([sha256, wanted, forChild(frameFacts)], cover)
  const before = await cache.find(key)
  if (before) return withKnownFrames({ ...before, name }, frameFacts, bank)
  const job: ClipJob = {
    ...{ kind: 'clip', name, source, wanted, frameFacts: forChild(frameFacts) },
    ...(cover && { cover }),
  }
  const seen = (await crew.run(job, sha256 ?? '', options)) as SeenClip
  if (sha256 !== null && isWhole(seen)) await cache.keep(key, seen)
  return withKnownFrames(seen, frameFacts, bank)
}

/** Null for a file that cannot be read; why is said by the child. */
async function hashOf(source: string | Uint8Array): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    if (typeof source !== 'string') hash.update(source)
    else for await (const chunk of createReadStream(source)) hash.update(chunk)
    return hash.digest('hex')
  } catch {
    return null
  }
}

function keyOf(asked: unknown, cover: Uint8Array | undefined): string {
  const hash = createHash('sha256').update(JSON.stringify(asked))
  if (cover) hash.update(cover)
  return hash.digest('hex')
}

/** Without a recogniser the speech is missing every time, for as long as none is set up. */
function isWhole({ missing, video }: SeenClip): boolean {
  const frames = video?.frames ?? []
  return (
    missing.every(({ because }) => because.en === NO_RECOGNISER.en) &&
    frames.every(({ picture }) => picture.missing.length === 0)
  )
}

function withKnownFrames(
  seen: SeenClip,
  wanted: readonly PictureFact[],
  bank: KnownPictures | undefined,
): SeenClip {
  const { video } = seen
  if (!video?.frames || !wanted.includes('known')) return seen
  const frames = video.frames.map((frame) => ({
    ...frame,
    picture: withKnown(frame.picture, wanted, bank),
  }))
  return { ...seen, video: { ...video, frames } }
}
