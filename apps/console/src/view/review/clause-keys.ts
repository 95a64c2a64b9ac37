/**
 * The clauses that a reviewer picks by number: those that the machine found or doubted first, then
 * those that were added by hand. At most nine have a number; the others are picked by typing.
 */

import type { Clause, ExplainedJudgement } from '../../api/types.ts'
import { clauseProposals, findGrounds } from '../notice.ts'

export interface NumberedClause extends Clause {
  /** 1 to 9; null beyond. */
  readonly digit: number | null
  readonly isChosen: boolean
}

const MOST_DIGITS = 9

export function numberClauses(
  judgements: readonly ExplainedJudgement[],
  chosen: readonly string[],
  books: readonly Clause[],
): readonly NumberedClause[] {
  const found = findGrounds(judgements)
    .map(({ clauseId, clauseWords }) => ({ id: clauseId, words: clauseWords }))
    // An old record may name a clause that no book has any more: nobody can decide by it.
    .filter(({ id }) => books.length === 0 || books.some((clause) => clause.id === id))
  const added = books.filter(({ id }) => chosen.includes(id) && !found.some((one) => one.id === id))
  return [...found, ...added].map((clause, index) => ({
    ...clause,
    digit: index < MOST_DIGITS ? index + 1 : null,
    isChosen: chosen.includes(clause.id),
  }))
}

export function toggle(chosen: readonly string[], id: string): readonly string[] {
  return chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]
}

/** What a rejection most likely rests on: what the machine found; else the first that it doubted. */
export function firstChoice(judgements: readonly ExplainedJudgement[]): readonly string[] {
  const blocks = clauseProposals(judgements)
  return blocks.length > 0
    ? blocks
    : findGrounds(judgements)
        .slice(0, 1)
        .map(({ clauseId }) => clauseId)
}
