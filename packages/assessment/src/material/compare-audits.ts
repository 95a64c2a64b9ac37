/**
 * What is different between two audits of one material, clause by clause.
 *
 * A clause is different when its outcome is of another kind, or when it points at other things.
 * Numbers do not count: a page that loads in 812 ms and then in 790 ms is the same page. Clauses that
 * are the same are left out; a clause that one audit does not have is told as such. Pure.
 */

import { describePlace, type Finding, type Outcome } from '@fangxing/contract'
import type { ClauseRow } from './assess-material.ts'

export type AuditedRow = Pick<ClauseRow, 'clauseId' | 'outcome'>

export interface ClauseChange {
  readonly clauseId: string
  /** Null: the audit has no such clause. */
  readonly before: Outcome | null
  readonly after: Outcome | null
  /** `worse`: towards a violation; `other`: the same kind of answer about other things. */
  readonly direction: 'worse' | 'better' | 'other'
}

/** From what passes to what blocks. */
const BADNESS: Readonly<Record<Outcome['kind'], number>> = {
  inapplicable: 0,
  pass: 0,
  undetermined: 1,
  violation: 2,
}

/** In the order of the later audit; clauses that only the earlier one has come last. */
export function compareAudits(
  before: readonly AuditedRow[],
  after: readonly AuditedRow[],
): readonly ClauseChange[] {
  const was = new Map(before.map((row) => [row.clauseId, row.outcome]))
  const is = new Set(after.map(({ clauseId }) => clauseId))
  return [
    ...after.flatMap(({ clauseId, outcome }) =>
      changeOf(clauseId, was.get(clauseId) ?? null, outcome),
    ),
    ...before
      .filter(({ clauseId }) => !is.has(clauseId))
      .flatMap(({ clauseId, outcome }) => changeOf(clauseId, outcome, null)),
  ]
}

/** Whether both say the same of the same things: what a person said of one holds for the other. */
export function isSameOutcome(one: Outcome, other: Outcome): boolean {
  return keyOf(one) === keyOf(other)
}

function changeOf(
  clauseId: string,
  before: Outcome | null,
  after: Outcome | null,
): readonly ClauseChange[] {
  if (before !== null && after !== null && isSameOutcome(before, after)) return []
  const by = badnessOf(after) - badnessOf(before)
  const direction = by > 0 ? 'worse' : by < 0 ? 'better' : 'other'
  return [{ clauseId, before, after, direction }]
}

function badnessOf(outcome: Outcome | null): number {
  return outcome === null ? 0 : BADNESS[outcome.kind]
}

function keyOf(outcome: Outcome): string {
  const findings =
    outcome.kind === 'violation'
      ? outcome.findings
      : outcome.kind === 'undetermined'
        ? (outcome.evidence ?? [])
        : []
  const because = outcome.kind === 'undetermined' ? withoutNumbers(outcome.because.zh) : ''
  return [outcome.kind, because, ...[...new Set(findings.map(keyOfFinding))].sort()].join('\n')
}

function keyOfFinding({ place, message }: Finding): string {
  return `${withoutNumbers(describePlace(place))} ${withoutNumbers(message.zh)}`
}

function withoutNumbers(words: string): string {
  return words.replace(/\d+(?:\.\d+)?/g, '#')
}
