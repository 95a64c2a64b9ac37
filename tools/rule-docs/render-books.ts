/** One page per rule book: every clause, who decides it, and why not a machine. */

import { type Book, books, type Clause, rules } from '@fangxing/policy'
import { cell, DECIDER, linkTo, pageOfBook } from './words.ts'

/** File name and text of each page. */
export function renderBooks(): readonly (readonly [file: string, text: string])[] {
  return books.map((book) => [pageOfBook(book.id), renderBook(book)])
}

function renderBook({ id, title, edition, source, clauses }: Book): string {
  return `# ${title.zh}

${title.en} · \`${id}\` · ${edition} · [原文 source](${source})

| 条款 clause | 内容 | words | 由谁 by | 如何、为何 how and why |
|---|---|---|---|---|
${clauses.map(renderClause).join('\n')}`
}

function renderClause(clause: Clause): string {
  const { id, words, decidedBy } = clause
  const number = id.slice(id.indexOf('/') + 1)
  return `| ${number} | ${cell(words.zh)} | ${cell(words.en)} | ${DECIDER[decidedBy]} | ${cell(renderHow(clause))} |`
}

function renderHow(clause: Clause): string {
  if (clause.decidedBy !== 'rule') return `${clause.because.zh} ${clause.because.en}`
  const through = clause.through ?? clause.id
  const links = rules
    .filter((rule) => rule.clause === through)
    .map(linkTo)
    .join('<br>')
  return clause.through === undefined ? links : `同 as ${clause.through}: ${links}`
}
