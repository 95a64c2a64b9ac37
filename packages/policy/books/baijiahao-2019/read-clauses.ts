/**
 * Reads the clauses of the material audit from their tables.
 *
 * One line per clause: `number | reach | evidence | Chinese | English`, evidence separated by
 * spaces. The reach `person` has the reason, `Chinese / English`, in place of the evidence. A line
 * that does not read is our mistake and throws when the book is loaded.
 */

import type { Clause } from '../../src/book.ts'
import { say } from '../../src/say.ts'
import { EVIDENCE, type Evidence, REACH, type Reach } from './evidence.ts'

/** What the table does not say of its clauses. */
export interface Deciding {
  /** Clauses that say the same as another one, by number. */
  readonly through: Readonly<Record<string, string>>
  /** Numbers of clauses without a rule. */
  readonly nothingYet: readonly string[]
}

export function readClauses(book: string, table: string, deciding: Deciding): readonly Clause[] {
  return table
    .trim()
    .split('\n')
    .map((line) => toClause(book, line, deciding))
}

function toClause(book: string, line: string, { through, nothingYet }: Deciding): Clause {
  const [number, reach, evidence, zh, en, ...more] = line.split('|').map((cell) => cell.trim())
  if (!number || !reach || !evidence || !zh || !en || more.length > 0) {
    throw new Error(`not five cells: ${line}`)
  }
  const words = { id: `${book}/${number}`, words: say(zh, en) }
  if (reach === 'person') {
    const [because = '', inEnglish = ''] = evidence.split(' / ')
    return { ...words, decidedBy: 'person', because: say(because, inEnglish) }
  }
  const needed = evidence.split(' ')
  if (!isReach(reach) || !needed.every(isEvidence)) throw new Error(`unknown word: ${line}`)
  if (nothingYet.includes(number)) {
    return { ...words, decidedBy: 'nothing yet', because: describeGap(reach, needed) }
  }
  const target = through[number]
  return target === undefined
    ? { ...words, decidedBy: 'rule' }
    : { ...words, decidedBy: 'rule', through: `${book}/${target}` }
}

function describeGap(reach: Reach, needed: readonly Evidence[]): ReturnType<typeof say> {
  const zh = needed.map((name) => EVIDENCE[name].zh).join('、')
  const en = needed.map((name) => EVIDENCE[name].en).join(', ')
  return say(
    `还没有规则。要看：${zh}；${REACH[reach].zh}。`,
    `No rule yet. To be seen: ${en}; ${REACH[reach].en}.`,
  )
}

function isReach(word: string): word is Reach {
  return Object.hasOwn(REACH, word)
}

function isEvidence(word: string): word is Evidence {
  return Object.hasOwn(EVIDENCE, word)
}
