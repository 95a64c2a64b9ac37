/**
 * One picture through the pool: from the cache what was seen before, from a child what was not.
 *
 * The bank of known pictures is asked in this process: it may be large, and it changes more often
 * than the engine, so what it answers is never kept.
 */

import { createHash } from 'node:crypto'
import type { SeenPicture } from '@fangxing/contract'
import { NO_BANK, NO_HASH } from '../observe/known-pictures.ts'
import type { PictureInput } from '../observe/observe-picture.ts'
import { LOCAL_FACTS } from '../observe/picture-facts.ts'
import type { KnownPictures, PictureFact, PictureFields } from '../observe/picture-measure.ts'
import type { Crew } from './crew.ts'
import type { FactCache } from './fact-cache.ts'
import type { JobProgress, PictureJob } from './jobs.ts'

export interface PicturePoolOptions {
  /** Default: all facts but `known` without a bank and `answers` without a vision endpoint. */
  readonly wanted?: readonly PictureFact[]
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: JobProgress) => void
}

/** What a pool was started with that is used outside of its children. */
export interface PoolUse {
  readonly bank: KnownPictures | undefined
  /** What is asked for when a caller names nothing. */
  readonly usual: readonly PictureFact[]
}

export async function seePicture(
  crew: Crew,
  cache: FactCache<PictureFields>,
  { bank, usual }: PoolUse,
  { name, bytes }: PictureInput,
  options: PicturePoolOptions,
): Promise<SeenPicture> {
  const wanted = options.wanted ?? usual
  const inChild = forChild(wanted)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const already = (await cache.find(sha256)) ?? {}
  if (already.format && inChild.every((fact) => fact in already)) {
    return withKnown(pick({ name, sha256, ...already, missing: [] }, wanted), wanted, bank)
  }
  const job: PictureJob = { kind: 'picture', name, bytes, wanted: inChild, already }
  const seen = (await crew.run(job, sha256, options)) as SeenPicture
  const { name: _, sha256: __, missing: ___, ...fields } = seen
  if (fields.format) await cache.keep(sha256, fields)
  return withKnown(pick(seen, wanted), wanted, bank)
}

/** All that this machine can tell by itself, and what the operator set up. */
export function usualFacts(bank: KnownPictures | undefined, hasVision: boolean) {
  const added: readonly PictureFact[] = [
    ...(bank ? ['known' as const] : []),
    ...(hasVision ? ['answers' as const] : []),
  ]
  return [...LOCAL_FACTS, ...added]
}

/** A child has no bank: it is asked for the hash. */
export function forChild(wanted: readonly PictureFact[]): readonly PictureFact[] {
  return [...new Set(wanted.map((fact) => (fact === 'known' ? 'hash' : fact)))]
}

export function withKnown(
  seen: SeenPicture,
  wanted: readonly PictureFact[],
  bank: KnownPictures | undefined,
): SeenPicture {
  if (!wanted.includes('known')) return seen
  if (bank && seen.hash) return { ...seen, known: bank.find(seen.hash) }
  const because = bank ? NO_HASH : NO_BANK
  return { ...seen, missing: [...seen.missing, { fact: 'known', because }] }
}

/** Without what another caller once asked for: the answer does not depend on who asked before. */
function pick(seen: SeenPicture, wanted: readonly PictureFact[]): SeenPicture {
  const asked = new Set<string>([...wanted, 'name', 'sha256', 'format', 'missing'])
  if (wanted.includes('known')) asked.add('hash')
  return Object.fromEntries(
    Object.entries(seen).filter(([field]) => asked.has(field)),
  ) as unknown as SeenPicture
}
