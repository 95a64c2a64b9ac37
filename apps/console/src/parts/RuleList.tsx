/** What each rule of a check answered that had something to say, and why; the worst comes first. */

import type { ExplainedJudgement } from '../api/types.ts'
import { useTexts } from '../hooks/use-texts.ts'
import { FINDING_GROUPS, groupFindings, groupOf, reasonsOf } from '../view/findings.ts'
import { TONE_OF_GROUP } from '../view/tones.ts'
import { Tag } from './Tag.tsx'

export function RuleList({ judgements }: { readonly judgements: readonly ExplainedJudgement[] }) {
  const { t } = useTexts()
  const groups = groupFindings(judgements)
  const spoken = FINDING_GROUPS.filter((group) => group !== 'inapplicable').flatMap(
    (group) => groups[group],
  )
  if (spoken.length === 0) return null
  return (
    <section className="stack-tight">
      <h3>{t('check.judgements')}</h3>
      <ul className="brief-list">
        {spoken.map((judgement) => (
          <li key={judgement.ruleId}>
            <Rule judgement={judgement} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Only a violation is what the rule's title says; of all else the clause is named. */
function Rule({ judgement }: { readonly judgement: ExplainedJudgement }) {
  const { t, say } = useTexts()
  const { outcome, title, clauseWords, clauseId } = judgement
  const group = groupOf(judgement)
  return (
    <>
      <span className="row">
        <Tag tone={TONE_OF_GROUP[group]}>{t(`findings.group.${group}`)}</Tag>
        <span>
          {say(outcome.kind === 'violation' ? title : clauseWords)}
          {reasonsOf(outcome).map((reason) => (
            <span key={reason.en} className="rule-reason soft small">
              {say(reason)}
            </span>
          ))}
        </span>
      </span>
      <span className="mono soft small">{clauseId}</span>
    </>
  )
}
