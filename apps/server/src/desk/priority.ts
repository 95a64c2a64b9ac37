/**
 * What comes first at the desk, as a pure function of what a thing is and since when it waits.
 *
 * A thing comes up at its due time (opened + target of its kind), earlier by the hours that its
 * label, an appeal or an expedite are worth. The earliest comes first. So waiting always counts:
 * whatever is light and old overtakes what is grave and new, and nothing waits for ever.
 *
 * Things of one kind and label are moved alike (`shiftMs`), which lets the database find the first
 * among a million by an index.
 */

import { LABELS, type Label, type Wording } from '@fangxing/contract'
import type { DeskItem, DeskKind, DeskShift } from '@fangxing/storage'
import type { DeskPolicy } from './desk-policy.ts'

const HOUR_MS = 3_600_000

const LABEL_NUMBERS = Object.keys(LABELS).map(Number) as Label[]
const NORMAL: Label = 100

/** What releases and materials are: they have no label. */
const WITHOUT_LABEL: readonly DeskKind[] = ['release', 'appeal', 'material']

type Scored = Pick<DeskItem, 'kind' | 'label' | 'isExpedited'>

export interface Reason {
  readonly hours: number
  readonly words: Wording
}

/** Why it comes up when it does, in hours; the sum of them is its shift. */
export function reasonsFor({ kind, label, isExpedited }: Scored, policy: DeskPolicy): Reason[] {
  const byLabel = policy.labelHours[label] ?? 0
  const reasons = [
    { hours: policy.targetHours[kind], words: TARGET },
    { hours: -byLabel, words: LABELS[label] },
    { hours: kind === 'appeal' ? -policy.appealHours : 0, words: APPEAL },
    { hours: isExpedited ? -policy.expeditedHours : 0, words: EXPEDITED },
  ]
  return reasons.filter(({ hours }, nth) => nth === 0 || hours !== 0)
}

const TARGET = { zh: '应在此时限内决定', en: 'to be decided within' }
const APPEAL = { zh: '申诉优先', en: 'an appeal comes first' }
const EXPEDITED = { zh: '已加急', en: 'expedited' }

export function shiftOf(scored: Scored, policy: DeskPolicy): number {
  return reasonsFor(scored, policy).reduce((sum, { hours }) => sum + hours * HOUR_MS, 0)
}

export function dueAtOf({ kind, openedAt }: DeskItem, policy: DeskPolicy): number {
  return openedAt + policy.targetHours[kind] * HOUR_MS
}

export interface Wanted {
  readonly kinds: readonly DeskKind[]
  /** Empty: all. */
  readonly labels: readonly Label[]
  /** Without what is hard to look at: somebody has seen enough today. */
  readonly isMild: boolean
}

/** Every kind and label that is wanted, with its shift. */
export function shiftsFor({ kinds, labels, isMild }: Wanted, policy: DeskPolicy): DeskShift[] {
  const wanted = LABEL_NUMBERS.filter(
    (label) =>
      (labels.length === 0 || labels.includes(label)) && !(isMild && policy.severe.includes(label)),
  )
  return kinds.flatMap((kind) => {
    const hasLabel = !WITHOUT_LABEL.includes(kind)
    const alike = hasLabel ? wanted : labels.length === 0 ? [NORMAL] : []
    return alike.flatMap((label) =>
      (hasLabel ? [false] : [false, true]).map((isExpedited) => ({
        ...{ kind, label, isExpedited },
        shiftMs: shiftOf({ kind, label, isExpedited }, policy),
      })),
    )
  })
}
