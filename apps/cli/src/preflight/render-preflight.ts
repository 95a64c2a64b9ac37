/**
 * A preflight as lines for people: what is wrong, what could not be told, the filing, the answer.
 *
 * Quiet: what passed is a number in the last line. The answer comes last, where the eye is when a
 * long list has run by.
 */

import type { ProgramSummary } from '@fangxing/assessment'
import type { Judgement, Wording } from '@fangxing/contract'
import { toPrintable } from '../terminal/printable.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { describeAcceptance } from './describe-acceptance.ts'
import { describeForecast } from './describe-filing.ts'
import { describeImplied } from './describe-implied.ts'
import { describeOpenJudgements, type ShowPlace } from './describe-judgement.ts'
import type { FilingForecast } from './forecast-filing.ts'
import type { PreflightReport } from './report.ts'
import { showPlacesUnder } from './show-place.ts'
import { SEVERITIES, UNDETERMINED, VERDICTS } from './words.ts'

export function renderPreflight(
  report: PreflightReport,
  terminal: Terminal,
  explain: boolean,
): string {
  const { judgements } = report.assessment
  const showPlace = showPlacesUnder(report.prefix)
  const lines = [
    ...describeOpenJudgements(judgements, terminal, { showPlace, explain }),
    '',
    describeSeen(report.assessment.summary, terminal),
    ...describeCategories(report, terminal, showPlace),
    ...describeFiling(report.filing, terminal),
    ...describeAcceptance(report.acceptance, terminal),
    ...describeFailures(report.assessment.summary, terminal),
    describeAnswer(report, terminal),
  ]
  return lines.join('\n').replace(/^\n+/, '')
}

/** What the engines saw at all, so that a clean answer over nothing is not mistaken for a clean program. */
function describeSeen(summary: ProgramSummary, { words }: Terminal): string {
  const count = (zh: string, en: string, seen: readonly unknown[] | null) =>
    `${words({ zh, en })} ${seen === null ? '?' : seen.length}`
  const counts = [
    count('页面', 'pages', summary.pages),
    count('发布入口', 'publishing entries', summary.publishEntries),
    count('内容检测调用', 'content checks', summary.contentChecks),
    count('外部域名', 'hosts', summary.hosts),
    count('读不出的文件', 'unreadable files', summary.unreadableFiles),
  ]
  return `${words({ zh: '看到', en: 'seen' })}  ${counts.join(' · ')}`
}

/** A fault of ours, said where it cannot be overlooked: whatever hangs on it was not observed. */
function describeFailures(
  { failures }: ProgramSummary,
  { words, paint }: Terminal,
): readonly string[] {
  return failures.map((failure) =>
    paint('red', `${words({ zh: '引擎出错', en: 'engine failed' })}  ${toPrintable(failure)}`),
  )
}

function describeCategories(
  { assessment, submission }: PreflightReport,
  { words }: Terminal,
  showPlace: ShowPlace,
): readonly string[] {
  const implied = assessment.summary.impliedCategories ?? []
  return describeImplied(implied, submission, showPlace).map(
    (sentence) => `${words({ zh: '类目', en: 'category' })}  ${words(sentence)}`,
  )
}

function describeFiling(filing: FilingForecast | null, { words }: Terminal): readonly string[] {
  const sentences = filing === null ? [NOTHING_DECLARED] : describeForecast(filing)
  return sentences.map((sentence) => `${words({ zh: '报备', en: 'filing' })}  ${words(sentence)}`)
}

const NOTHING_DECLARED: Wording = {
  zh: '没有声明类目，无法预测；用 --category 声明，如 --category 社交/笔记',
  en: 'no category was declared, so nothing can be said; declare it, as in --category 社交/笔记',
}

function describeAnswer({ path, assessment }: PreflightReport, terminal: Terminal): string {
  const { words, paint } = terminal
  const { words: verdict, style } = VERDICTS[assessment.verdict]
  const counts = countOpen(assessment.judgements)
    .filter(({ count }) => count > 0)
    .map(({ count, shown }) => `${words(shown.words)} ${count}`)
  const checked = words({
    zh: `检查规则 ${assessment.judgements.length} 条`,
    en: `${assessment.judgements.length} rules`,
  })
  return [
    `${words({ zh: '结论', en: 'answer' })}  ${paint(style, words(verdict))}`,
    ...counts,
    checked,
    toPrintable(path),
  ].join(' · ')
}

function countOpen(judgements: readonly Judgement[]) {
  const countOf = (matches: (judgement: Judgement) => boolean) => judgements.filter(matches).length
  const violations = (['block', 'review', 'advise'] as const).map((severity) => ({
    shown: SEVERITIES[severity],
    count: countOf((one) => one.outcome.kind === 'violation' && one.severity === severity),
  }))
  const unknown = countOf(({ outcome }) => outcome.kind === 'undetermined')
  return [...violations, { shown: UNDETERMINED, count: unknown }]
}
