/**
 * What is answered when a job could not be finished: what was seen until then, and for every other
 * fact the reason why it is absent. Nothing is ever left to hang or to pass unseen.
 */

import type { MissingFact, SeenClip, SeenPicture, Wording } from '@fangxing/contract'
import type { ClipJob, Job, PictureJob } from './jobs.ts'

/** Facts of a clip as they are named in `missing` when all of them are absent. */
const CLIP_FACTS = ['video', 'sound']

export function unseen(
  job: Job,
  sha256: string,
  soFar: SeenPicture | SeenClip | undefined,
  because: Wording,
): SeenPicture | SeenClip {
  if (job.kind === 'picture') return unseenPicture(job, sha256, soFar as SeenPicture, because)
  return { ...unseenClip(job, because), sha256, ...soFar, missing: missingClip(because) }
}

export function unseenClip({ name }: ClipJob, because: Wording): SeenClip {
  return { name, sha256: null, missing: missingClip(because) }
}

function missingClip(because: Wording): readonly MissingFact[] {
  return CLIP_FACTS.map((fact) => ({ fact, because }))
}

function unseenPicture(
  job: PictureJob,
  sha256: string,
  soFar: SeenPicture | undefined,
  because: Wording,
): SeenPicture {
  const seen = soFar ?? { name: job.name, sha256, ...job.already, missing: [] }
  const told = new Set([...Object.keys(seen), ...seen.missing.map(({ fact }) => fact)])
  const lost = ['format', ...job.wanted].filter((fact) => !told.has(fact))
  return { ...seen, missing: [...seen.missing, ...lost.map((fact) => ({ fact, because }))] }
}
