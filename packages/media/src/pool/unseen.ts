/**
 * What is answered when a job could not be finished: what was seen until then, and for every other
 * fact the reason why it is absent. Nothing is ever left to hang or to pass unseen.
 */

import type { SeenClip, SeenPicture, Wording } from '@fangxing/contract'
import { CLIP_FACTS } from '../observe/clip-facts.ts'
import type { ClipJob, Job, PictureJob } from './jobs.ts'

export function unseen(
  job: Job,
  sha256: string,
  soFar: SeenPicture | SeenClip | undefined,
  because: Wording,
): SeenPicture | SeenClip {
  if (job.kind === 'picture') return unseenPicture(job, sha256, soFar as SeenPicture, because)
  return unseenClip(job, soFar as SeenClip | undefined, because)
}

function unseenClip(job: ClipJob, soFar: SeenClip | undefined, because: Wording): SeenClip {
  const seen = soFar ?? { name: job.name, sha256: null, missing: [] }
  const told = new Set([
    ...Object.keys({ ...seen, ...seen.video, ...seen.sound }),
    ...seen.missing.map(({ fact }) => fact),
  ])
  const lost = ['video', 'sound', ...(job.wanted ?? CLIP_FACTS)].filter((fact) => !told.has(fact))
  return { ...seen, missing: [...seen.missing, ...lost.map((fact) => ({ fact, because }))] }
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
