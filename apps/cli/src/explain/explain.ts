/** Tells one rule in full, or all of them in a line each; offline, from the shipped rule books. */

import type { Outcome, Wording } from '@fangxing/contract'
import { books, findClause, type Rule, rules } from '@fangxing/policy'
import { EXIT, type ExitCode } from '../failure/exit-code.ts'
import { UsageError } from '../failure/usage-error.ts'
import { SEVERITIES } from '../preflight/words.ts'
import type { Terminal } from '../terminal/terminal.ts'

const OUTCOMES: Readonly<Record<Outcome['kind'], Wording>> = {
  pass: { zh: '通过', en: 'pass' },
  inapplicable: { zh: '不适用', en: 'does not apply' },
  violation: { zh: '违规', en: 'violation' },
  undetermined: { zh: '无法判断', en: 'cannot be told' },
}

export function explain(id: string | undefined, terminal: Terminal): ExitCode {
  if (id === undefined) {
    const longest = Math.max(...rules.map((rule) => rule.id.length))
    const lines = rules.map((rule) => `${rule.id.padEnd(longest)}  ${terminal.words(rule.title)}`)
    terminal.print(lines.join('\n'))
    return EXIT.clean
  }
  const rule = rules.find((one) => one.id === id)
  if (rule === undefined) {
    throw new UsageError({
      zh: `没有规则“${id}”。用 fangxing explain 列出全部。`,
      en: `There is no rule “${id}”. fangxing explain lists them all.`,
    })
  }
  terminal.print(describeRule(rule, terminal).join('\n'))
  return EXIT.clean
}

function describeRule(rule: Rule, { words, paint }: Terminal): readonly string[] {
  const clause = findClause(rule.clause)
  const book = books.find(({ id }) => rule.clause.startsWith(`${id}/`))
  const { words: severity, style } = SEVERITIES[rule.severity]
  const label = (zh: string, en: string) => paint('bold', words({ zh, en }))
  return [
    `${paint('bold', words(rule.title))}  ${paint('dim', rule.id)}  ${paint(style, words(severity))}`,
    '',
    `${label('条款', 'clause')} ${rule.clause}${book ? `  ${words(book.title)} ${book.edition}` : ''}`,
    ...(clause ? [`  ${words(clause.words)}`] : []),
    `${label('原因', 'why')} ${words(rule.why)}`,
    `${label('修正', 'fix')} ${words(rule.fix)}`,
    `${label('看的事实', 'looks at')} ${rule.needs.join(', ')}`,
    label('例子', 'examples'),
    ...rule.examples.map(({ name, expect }) => `  ${words(OUTCOMES[expect])}  ${words(name)}`),
    `${label('压制', 'suppress')} fangxing-ignore ${rule.id} until 2027-01-31: ${words({ zh: '原因', en: 'reason' })}`,
  ]
}
