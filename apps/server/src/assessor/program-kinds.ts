/** What rules need to have seen in a program; words of a lexicon and the submission come from elsewhere. */

import type { ObservationKind } from '@fangxing/contract'
import type { Rule } from '@fangxing/policy'
import type { ProgramKind } from './tasks.ts'

export function programKindsOf(rules: readonly Rule[]): readonly ProgramKind[] {
  const needed = rules.flatMap(({ needs }) => needs)
  return [...new Set(needed)].filter(isOfProgram)
}

const SEEN_ELSEWHERE: readonly ObservationKind[] = [
  'cards',
  'clips',
  'links',
  'material',
  'opinions',
  'page',
  'pictures',
  'profile',
  'resemblances',
  'submission',
  'termHits',
  'written',
]

function isOfProgram(kind: ObservationKind): kind is ProgramKind {
  return !SEEN_ELSEWHERE.includes(kind)
}
