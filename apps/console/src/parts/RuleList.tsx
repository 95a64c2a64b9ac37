/** What each rule of a check answered that had something to say. */

import type { ExplainedJudgement } from '../api/types.ts'
import { useTexts } from '../hooks/use-texts.ts'
import { groupOf } from '../view/findings.ts'
import { TONE_OF_GROUP } from '../view/tones.ts'
import { Tag } from './Tag.tsx'

export function RuleList({ judgements }: { readonly judgements: readonly ExplainedJudgement[] }) {
  const { t, say } = useTexts()
  const spoken = judgements.filter(({ outcome }) => outcome.kind !== 'inapplicable')
  if (spoken.length === 0) return null
  return (
    <section className="stack-tight">
      <h3>{t('check.judgements')}</h3>
      <ul className="brief-list">
        {spoken.map((judgement) => {
          const group = groupOf(judgement)
          return (
            <li key={judgement.ruleId}>
              <span className="row">
                <Tag tone={TONE_OF_GROUP[group]}>{t(`findings.group.${group}`)}</Tag>
                {say(group === 'passes' ? judgement.clauseWords : judgement.title)}
              </span>
              <span className="mono soft small">{judgement.clauseId}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
