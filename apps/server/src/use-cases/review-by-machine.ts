/**
 * The machine's look at a submission: engines and rules over the uploaded package.
 *
 * Run by a job, perhaps more than once: a submission that was withdrawn or reviewed meanwhile is
 * passed over. A rejection names its clauses and the categories to add. A package that the engines
 * cannot take after all, or that ended the process which read it, goes to a person with the reason;
 * it is never let through, never stuck and not tried again.
 */

import { AppError, type Category, type Judgement } from '@fangxing/contract'
import type { ReleaseEvent, Submission } from '@fangxing/release'
import type { Release } from '@fangxing/storage'
import { AssessorClosed } from '../assessor/index.ts'
import type { Ports } from '../ports.ts'
import { assessRelease, type MachineReview } from './assess-release.ts'
import { cause } from './cause.ts'
import { describeRejection } from './describe-rejection.ts'
import { currentProfile } from './filing-profile.ts'
import { MACHINE } from './machine.ts'
import { missingCategories } from './missing-categories.ts'

export async function reviewByMachine(
  ports: Ports,
  { releaseId, auditId }: { releaseId: string; auditId: number },
): Promise<void> {
  const release = await ports.storage.releases.find(releaseId)
  const submission = release?.life.submissions.at(-1)
  if (release?.life.state !== 'machineReview' || submission?.auditId !== auditId) return

  const review = await assess(ports, release, submission)
  const at = ports.clock.now()
  const missing = missingCategories(
    review.assessment.judgements,
    submission,
    await currentProfile(ports, at),
  )
  try {
    await cause(ports, release, [toEvent(review, missing, at)], {
      assessment: { auditId, ...review },
    })
  } catch (error) {
    if (error instanceof AppError && error.code === 'CONCURRENT_CHANGE') return
    throw error
  }
}

async function assess(
  ports: Ports,
  release: Release,
  submission: Submission,
): Promise<MachineReview> {
  try {
    return await assessRelease(ports, release, submission)
  } catch (error) {
    // This server stops: the job comes back.
    if (error instanceof AssessorClosed) throw error
    ports.log(`error MACHINE_REVIEW releaseId=${release.id} ${String(error)}`)
    const { code, details } = error instanceof AppError ? error : new AppError('INTERNAL')
    return {
      assessment: { verdict: 'review', judgements: [], edition: 'none' },
      summary: { because: code, details },
    }
  }
}

function toEvent(
  { assessment }: MachineReview,
  missing: readonly Category[],
  at: number,
): ReleaseEvent {
  const { verdict, edition, judgements } = assessment
  if (verdict !== 'reject') {
    return { kind: 'machinePassed', at, actor: MACHINE, verdict, edition }
  }
  const held = judgements.filter(isHeldAgainst)
  return {
    kind: 'machineRejected',
    at,
    actor: MACHINE,
    edition,
    clauses: [...new Set(held.map(({ clauseId }) => clauseId))],
    note: describeRejection(held),
    ...(missing.length === 0 ? {} : { missingCategories: missing }),
  }
}

function isHeldAgainst({ severity, outcome }: Judgement): boolean {
  return severity === 'block' && outcome.kind === 'violation'
}
