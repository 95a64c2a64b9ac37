/** The overview: how many clauses each decides, and every rule in one line. */

import { books, type Clause, rules } from '@fangxing/policy'
import { cell, DECIDER, linkTo, pageOfBook, SEVERITY } from './words.ts'

export function renderOverview(): string {
  return [
    '# 规则与条款 · rules and clauses',
    '每条规则对应一条已公布的条款；每条条款要么有规则，要么写明由谁决定、为什么。点规则书看每一条。',
    'Every rule stands for one published clause; every clause has a rule, or says who decides it and why. Follow a book to see each clause.',
    renderTotals(),
    '## 规则 · rules',
    renderRules(),
  ].join('\n\n')
}

function renderTotals(): string {
  const deciders = Object.keys(DECIDER) as Clause['decidedBy'][]
  const rows = books.map(({ id, title, edition, clauses }) => {
    const counts = deciders.map(
      (decider) => clauses.filter(({ decidedBy }) => decidedBy === decider).length,
    )
    return `| [${cell(title.zh)}](${pageOfBook(id)}) | ${edition} | ${clauses.length} | ${counts.join(' | ')} |`
  })
  return `| 规则书 book | 版本 edition | 条款 clauses | ${deciders.map((decider) => DECIDER[decider]).join(' | ')} |
|---|---|---|${deciders.map(() => '---|').join('')}
${rows.join('\n')}`
}

function renderRules(): string {
  const rows = rules.map(
    (rule) =>
      `| ${linkTo(rule)} | ${cell(rule.title.zh)} | ${cell(rule.title.en)} | ${SEVERITY[rule.severity]} |`,
  )
  return `| 规则 rule | 说什么 | what it says | 后果 severity |
|---|---|---|---|
${rows.join('\n')}`
}
