/**
 * The shape of a rule book: its clauses as published, and who decides each.
 *
 * A clause is decided by a rule of this package, by a process (the release life: states, clocks,
 * quotas), by a person, or by nothing yet: a gap that the catalogue shows instead of hiding.
 */

import type { Wording } from '@fangxing/contract'

interface ClauseText {
  /** `<book>/<number>`. Published: never renamed, never reused. */
  readonly id: string
  /** The clause's own words in Chinese, kept to the clause; our rendering in English. */
  readonly words: Wording
}

export type Clause = ClauseText &
  (
    | {
        readonly decidedBy: 'rule'
        /** The clause that says the same in more detail, when the rule names that one. */
        readonly through?: string
      }
    | { readonly decidedBy: 'process' | 'person' | 'nothing yet'; readonly because: Wording }
  )

export interface Book {
  readonly id: string
  readonly title: Wording
  /** The date printed in the book, or else the date on which it was read. */
  readonly edition: string
  readonly source: string
  readonly clauses: readonly Clause[]
}

/** Writes the clauses of one book, so that a clause is one call with its number and words. */
export function clausesOf(book: string): {
  readonly byRule: (number: string, words: Wording) => Clause
  readonly byRuleOf: (number: string, words: Wording, through: string) => Clause
  readonly byProcess: (number: string, words: Wording, because: Wording) => Clause
  readonly byPerson: (number: string, words: Wording, because: Wording) => Clause
} {
  const id = (number: string) => `${book}/${number}`
  return {
    byRule: (number, words) => ({ id: id(number), words, decidedBy: 'rule' }),
    byRuleOf: (number, words, through) => ({ id: id(number), words, decidedBy: 'rule', through }),
    byProcess: (number, words, because) => ({
      id: id(number),
      words,
      decidedBy: 'process',
      because,
    }),
    byPerson: (number, words, because) => ({ id: id(number), words, decidedBy: 'person', because }),
  }
}
