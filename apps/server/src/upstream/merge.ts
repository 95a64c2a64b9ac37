/**
 * Our answer and another checker's, made one by the policy of the app. Pure.
 *
 * Whether to ask at all is decided first, so that no quota goes on what could not matter.
 */

import type { Label } from '@fangxing/contract'
import type { CheckSuggestion, DownPolicy, MergePolicy } from '@fangxing/storage'

export interface Opinion {
  readonly suggest: CheckSuggestion
  readonly label: Label
}

const GRAVITY: Readonly<Record<CheckSuggestion, number>> = { pass: 0, review: 1, risky: 2 }

/** What nobody looked at in time is no kind of content. */
const OTHER: Label = 21000

export function shouldAsk(policy: MergePolicy, { suggest }: Opinion): boolean {
  switch (policy) {
    case 'strictest':
      // Nothing is worse than risky.
      return suggest !== 'risky'
    case 'local-first':
      return suggest === 'review'
    case 'shadow':
      return true
  }
}

/** Every n-th of many, and always the same ones: by the random part of the check's id. */
export function isInShadow(percent: number, checkId: string): boolean {
  return Number.parseInt(checkId.slice(-4), 16) % 100 < percent
}

export function mergeAnswered(policy: MergePolicy, ours: Opinion, theirs: Opinion): Opinion {
  switch (policy) {
    case 'strictest':
      return GRAVITY[theirs.suggest] > GRAVITY[ours.suggest] ? toOpinion(theirs) : ours
    case 'local-first':
      return toOpinion(theirs)
    case 'shadow':
      return ours
  }
}

function toOpinion({ suggest, label }: Opinion): Opinion {
  return { suggest, label }
}

export function mergeDown(merge: MergePolicy, whenDown: DownPolicy, ours: Opinion): Opinion {
  if (merge === 'shadow' || whenDown === 'fail-open') return ours
  const least: CheckSuggestion = whenDown === 'fail-review' ? 'review' : 'risky'
  if (GRAVITY[ours.suggest] >= GRAVITY[least]) return ours
  return { suggest: least, label: ours.suggest === 'pass' ? OTHER : ours.label }
}
