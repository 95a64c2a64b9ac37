/**
 * Puts the machine's judgements in the order in which a person works through them.
 *
 * Blocks first, then what a person must judge (which holds everything that could not be
 * determined), then remarks, passes, and what does not apply. Pure; keeps the order within a group.
 */

import type { Outcome, Severity, Wording } from '@fangxing/contract'

export const FINDING_GROUPS = ['blocks', 'person', 'told', 'passes', 'inapplicable'] as const

export type FindingGroup = (typeof FINDING_GROUPS)[number]

interface Judged {
  readonly severity: Severity
  readonly outcome: Outcome
}

const GROUP_OF_VIOLATION: Readonly<Record<Severity, FindingGroup>> = {
  block: 'blocks',
  review: 'person',
  advise: 'told',
}

export function groupOf({ severity, outcome }: Judged): FindingGroup {
  switch (outcome.kind) {
    case 'violation':
      return GROUP_OF_VIOLATION[severity]
    case 'undetermined':
      return 'person'
    case 'pass':
      return 'passes'
    case 'inapplicable':
      return 'inapplicable'
  }
}

export function groupFindings<Item extends Judged>(
  judgements: readonly Item[],
): Readonly<Record<FindingGroup, readonly Item[]>> {
  const groups: Record<FindingGroup, Item[]> = {
    blocks: [],
    person: [],
    told: [],
    passes: [],
    inapplicable: [],
  }
  for (const judgement of judgements) groups[groupOf(judgement)].push(judgement)
  return groups
}

/** Groups that are open when the page opens: what somebody must act on. */
export function isOpenAtFirst(group: FindingGroup): boolean {
  return group === 'blocks' || group === 'person' || group === 'told'
}

/** More of one rule than this says nothing new to a person who looks at the content. */
const MOST_REASONS = 3

/** What was found, or why it could not be told. */
export function reasonsOf(outcome: Outcome): readonly Wording[] {
  switch (outcome.kind) {
    case 'violation':
      return outcome.findings.slice(0, MOST_REASONS).map(({ message }) => message)
    case 'undetermined':
      return [outcome.because]
    default:
      return []
  }
}
