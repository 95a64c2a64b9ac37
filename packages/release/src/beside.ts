/**
 * What the other releases of the same app say about launching, staging and rolling back this one.
 *
 * A life knows only itself; these rules need its siblings. Each answers null when nothing is in the
 * way. The caller asks them within the transaction that appends the event.
 *
 * Source: the platform's pages of release, gray release and roll-back (85079, 87011, 87012).
 */

import type { Wording } from '@fangxing/contract'
import type { Life } from './life.ts'
import { currentSubmission } from './life.ts'
import { standingObstacle } from './obstacles.ts'
import { REFUSALS } from './refusals.ts'

/** An order to take the app down also stops what was handed in before the order. */
export function launchObstacle(life: Life, others: readonly Life[]): Wording | null {
  const submittedAt = currentSubmission(life)?.submittedAt ?? life.createdAt
  const ordered = others.some(({ state, takedown }) => {
    const stands = state === 'takedownOrdered' || state === 'takenDown' || state === 'rectified'
    return stands && takedown !== null && submittedAt < takedown.orderedAt
  })
  return ordered ? REFUSALS.submittedBeforeTheOrder : null
}

/** A staged launch needs a version to stand beside, and only one runs at a time. */
export function greyLaunchObstacle(life: Life, others: readonly Life[]): Wording | null {
  if (!others.some(({ state }) => state === 'launched')) return REFUSALS.nothingToStandBeside
  if (others.some(({ state }) => state === 'greyLaunch')) return REFUSALS.anotherIsStaged
  return launchObstacle(life, others)
}

/** How many versions back one may go. */
export const ROLL_BACK_DEPTH = 5

/** Who goes back once cannot go back again, and nobody goes back while a version is being staged. */
export function rollBackObstacle(life: Life, others: readonly Life[]): Wording | null {
  if (others.some(({ state }) => state === 'greyLaunch')) return REFUSALS.anotherIsStaged
  const isGoneBackTo = others.some(
    (other) => other.state === 'rolledBack' && servedBefore(life, other),
  )
  if (isGoneBackTo) return REFUSALS.rolledBackOnce
  const siblings = others.map((other) => ({ life: other }))
  return rollBackTargets(life, siblings).length === 0 ? REFUSALS.nothingToGoBackTo : null
}

/** The versions one may go back to, the one that served last first. */
export function rollBackTargets<Sibling extends { readonly life: Life }>(
  life: Life,
  others: readonly Sibling[],
): readonly Sibling[] {
  return others
    .filter((other) => other.life.state === 'superseded' && servedBefore(other.life, life))
    .filter((other) => standingObstacle(other.life, 'reinstated') === null)
    .sort((one, other) => (other.life.launchedAt ?? 0) - (one.life.launchedAt ?? 0))
    .slice(0, ROLL_BACK_DEPTH)
}

function servedBefore(one: Life, other: Life): boolean {
  return one.launchedAt !== null && other.launchedAt !== null && one.launchedAt <= other.launchedAt
}
