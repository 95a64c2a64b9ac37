/**
 * The material audit (素材审核) of Baijiahao, clause by clause: 112 that can be decided one by one.
 *
 * Sections and numbers are the book's own; letters are ours where one sentence holds several
 * demands, and 8.11.0 is the unnumbered first item of 8.11. A stray “4.” stands inside item 3 of
 * section 2: no clause has the number 2.4, and whoever cites it means 2.3.d to 2.3.h.
 *
 * Source: Baidu smart-program documents, 百家号素材审核规范, text of 2019-12-04.
 */

import type { Book } from '../../src/book.ts'
import { say } from '../../src/say.ts'
import { EXPERIENCE } from './experience.ts'
import { NORMS } from './norms.ts'
import { PRESENTATION } from './presentation.ts'
import { readClauses, readSights } from './read-clauses.ts'

const ID = 'baijiahao-2019'

const TABLES = [EXPERIENCE, PRESENTATION, NORMS]

/** Section 8 names some faults of a title a second time. */
const THROUGH = { '8.9.4': '4.d', '8.10.3': '4.c' }

export const baijiahao2019: Book = {
  id: ID,
  title: say('百家号素材审核规范', 'Baijiahao material audit rules'),
  edition: '2019-12-04',
  source: 'https://smartprogram.baidu.com/docs/introduction/baijiahao_audit/',
  clauses: TABLES.flatMap((table) => readClauses(ID, table, THROUGH)),
}

/** What decides each clause that has a rule, by its id. */
export const baijiahaoSights = new Map(TABLES.flatMap((table) => readSights(ID, table)))
