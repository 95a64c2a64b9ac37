/**
 * How good decisions are, of all and of each person: agreement of second looks (also by clause),
 * golden tasks, rejections that an appeal overturned, and time.
 *
 * Pure: votes and answered appeals in, figures out. A person's agreement counts where they were
 * one of two who looked; what a lead said afterwards counts against whoever it was not.
 */

import type { AppealAnswer, VoteRow } from '@fangxing/storage'
import { type Kappa, kappaOf, medianOf, type Share, shareOf } from './agreement.ts'

export interface Quality {
  readonly decisions: number
  /** Of decisions that two people made, how many were the same. */
  readonly agreement: Share
  readonly kappa: Kappa
  readonly golden: Share
  /** Of those that a lead ended, how many the person had right. */
  readonly upheldByLead: Share
  /** Of rejections of versions that were appealed. */
  readonly overturned: Share
  /** Half of all decisions took less; null when no time was told. */
  readonly medianMs: number | null
}

export interface ClauseQuality {
  readonly clause: string
  readonly agreement: Share
  readonly kappa: Kappa
}

export interface QualityReport {
  readonly all: Quality
  readonly people: readonly (Quality & { readonly userId: string; readonly name: string })[]
  readonly clauses: readonly ClauseQuality[]
}

interface Pair {
  readonly first: VoteRow
  readonly second: VoteRow
  readonly lead: VoteRow | null
}

export function reportQuality(
  votes: readonly VoteRow[],
  appeals: readonly AppealAnswer[],
): QualityReport {
  const pairs = findPairs(votes)
  const names = new Map([
    ...appeals.map(({ userId, userName }) => [userId, userName] as const),
    ...votes.map(({ userId, userName }) => [userId, userName] as const),
  ])
  const people = [...names].map(([userId, name]) => ({
    ...{ userId, name },
    ...judge(
      votes.filter((one) => one.userId === userId),
      pairs.filter(({ first, second }) => [first.userId, second.userId].includes(userId)),
      appeals.filter((one) => one.userId === userId),
      userId,
    ),
  }))
  people.sort((one, other) => other.decisions - one.decisions || (one.name < other.name ? -1 : 1))
  return { all: judge(votes, pairs, appeals, null), people, clauses: byClause(pairs) }
}

function findPairs(votes: readonly VoteRow[]): readonly Pair[] {
  const of = (purpose: VoteRow['purpose']) =>
    new Map(votes.filter((one) => one.purpose === purpose).map((one) => [one.subject, one]))
  const [firsts, leads] = [of('first'), of('lead')]
  return [...of('second').values()].flatMap((second) => {
    const first = firsts.get(second.subject)
    return first ? [{ first, second, lead: leads.get(second.subject) ?? null }] : []
  })
}

function judge(
  votes: readonly VoteRow[],
  pairs: readonly Pair[],
  appeals: readonly AppealAnswer[],
  userId: string | null,
): Quality {
  const golden = votes.filter(({ right }) => right !== null)
  const ended = pairs.flatMap(({ first, second, lead }) =>
    lead ? [first, second].map((one) => ({ one, lead })) : [],
  )
  const own = ended.filter(({ one }) => userId === null || one.userId === userId)
  const answers = pairs.map(({ first, second }) => [answerOf(first), answerOf(second)] as const)
  return {
    decisions: votes.length,
    agreement: shareOf(answers.filter(([one, other]) => one === other).length, pairs.length),
    kappa: kappaOf(answers),
    golden: shareOf(golden.filter((one) => isRight(one)).length, golden.length),
    upheldByLead: shareOf(
      own.filter(({ one, lead }) => answerOf(one) === answerOf(lead)).length,
      own.length,
    ),
    overturned: shareOf(appeals.filter(({ isOverturned }) => isOverturned).length, appeals.length),
    medianMs: medianOf(votes.flatMap(({ spentMs }) => (spentMs === null ? [] : [spentMs]))),
  }
}

function answerOf({ verdict, label }: Pick<VoteRow, 'verdict' | 'label'>): string {
  return `${verdict} ${label}`
}

function isRight(one: VoteRow): boolean {
  return one.right !== null && answerOf(one) === answerOf(one.right)
}

/** Whether both named the clause, over all pairs in which somebody did. */
function byClause(pairs: readonly Pair[]): readonly ClauseQuality[] {
  const named = [
    ...new Set(pairs.flatMap(({ first, second }) => [...first.clauses, ...second.clauses])),
  ]
  return named.sort().map((clause) => {
    const answers = pairs.map(
      ({ first, second }) =>
        [String(first.clauses.includes(clause)), String(second.clauses.includes(clause))] as const,
    )
    const concerned = answers.filter((pair) => pair.includes('true'))
    return {
      clause,
      agreement: shareOf(
        concerned.filter(([one, other]) => one === other).length,
        concerned.length,
      ),
      kappa: kappaOf(answers),
    }
  })
}
