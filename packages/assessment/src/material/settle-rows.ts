/**
 * What people have to answer of an audit, and the verdict once they have.
 *
 * A clause is asked when the machine left it open and it can hold the material up. What a person
 * answers takes the place of what the machine said of that clause; a clause that is still open keeps
 * the material with people. In an appeal the clauses that stopped it are asked as well. Pure.
 */

import type { Severity, Verdict } from '@fangxing/contract'
import type { ClauseRow, MaterialAssessment } from './assess-material.ts'
import { isSameOutcome } from './compare-audits.ts'

/** A clause with what a violation of it does. */
export interface WeighedRow extends ClauseRow {
  readonly weight: Severity
}

/** What a person found of one clause. */
export interface RowAnswer {
  readonly clauseId: string
  readonly finding: 'pass' | 'violation' | 'inapplicable'
  /** In the person's words; maybe empty for what passes. */
  readonly remark: string
}

export interface RowsAnswered {
  readonly verdict: Verdict
  /** Clauses that were to be answered and were not. */
  readonly open: readonly string[]
}

const HEAVIEST: readonly Severity[] = ['block', 'review', 'advise']

/** `areClausesOfPeopleAsked`: whether what only people can decide holds the material up. */
export function weighRows(
  { rows, judgements }: MaterialAssessment,
  areClausesOfPeopleAsked: boolean,
): readonly WeighedRow[] {
  const severities = new Map(judgements.map(({ ruleId, severity }) => [ruleId, severity]))
  const outcomes = new Map(judgements.map(({ ruleId, outcome }) => [ruleId, outcome.kind]))
  return rows.map((row) => {
    if (row.decidedBy !== 'rule') {
      return { ...row, weight: areClausesOfPeopleAsked ? 'review' : 'advise' }
    }
    const speaking = row.ruleIds.filter((id) => outcomes.get(id) === row.outcome.kind)
    const weight = HEAVIEST.find((one) => speaking.some((id) => severities.get(id) === one))
    return { ...row, weight: weight ?? 'review' }
  })
}

/** The clauses that wait for a person, in the order of the book. */
export function askedRows(rows: readonly WeighedRow[], isAppeal = false): readonly WeighedRow[] {
  return rows.filter((row) => isAsked(row) || (isAppeal && isBlocking(row)))
}

/** The verdict with the answers of people in the place of what the machine said. */
export function settleRows(
  rows: readonly WeighedRow[],
  answers: readonly RowAnswer[],
): RowsAnswered {
  const byClause = new Map(answers.map((answer) => [answer.clauseId, answer.finding]))
  const isBad = (row: WeighedRow) => {
    const finding = byClause.get(row.clauseId)
    return finding === undefined ? isBlocking(row) : finding === 'violation'
  }
  const open = rows
    .filter((row) => isAsked(row) && !byClause.has(row.clauseId))
    .map(({ clauseId }) => clauseId)
  if (rows.some(isBad)) return { verdict: 'reject', open }
  return { verdict: open.length > 0 ? 'review' : 'pass', open }
}

/** Earlier answers that still hold: to clauses of which the machine says what it said then. */
export function keptAnswers(
  answers: readonly RowAnswer[],
  before: readonly WeighedRow[],
  after: readonly WeighedRow[],
): readonly RowAnswer[] {
  return answers.filter(({ clauseId }) => {
    const was = before.find((row) => row.clauseId === clauseId)
    const is = after.find((row) => row.clauseId === clauseId)
    return was !== undefined && is !== undefined && isSameOutcome(was.outcome, is.outcome)
  })
}

function isAsked({ outcome, weight }: WeighedRow): boolean {
  if (weight === 'advise') return false
  if (outcome.kind === 'undetermined') return true
  return outcome.kind === 'violation' && weight === 'review'
}

function isBlocking({ outcome, weight }: WeighedRow): boolean {
  return outcome.kind === 'violation' && weight === 'block'
}
