/** Starting a trial, ending it, and making its candidate live. */

import { AppError } from '@fangxing/contract'
import type { Trial } from '@fangxing/storage'
import { type Author, changeLexicon } from '../lexicon/change-lexicon.ts'
import type { Ports } from '../ports.ts'
import type { Candidate } from './candidate.ts'
import { publishPolicy } from './publish-policy.ts'

/** Throws TRIAL_RUNS while another one does; REQUEST_MALFORMED for a candidate that changes nothing. */
export async function startTrial(
  ports: Ports,
  candidate: Candidate,
  { by, note }: Author,
): Promise<Trial> {
  if (candidate.policy === null && candidate.add.length + candidate.remove.length === 0) {
    throw new AppError('REQUEST_MALFORMED', { fields: ['candidate: it changes nothing'] })
  }
  const startedAt = ports.clock.now()
  const trial = await ports.storage.trials.start({ candidate, note, startedBy: by, startedAt })
  await ports.trials.refresh(ports)
  return trial
}

export async function endTrial(ports: Ports, trialId: string, by: string): Promise<Trial> {
  return end(ports, trialId, by, false)
}

/** Policy and terms are editions of their own: each can be gone back from. */
export async function publishTrial(ports: Ports, trialId: string, given: Author): Promise<Trial> {
  const found = await ports.storage.trials.find(trialId)
  if (found === null || found.endedAt !== null) throw new AppError('TRIAL_NOT_FOUND', { trialId })
  const { policy, add, remove } = found.candidate as Candidate
  // Why it was tried is why it is published, unless somebody says otherwise.
  const author = { by: given.by, note: given.note ?? found.note }
  if (policy !== null) await publishPolicy(ports, policy, author)
  if (add.length + remove.length > 0) await changeLexicon(ports, { add, remove }, author)
  return end(ports, trialId, author.by, true)
}

async function end(ports: Ports, trialId: string, by: string, published: boolean): Promise<Trial> {
  await ports.trials.refresh(ports)
  const at = ports.clock.now()
  const ended = await ports.storage.trials.end(trialId, { by, at, published })
  if (ended === null) throw new AppError('TRIAL_NOT_FOUND', { trialId })
  await ports.trials.refresh(ports)
  return ended
}
