/**
 * What is answered when a job could not be finished: what was seen until then, and for every other
 * fact the reason why it is absent. Nothing is ever left to hang or to pass unseen.
 */

import type { MissingFact, SeenClip, SeenPicture, Wording } from '@fangxing/contract'
import type { Job } from './jobs.ts'

export function unseen(
  job: Job,
  sha256: string,
  soFar: SeenPicture | SeenClip | undefined,
  because: Wording,
): SeenPicture | SeenClip {
  const already = job.kind === 'picture' ? job.already : {}
  const seen = { name: job.name, sha256, ...already, missing: [], ...soFar }
  const told = new Set([...namesIn(seen), ...seen.missing.map(({ fact }) => fact)])
  const asked = job.kind === 'picture' ? ['format', ...job.wanted] : job.wanted
  const lost: MissingFact[] = asked
    .filter((fact) => !told.has(fact))
    .map((fact) => ({ fact, because }))
  return { ...seen, missing: [...seen.missing, ...lost] }
}

/** The facts of a clip lie in its video and its sound. */
function namesIn(seen: SeenPicture | SeenClip): readonly string[] {
  const parts = [seen, 'video' in seen && seen.video, 'sound' in seen && seen.sound]
  return parts.flatMap((part) => (part ? Object.keys(part) : []))
}
