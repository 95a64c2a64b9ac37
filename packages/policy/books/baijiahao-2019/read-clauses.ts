/**
 * Reads the clauses of the material audit from their tables.
 *
 * One line per clause: `number | reach | evidence | Chinese | English`, evidence separated by
 * spaces. The reach `person` has the reason, `Chinese / English`, in place of the evidence. A line
 * that does not read is our mistake and throws when the book is loaded.
 */

import type { Wording } from '@fangxing/contract'
import type { Clause } from '../../src/book.ts'
import { say } from '../../src/say.ts'
import { EVIDENCE, type Evidence, REACH, type Reach } from './evidence.ts'

/** What a clause that a rule decides is decided by. */
export interface ClauseSight {
  readonly evidence: readonly Wording[]
  readonly reach: Wording
}

/** `through`: clauses that say the same as another one, by number. */
export function readClauses(
  book: string,
  table: string,
  through: Readonly<Record<string, string>>,
): readonly Clause[] {
  return linesOf(table).map(({ number, reach, evidence, words }) => {
    const clause = { id: `${book}/${number}`, words }
    if (reach === 'person') {
      const [because = '', inEnglish = ''] = evidence.split(' / ')
      return { ...clause, decidedBy: 'person', because: say(because, inEnglish) }
    }
    const target = through[number]
    return target === undefined
      ? { ...clause, decidedBy: 'rule' }
      : { ...clause, decidedBy: 'rule', through: `${book}/${target}` }
  })
}

/** By clause id; clauses of people have none. */
export function readSights(
  book: string,
  table: string,
): readonly (readonly [string, ClauseSight])[] {
  return linesOf(table).flatMap(({ number, reach, evidence }) => {
    if (reach === 'person') return []
    const needed = evidence.split(' ')
    if (!isReach(reach) || !needed.every(isEvidence)) throw new Error(`unknown word: ${number}`)
    const sight = { evidence: needed.map((name) => EVIDENCE[name]), reach: REACH[reach] }
    return [[`${book}/${number}`, sight] as const]
  })
}

function linesOf(table: string) {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [number, reach, evidence, zh, en, ...more] = line.split('|').map((cell) => cell.trim())
      if (!number || !reach || !evidence || !zh || !en || more.length > 0) {
        throw new Error(`not five cells: ${line}`)
      }
      return { number, reach, evidence, words: say(zh, en) }
    })
}

function isReach(word: string): word is Reach {
  return Object.hasOwn(REACH, word)
}

function isEvidence(word: string): word is Evidence {
  return Object.hasOwn(EVIDENCE, word)
}
