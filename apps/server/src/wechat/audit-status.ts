/**
 * A submission as WeChat's audit status: 0 passed, 1 rejected, 2 in review, 3 withdrawn, 4 delayed.
 *
 * WeChat has no field for filing, so a filing shows as 2 there and is told in fields of our own.
 * An older submission keeps the answer it ended with. Times are Unix seconds, as WeChat's are.
 */

import type { Filing, State, Submission } from '@fangxing/release'
import type { Release } from '@fangxing/storage'
import { toAuditReason, toHtml } from './audit-reason.ts'

const PASSED = 0
const REJECTED = 1
const IN_REVIEW = 2
const WITHDRAWN = 3
const DELAYED = 4

const STATUS: Readonly<Record<State, number>> = {
  draft: IN_REVIEW,
  machineReview: IN_REVIEW,
  humanReview: IN_REVIEW,
  delayed: DELAYED,
  rejected: REJECTED,
  appealed: IN_REVIEW,
  withdrawn: WITHDRAWN,
  filing: IN_REVIEW,
  materialRequested: IN_REVIEW,
  filingRejected: REJECTED,
  approved: PASSED,
  preLaunch: PASSED,
  greyLaunch: PASSED,
  launched: PASSED,
  takedownOrdered: PASSED,
  takenDown: PASSED,
  rectified: PASSED,
  superseded: PASSED,
  rolledBack: PASSED,
}

export function toAuditStatus(release: Release, auditId: number, delayNote: string): object {
  const { submissions } = release.life
  const index = submissions.findIndex((submission) => submission.auditId === auditId)
  const submission = submissions[index]
  if (submission === undefined) throw new Error(`release ${release.id} has no audit ${auditId}`)
  if (index < submissions.length - 1) return toEnded(submission)

  const status = STATUS[release.life.state]
  return {
    status,
    reason: toReason(status, release, submission, delayNote),
    screenshot: '',
    ...toFilingFields(release),
  }
}

/** A later submission of the same release exists, so this one was withdrawn or rejected. */
function toEnded(submission: Submission): object {
  const status = submission.withdrawnAt === null ? REJECTED : WITHDRAWN
  return { status, reason: status === REJECTED ? lastReason(submission) : '', screenshot: '' }
}

function toReason(
  status: number,
  { life }: Release,
  submission: Submission,
  delayNote: string,
): string {
  if (status === DELAYED) return toHtml(delayNote)
  if (status !== REJECTED) return ''
  if (life.state !== 'filingRejected') return lastReason(submission)
  return toAuditReason(life.filing?.note ?? '', life.filing?.clauses ?? [])
}

function lastReason({ decisions }: Submission): string {
  const last = decisions.findLast(({ kind }) => kind === 'rejected')
  return toAuditReason(last?.note ?? '', last?.clauses ?? [])
}

function toFilingFields({ life: { filing }, filingDueAt }: Release): object {
  if (filing === null) return {}
  return {
    filing_state: toFilingState(filing),
    filing_notice_at: toSeconds(filing.noticeAt),
    filing_due_at: filingDueAt === null ? null : toSeconds(filingDueAt),
  }
}

/** `filing`, `pre_launch`, `passed`, `rejected` or `aborted`. */
function toFilingState({ outcome, preLaunchedAt }: Filing): string {
  if (outcome !== 'open') return outcome
  return preLaunchedAt === null ? 'filing' : 'pre_launch'
}

export function toSeconds(at: number): number {
  return Math.floor(at / 1000)
}
