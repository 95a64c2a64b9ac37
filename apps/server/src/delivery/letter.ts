/**
 * The letter of a notice: what happened, why, what to do, by when, with each clause in its words.
 *
 * Written when the event happens and kept as it was: a later edition of a rule book does not change
 * what somebody was told. Pure.
 */

import type { Wording } from '@fangxing/contract'
import { findClause } from '@fangxing/policy'
import { describeDeadline, describeNotice, type Notice, nameOfCategory } from '@fangxing/release'
import type { NoticeLetter } from '@fangxing/storage'

export function toLetter(notice: Notice): NoticeLetter {
  const { what, todo, byWhen } = describeNotice(notice)
  const { clauses, note, byAt } = notice
  return { what, why: { clauses: clauses.map(withWords), note }, todo, byAt, byWhen }
}

/** A clause of a book that is no longer here keeps its id for words. */
function withWords(id: string): { readonly id: string; readonly words: Wording } {
  return { id, words: findClause(id)?.words ?? { zh: id, en: id } }
}

export type AuthorityNotice = 'caseOpened' | 'caseWithdrawn' | 'materialSupplied' | 'rectified'

const TO_AUTHORITY: Readonly<Record<AuthorityNotice, Pick<NoticeLetter, 'what' | 'todo'>>> = {
  caseOpened: {
    what: { zh: '有版本等待报备审核。', en: 'A version waits for its filing to be decided.' },
    todo: { zh: '请审核并答复。', en: 'Examine it and answer.' },
  },
  caseWithdrawn: {
    what: { zh: '开发者撤回了版本，报备终止。', en: 'The developer withdrew: the filing ended.' },
    todo: { zh: '无需操作。', en: 'Nothing to do.' },
  },
  materialSupplied: {
    what: { zh: '开发者补充了材料。', en: 'The developer supplied material.' },
    todo: { zh: '请继续审核。', en: 'Go on examining it.' },
  },
  rectified: {
    what: { zh: '开发者提交了整改。', en: 'The developer says it is rectified.' },
    todo: { zh: '请确认整改是否到位。', en: 'Check the rectification and answer.' },
  },
}

interface AuthorityFacts {
  readonly note?: string
  readonly categories?: Parameters<typeof nameOfCategory>[0][]
  readonly byAt?: number | null
}

export function toAuthorityLetter(
  kind: AuthorityNotice,
  { note = '', categories = [], byAt = null }: AuthorityFacts,
): NoticeLetter {
  const names = categories.map(nameOfCategory).join('、')
  const why = [names, note].filter((part) => part !== '').join(' · ')
  return { ...TO_AUTHORITY[kind], why: { clauses: [], note: why }, byAt, byWhen: toWords(byAt) }
}

function toWords(byAt: number | null): Wording | null {
  if (byAt === null) return null
  const time = describeDeadline(byAt)
  return { zh: `${time}（北京时间）前`, en: `by ${time}, Beijing time` }
}
