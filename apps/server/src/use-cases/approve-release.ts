/**
 * A reviewer says yes. Categories that this app has not filed yet go to the authority in the same
 * step: the notice goes out with the approval, and its time starts the clock.
 */

import { type Actor, filingNeed, type ReleaseEvent } from '@fangxing/release'
import type { Release } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { cause, getRelease } from './cause.ts'
import { currentProfile } from './filing-profile.ts'
import { MACHINE } from './machine.ts'

export interface Approving {
  readonly releaseId: string
  readonly actor: Actor
  /** Of the reviewer's claim. */
  readonly fence: number
  readonly note?: string | undefined
}

export async function approveRelease(ports: Ports, approving: Approving): Promise<Release> {
  const { releaseId, actor, fence, note } = approving
  const at = ports.clock.now()
  const release = await getRelease(ports, releaseId)
  const { files, promised, region, policy } = await whatMustFile(ports, release, at)

  const approved: ReleaseEvent = {
    kind: 'reviewerApproved',
    at,
    actor,
    filing: files,
    fence,
    ...(note === undefined ? {} : { note }),
  }
  const filed: ReleaseEvent = {
    kind: 'filingStarted',
    at,
    actor: MACHINE,
    region,
    categories: files,
    policy,
    promised,
  }
  return cause(ports, release, files.length === 0 ? [approved] : [approved, filed], {
    claim: { userId: actor.id, fence, now: at },
  })
}

async function whatMustFile(ports: Ports, { appid, life }: Release, now: number) {
  const profile = await currentProfile(ports, now)
  const policy = profile.clock
  const submission = life.submissions.at(-1)
  if (submission === undefined) return { files: [], promised: true, region: '', policy }

  const ledger = (await ports.storage.ledger.list(appid)).map(({ category }) => category)
  const { subject } = submission
  const need = filingNeed(submission.categories, ledger, subject, profile)
  return { files: need.files, promised: need.promised, region: subject.region, policy }
}
