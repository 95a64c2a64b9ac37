/**
 * An audit as lines for people: what breaks the book, what a person decides, the tally, the answer.
 *
 * What passes or does not apply is a number, unless every row is asked for. The answer comes last.
 */

import type { ClauseRow } from '@fangxing/assessment'
import { describePlace, type Finding } from '@fangxing/contract'
import { findClause, rules } from '@fangxing/policy'
import { VERDICTS } from '../preflight/words.ts'
import { toPrintable } from '../terminal/printable.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { type AuditReport, groupRows, ROW_GROUPS, type RowGroup } from './report.ts'

/** More of the same in one clause is counted, not listed. */
const MOST_FINDINGS = 5

const STYLES = { blocks: 'red', person: 'yellow', passes: 'green', inapplicable: 'dim' } as const

export function renderAudit(report: AuditReport, terminal: Terminal, all: boolean): string {
  const { words } = terminal
  const groups = groupRows(report.assessment.rows)
  const shown: readonly RowGroup[] = all
    ? ROW_GROUPS.map(({ group }) => group)
    : ['blocks', 'person']
  const lines = ROW_GROUPS.filter(({ group }) => shown.includes(group)).flatMap((one) =>
    describeGroup(one.group, words(one.words), groups.get(one.group) ?? [], terminal),
  )
  return [
    ...lines,
    '',
    ...report.observed.notes.map((note) => terminal.paint('dim', words(note))),
    describeAnswer(report, terminal),
  ]
    .join('\n')
    .replace(/^\n+/, '')
}

function describeGroup(
  group: RowGroup,
  title: string,
  rows: readonly ClauseRow[],
  terminal: Terminal,
): readonly string[] {
  if (rows.length === 0) return []
  const heading = terminal.paint('bold', terminal.paint(STYLES[group], `${title} · ${rows.length}`))
  return ['', heading, ...rows.flatMap((row) => describeRow(row, terminal))]
}

function describeRow(
  { clauseId, outcome, ruleIds }: ClauseRow,
  { words, paint }: Terminal,
): readonly string[] {
  const clause = findClause(clauseId)
  const head = `  ${clauseId.slice(clauseId.indexOf('/') + 1).padEnd(7)} ${clause ? words(clause.words) : ''}`
  if (outcome.kind === 'pass' || outcome.kind === 'inapplicable') return [head]
  const findings = outcome.kind === 'violation' ? outcome.findings : (outcome.evidence ?? [])
  const more = findings.length - MOST_FINDINGS
  return [
    head,
    ...(outcome.kind === 'undetermined' ? [`    ${toPrintable(words(outcome.because))}`] : []),
    ...findings
      .slice(0, MOST_FINDINGS)
      .map((finding) => `    ${describeFinding(finding, { words, paint })}`),
    ...(more > 0
      ? [paint('dim', `    ${words({ zh: `还有 ${more} 处`, en: `${more} more` })}`)]
      : []),
    ...(outcome.kind === 'violation' ? describeFix(ruleIds, { words, paint }) : []),
  ]
}

type Speaker = Pick<Terminal, 'words' | 'paint'>

function describeFinding(
  { place, message, measured, limit }: Finding,
  { words, paint }: Speaker,
): string {
  const facts = [
    ...(measured === undefined ? [] : [`${words({ zh: '测得', en: 'measured' })} ${measured}`]),
    ...(limit === undefined ? [] : [`${words({ zh: '允许', en: 'allowed' })} ${limit}`]),
  ]
  const told = facts.length === 0 ? words(message) : `${words(message)} (${facts.join(' · ')})`
  return `${paint('cyan', toPrintable(describePlace(place)))}  ${toPrintable(told)}`
}

function describeFix(ruleIds: readonly string[], { words, paint }: Speaker): readonly string[] {
  const rule = rules.find(({ id }) => ruleIds.includes(id))
  return rule === undefined
    ? []
    : [`    ${paint('green', words({ zh: '修正', en: 'fix' }))} ${words(rule.fix)}`]
}

function describeAnswer({ name, assessment }: AuditReport, { words, paint }: Terminal): string {
  const groups = groupRows(assessment.rows)
  const { words: verdict, style } = VERDICTS[assessment.verdict]
  const tally = ROW_GROUPS.map(
    ({ group, words: title }) => `${words(title)} ${groups.get(group)?.length ?? 0}`,
  )
  return [
    `${words({ zh: '结论', en: 'answer' })}  ${paint(style, words(verdict))}`,
    ...tally,
    words({ zh: `共 ${assessment.rows.length} 条`, en: `${assessment.rows.length} clauses` }),
    toPrintable(name),
  ].join(' · ')
}
