/**
 * What must hold beyond the table before an event may happen, each refusal with its reason.
 *
 * `standingObstacle` needs only the life, so that a screen can grey a button beforehand;
 * `obstacle` also looks at the event. Both are total and answer null when nothing is in the way.
 */

import type { Wording } from '@fangxing/contract'
import type { EventOf, ReleaseEvent } from './event.ts'
import { dueAtOf, isPaused } from './filing/clock.ts'
import type { Life } from './life.ts'
import { currentSubmission } from './life.ts'
import { REFUSALS } from './refusals.ts'
import type { EventKind } from './table.ts'

type Obstacle = Wording | null

const STANDING: { readonly [Kind in EventKind]?: (life: Life) => Obstacle } = {
  launched: mustFileFirst,
  greyLaunched: mustFileFirst,
  filingStarted: (life) => (owesFiling(life) ? null : REFUSALS.nothingToFile),
  filingPassed: mustBeFiled,
  filingRejected: mustBeFiled,
  contactLogged: (life) => (life.filing === null ? REFUSALS.notFiled : null),
  preLaunched: (life) => (life.filing?.promised ? null : REFUSALS.nothingPromised),
  filingPaused: (life) => (clockStands(life) ? REFUSALS.alreadyPaused : null),
  filingResumed: (life) => (clockStands(life) ? null : REFUSALS.notPaused),
  expedited: (life) => (currentSubmission(life)?.expeditedAt == null ? null : REFUSALS.expedited),
  appealed: (life) => (currentSubmission(life)?.appealedAt == null ? null : REFUSALS.appealedOnce),
  reinstated: mayServeAgain,
  reexaminationStarted: (life) =>
    life.reexaminationSince === null ? null : REFUSALS.alreadyReexamined,
  reexaminationCleared: (life) =>
    life.reexaminationSince === null ? REFUSALS.notReexamined : null,
}

const BY_EVENT: { readonly [Kind in EventKind]?: (life: Life, event: EventOf<Kind>) => Obstacle } =
  {
    submitted: (life, { auditId }) =>
      life.submissions.some((past) => past.auditId === auditId) ? REFUSALS.auditIdUsed : null,
    filingStarted: (life, { categories }) =>
      (currentSubmission(life)?.mustFile ?? []).every((owed) =>
        categories.some(({ first, second }) => owed.first === first && owed.second === second),
      )
        ? null
        : REFUSALS.categoriesLeftOut,
    filingPaused: (life, { reason }) =>
      life.filing?.policy.pausesFor.includes(reason) ? null : REFUSALS.pauseNotInPolicy,
    preLaunched: notDueYet,
    greyLaunched: (life, { percentage }) => percentageObstacle(life, percentage),
    takedownOrdered: (_, { deadlineAt, at }) =>
      deadlineAt > at ? null : REFUSALS.deadlineInThePast,
    takenDown: (life, { actor, at }) =>
      actor.kind === 'machine' && at < (life.takedown?.deadlineAt ?? at)
        ? REFUSALS.deadlineNotReached
        : null,
    reinstated: (life, { actor }) =>
      life.state === 'rectified' && actor.kind === 'machine' ? REFUSALS.needsAPerson : null,
    reviewerApproved: decidedBefore,
    reviewerRejected: decidedBefore,
    appealDismissed: decidedBefore,
    rejectionReversed: decidedBefore,
  }

/** What is in the way whatever the event carries; null when nothing is. */
export function standingObstacle(life: Life, kind: EventKind): Obstacle {
  return STANDING[kind]?.(life) ?? null
}

/** What is in the way of this very event; null when nothing is. */
export function obstacle(life: Life, event: ReleaseEvent): Obstacle {
  const byEvent = BY_EVENT[event.kind] as
    | ((life: Life, event: ReleaseEvent) => Obstacle)
    | undefined
  return standingObstacle(life, event.kind) ?? byEvent?.(life, event) ?? null
}

/** True from an approval that found filing categories until the filing has begun. */
export function owesFiling(life: Life): boolean {
  return life.filing === null && (currentSubmission(life)?.mustFile.length ?? 0) > 0
}

function mustFileFirst(life: Life): Obstacle {
  return owesFiling(life) ? REFUSALS.mustFileFirst : null
}

function mustBeFiled(life: Life): Obstacle {
  return life.filing?.outcome === 'open' ? null : REFUSALS.notFiled
}

function clockStands(life: Life): boolean {
  return life.filing !== null && isPaused(life.filing)
}

function notDueYet(life: Life, { at }: EventOf<'preLaunched'>): Obstacle {
  if (life.filing === null) return REFUSALS.notFiled
  if (isPaused(life.filing)) return REFUSALS.clockStands
  const dueAt = dueAtOf(life.filing)
  return dueAt !== null && at >= dueAt ? null : REFUSALS.notDueYet
}

/** A rolled-back-to version must have served before, and nothing may stand against it. */
function mayServeAgain(life: Life): Obstacle {
  if (life.state !== 'superseded') return null
  if (life.launchedAt === null) return REFUSALS.neverLaunched
  return life.takedown !== null || life.filing?.outcome === 'rejected'
    ? REFUSALS.stoppedBefore
    : null
}

function percentageObstacle(life: Life, percentage: number): Obstacle {
  if (!Number.isInteger(percentage) || percentage < 0 || percentage > 100) {
    return REFUSALS.percentageOutOfRange
  }
  return percentage > (life.greyPercentage ?? -1) ? null : REFUSALS.percentageNotHigher
}

/** Who decided a submission once may not decide it again: not its appeal, nor what follows. */
function decidedBefore(life: Life, { actor }: ReleaseEvent): Obstacle {
  const decisions = currentSubmission(life)?.decisions ?? []
  return decisions.some(({ by }) => by.id === actor.id) ? REFUSALS.decidedBefore : null
}
