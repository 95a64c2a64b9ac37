/**
 * What is found on a page around its content: a contact in its footer, a barred word in its menu.
 *
 * It is not the author's article, so it breaks no clause by itself; and it is on the author's page,
 * so it is not passed over. What would be sure inside the content asks a person here; what would only
 * be doubtful there is left: menus name everything.
 */

import { type Judgement, type Observations, undetermined, type Wording } from '@fangxing/contract'
import type { Rule } from '@fangxing/policy'
import { judge } from '../judge.ts'
import { AROUND } from './write-material.ts'

/** `around`: the words there; `judgements`: of the content, one for each rule in their order. */
export function askAround(
  judgements: readonly Judgement[],
  rules: readonly Rule[],
  { written: around, ...seen }: Partial<Observations>,
): readonly Judgement[] {
  if (around === undefined || around.length === 0) return judgements
  const asked = rules.filter(({ needs }) => needs.includes('written'))
  // Pictures were judged with the content; here only words are asked.
  const given = { ...seen, written: around, ...(seen.pictures ? { pictures: [] } : {}) }
  const found = new Map(judge(asked, given).map((one) => [one.ruleId, one.outcome]))
  return judgements.map((judgement) => {
    const { outcome } = judgement
    const beside = found.get(judgement.ruleId)
    if (outcome.kind === 'violation' || beside?.kind !== 'violation') return judgement
    const findings = beside.findings.filter(
      ({ place }) => place.kind === 'text' && place.field === AROUND,
    )
    if (findings.length === 0) return judgement
    return outcome.kind === 'undetermined'
      ? {
          ...judgement,
          outcome: undetermined(outcome.because, [...(outcome.evidence ?? []), ...findings]),
        }
      : { ...judgement, outcome: undetermined(STANDS_AROUND, findings) }
  })
}

const STANDS_AROUND: Wording = {
  zh: '在正文以外（导航、页脚、推荐）找到，算不算这份素材的内容？',
  en: 'Found around the content (menu, footer, recommendations). Is it part of this material?',
}
