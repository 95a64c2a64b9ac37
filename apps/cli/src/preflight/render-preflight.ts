/**
 * A preflight as lines for people: what is wrong, what could not be told, the filing, the answer.
 *
 * Quiet: what passed is a number in the last line. The answer comes last, where the eye is when a
 * long list has run by.
 */

import type { ProgramSummary } from '@fangxing/assessment'
import type { Category, Judgement, Wording } from '@fangxing/contract'
import { type FilingNeed, nameOfCategory } from '@fangxing/release'
import { toPrintable } from '../terminal/printable.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { describeAcceptance } from './describe-acceptance.ts'
import { describeOpenJudgements } from './describe-judgement.ts'
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
    ...describeFiling(report.filing, terminal),
    ...describeAcceptance(report.acceptance, terminal),
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

function describeFiling(filing: FilingNeed | null, { words }: Terminal): readonly string[] {
  const sentences = filing === null ? [NOTHING_DECLARED] : describeNeed(filing)
  return sentences.map((sentence) => `${words({ zh: '报备', en: 'filing' })}  ${words(sentence)}`)
}

const NOTHING_DECLARED: Wording = {
  zh: '没有声明类目，无法预测；用 --category 声明，如 --category 社交/笔记',
  en: 'no category was declared, so nothing can be said; declare it, as in --category 社交/笔记',
}

function describeNeed({
  files,
  closedToSubject,
  unknown,
  promised,
}: FilingNeed): readonly Wording[] {
  const sentences: Wording[] = []
  const filed = namesOf(files)
  if (files.length === 0) {
    sentences.push({ zh: '所声明的类目不需要报备', en: 'the declared categories are not filed' })
  } else if (promised) {
    sentences.push({
      zh: `首次发布前须报备：${filed}；自通知起 7 个自然日，到期未答复转预上线`,
      en: `filed before the first launch: ${filed}; 7 natural days from the notice, then pre-launch`,
    })
  } else {
    sentences.push({
      zh: `首次发布前须报备：${filed}；该主体没有七日时限，也没有预上线`,
      en: `filed before the first launch: ${filed}; this subject has neither the seven days nor pre-launch`,
    })
  }
  const closed = namesOf(closedToSubject)
  if (closed !== '') {
    sentences.push({
      zh: `该主体类型不能申请：${closed}`,
      en: `closed to this kind of subject: ${closed}`,
    })
  }
  const strange = namesOf(unknown)
  if (strange !== '') {
    sentences.push({
      zh: `类目表中没有：${strange}`,
      en: `not in the table of categories: ${strange}`,
    })
  }
  return sentences
}

function namesOf(categories: readonly Category[]): string {
  return categories.map((category) => toPrintable(nameOfCategory(category))).join('、')
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
