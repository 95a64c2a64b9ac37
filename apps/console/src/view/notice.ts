/**
 * Writes the notice of a rejection from the clauses that were chosen, for a person to edit.
 *
 * Plain text, in the language of the reader: per clause its words, the places that were found with
 * what was measured, and what to do. A clause without findings (chosen by hand) has words only.
 */

import { describePlace, type Finding, type Wording } from '@fangxing/contract'
import type { Clause, ExplainedJudgement } from '../api/types.ts'
import { groupFindings, groupOf } from './findings.ts'
import { showInvisible } from './review/invisible.ts'

export type Language = keyof Wording

interface NoticeSubject {
  readonly appName: string
  readonly version: string
}

/** More places than this make a notice that nobody reads; the release page has all of them. */
const MAX_PLACES = 5

const WORDS = {
  zh: {
    opening: (app: string, version: string) =>
      `您提交的「${app}」${version} 未通过审核，原因如下：`,
    id: (id: string) => `（${id}）`,
    place: '位置',
    measured: '实际',
    limit: '要求',
    fix: '修改建议',
    more: (count: number) => `另有 ${count} 处，见版本页面。`,
    closing: '请修改后重新提交。如有异议，可在版本页面查看每一处的依据。',
  },
  en: {
    opening: (app: string, version: string) =>
      `“${app}” ${version} did not pass the review, for these reasons:`,
    id: (id: string) => ` (${id})`,
    place: 'Place',
    measured: 'Found',
    limit: 'Allowed',
    fix: 'What to do',
    more: (count: number) => `${count} more places are listed on the page of the release.`,
    closing:
      'Correct them and submit again. The page of the release shows the grounds of each finding.',
  },
} as const

export function writeNotice(
  subject: NoticeSubject,
  clauses: readonly Clause[],
  judgements: readonly ExplainedJudgement[],
  language: Language,
): string {
  const words = WORDS[language]
  const grounds = findGrounds(judgements)
  const reasons = clauses.map((clause, index) => {
    const ground = grounds.find(({ clauseId }) => clauseId === clause.id)
    const head = `${index + 1}. ${clause.words[language]}${words.id(clause.id)}`
    return [head, ...(ground ? describeEvidence(ground, language) : [])].join('\n')
  })
  const opening = words.opening(subject.appName, subject.version)
  // What a stranger named or wrote must not turn the sentences around it.
  return showInvisible([opening, ...reasons, words.closing].join('\n\n'))
}

function describeEvidence({ outcome, fix }: ExplainedJudgement, language: Language): string[] {
  const words = WORDS[language]
  const findings = outcome.kind === 'violation' ? outcome.findings : []
  const rest = findings.length - MAX_PLACES
  return [
    ...findings.slice(0, MAX_PLACES).map((finding) => `   ${describeFinding(finding, language)}`),
    ...(rest > 0 ? [`   ${words.more(rest)}`] : []),
    `   ${words.fix}${colon(language)}${fix[language]}`,
  ]
}

function describeFinding(finding: Finding, language: Language): string {
  const words = WORDS[language]
  const parts = [
    `${words.place}${colon(language)}${describePlace(finding.place)}`,
    finding.message[language],
    finding.measured && `${words.measured}${colon(language)}${finding.measured}`,
    finding.limit && `${words.limit}${colon(language)}${finding.limit}`,
  ]
  return parts.filter(Boolean).join(language === 'zh' ? '；' : '; ')
}

function colon(language: Language): string {
  return language === 'zh' ? '：' : ': '
}

/** What a rejection most likely rests on: the clauses of the blocks, each once. */
export function clauseProposals(judgements: readonly ExplainedJudgement[]): readonly string[] {
  const blocks = judgements.filter((judgement) => groupOf(judgement) === 'blocks')
  return [...new Set(blocks.map(({ clauseId }) => clauseId))]
}

/** The judgements a rejection may rest on, one per clause: the gravest one speaks for it. */
export function findGrounds(
  judgements: readonly ExplainedJudgement[],
): readonly ExplainedJudgement[] {
  const { blocks, person, told } = groupFindings(judgements)
  const named = new Set<string>()
  return [...blocks, ...person, ...told].filter(({ clauseId }) => {
    if (named.has(clauseId)) return false
    named.add(clauseId)
    return true
  })
}
