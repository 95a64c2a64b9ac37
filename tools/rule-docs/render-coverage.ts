/** The coverage page: every clause of every book, who decides it, and why not a machine. */

import { type Book, books, type Clause, rules } from '@fangxing/policy'
import { cell, DECIDER, linkTo, SEVERITY } from './words.ts'

export function renderCoverage(): string {
  return [
    '# 规则与条款 · rules and clauses',
    '每条规则对应一条已公布的条款；每条条款要么有规则，要么写明由谁决定、为什么。',
    'Every rule stands for one published clause; every clause has a rule, or says who decides it and why.',
    renderTotals(),
    '## 规则 · rules',
    `| 规则 rule | 说什么 | what it says | 后果 severity |
|---|---|---|---|
${rules
  .map(
    (rule) =>
      `| ${linkTo(rule)} | ${cell(rule.title.zh)} | ${cell(rule.title.en)} | ${SEVERITY[rule.severity]} |`,
  )
  .join('\n')}`,
    ...books.map(renderBook),
  ].join('\n\n')
}

function renderTotals(): string {
  const deciders = Object.keys(DECIDER) as Clause['decidedBy'][]
  const rows = books.map(({ id, title, edition, clauses }) => {
    const counts = deciders.map(
      (decider) => clauses.filter(({ decidedBy }) => decidedBy === decider).length,
    )
    return `| [${cell(title.zh)}](#${id}) | ${edition} | ${clauses.length} | ${counts.join(' | ')} |`
  })
  return `| 规则书 book | 版本 edition | 条款 clauses | ${deciders.map((decider) => DECIDER[decider]).join(' | ')} |
|---|---|---|${deciders.map(() => '---|').join('')}
${rows.join('\n')}`
}

function renderBook({ id, title, edition, source, clauses }: Book): string {
  return `## ${id}

${title.zh} · ${title.en}, ${edition}. [原文 source](${source})

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
