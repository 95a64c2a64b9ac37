/**
 * Judgements as lines for people, grouped by what they mean: refusal, a person, advice, unknown.
 *
 * A rule is told once with its clause, then each of its findings on one line that begins with the
 * place, then the fix. Rules that passed or do not apply are left out. Order: severity, then as
 * judged; so the same judgements give the same lines.
 */

import { describePlace, type Finding, type Judgement, type Place } from '@fangxing/contract'
import { type ExplainedJudgement, explainJudgement } from '@fangxing/server/report'
import { toPrintable } from '../terminal/printable.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { SEVERITIES, type Shown, UNDETERMINED } from './words.ts'

/** Where a package lies as seen from here: put before every file, so that a terminal can open it. */
export type ShowPlace = (place: Place) => string

export interface TellOptions {
  readonly showPlace?: ShowPlace
  /** Also why the rule is there, and the clause in full. */
  readonly explain?: boolean
}

const SEVERITY_ORDER = ['block', 'review', 'advise'] as const

/** Clauses are long; their beginning is enough to know them by. */
const CLAUSE_LENGTH = 60

const FIX = { zh: '修正', en: 'fix' }
const WHY = { zh: '原因', en: 'why' }
const CLAUSE = { zh: '条款', en: 'clause' }

export function describeOpenJudgements(
  judgements: readonly Judgement[],
  terminal: Terminal,
  options: TellOptions = {},
): readonly string[] {
  const explained = judgements.map(explainJudgement)
  const violations = SEVERITY_ORDER.flatMap((severity) =>
    describeGroup(
      SEVERITIES[severity],
      explained.filter((one) => one.outcome.kind === 'violation' && one.severity === severity),
      terminal,
      options,
    ),
  )
  const unknown = explained.filter(({ outcome }) => outcome.kind === 'undetermined')
  return [...violations, ...describeGroup(UNDETERMINED, unknown, terminal, options)]
}

function describeGroup(
  { words, style }: Shown,
  judgements: readonly ExplainedJudgement[],
  terminal: Terminal,
  options: TellOptions,
): readonly string[] {
  if (judgements.length === 0) return []
  const heading = terminal.paint('bold', terminal.paint(style, terminal.words(words)))
  return ['', heading, ...judgements.flatMap((one) => describeOne(one, terminal, options))]
}

function describeOne(
  judgement: ExplainedJudgement,
  terminal: Terminal,
  { showPlace = describePlace, explain = false }: TellOptions,
): readonly string[] {
  const { words, paint } = terminal
  const clause = words(judgement.clauseWords)
  const shown =
    explain || clause.length <= CLAUSE_LENGTH ? clause : `${clause.slice(0, CLAUSE_LENGTH)}…`
  const lines = [
    `  ${words(judgement.title)}  ${paint('dim', judgement.ruleId)}`,
    paint('dim', `    ${words(CLAUSE)} ${judgement.clauseId}  ${shown}`),
  ]
  if (explain) lines.push(`    ${words(WHY)} ${words(judgement.why)}`)

  if (judgement.outcome.kind === 'undetermined') {
    lines.push(`    ${toPrintable(words(judgement.outcome.because))}`)
  } else if (judgement.outcome.kind === 'violation') {
    const { findings } = judgement.outcome
    for (const [index, finding] of findings.entries()) {
      lines.push(describeFinding(finding, terminal, showPlace))
      // Findings in a row often share their fix; it is said once, after the last of them.
      if (finding.fix !== undefined && finding.fix.zh !== findings[index + 1]?.fix?.zh) {
        lines.push(`      ${words(FIX)} ${toPrintable(words(finding.fix))}`)
      }
    }
    lines.push(`    ${paint('green', words(FIX))} ${words(judgement.fix)}`)
  }
  return lines
}

function describeFinding(
  { place, message, measured, limit }: Finding,
  { words, paint }: Terminal,
  showPlace: ShowPlace,
): string {
  const facts = [
    measured === undefined ? '' : `${words({ zh: '测得', en: 'measured' })} ${measured}`,
    limit === undefined ? '' : `${words({ zh: '允许', en: 'allowed' })} ${limit}`,
  ].filter((fact) => fact !== '')
  const told = facts.length === 0 ? words(message) : `${words(message)} (${facts.join(' · ')})`
  return `    ${paint('cyan', toPrintable(showPlace(place)))}  ${toPrintable(told)}`
}
