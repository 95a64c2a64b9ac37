/** The clauses a rejection may rest on: what the machine found first, then every other one. */

import { Checkbox, Select } from 'antd'
import type { ReactNode } from 'react'
import type { Clause, ExplainedJudgement } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Tag } from '../../parts/Tag.tsx'
import { groupOf } from '../../view/findings.ts'
import { findGrounds } from '../../view/notice.ts'
import { TONE_OF_GROUP } from '../../view/tones.ts'

interface Properties {
  readonly clauses: readonly Clause[]
  readonly judgements: readonly ExplainedJudgement[]
  readonly chosen: readonly string[]
  readonly onChange: (clauses: readonly string[]) => void
}

export function ClauseChoice({ clauses, judgements, chosen, onChange }: Properties) {
  const { t } = useTexts()
  const grounds = findGrounds(judgements)
  const isFound = (id: string) => grounds.some(({ clauseId }) => clauseId === id)
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
  const box = (id: string, words: ReactNode) => (
    <Checkbox key={id} checked={chosen.includes(id)} onChange={() => toggle(id)}>
      {words}
    </Checkbox>
  )
  return (
    <fieldset className="clause-choice stack-tight">
      <legend>
        <strong>{t('decision.chooseClauses')}</strong>
      </legend>
      {grounds.map((judgement) => box(judgement.clauseId, <ClauseWords judgement={judgement} />))}
      {clauses
        .filter(({ id }) => chosen.includes(id) && !isFound(id))
        .map((clause) => box(clause.id, <OtherWords clause={clause} />))}
      {chosen.length === 0 && <p className="small">{t('decision.clauseMissing')}</p>}
      <OtherClause
        clauses={clauses.filter(({ id }) => !chosen.includes(id) && !isFound(id))}
        onChoose={toggle}
      />
    </fieldset>
  )
}

interface OtherProperties {
  readonly clauses: readonly Clause[]
  readonly onChoose: (id: string) => void
}

function OtherClause({ clauses, onChoose }: OtherProperties) {
  const { t, say } = useTexts()
  return (
    <Select<string | null>
      aria-label={t('decision.otherClause')}
      placeholder={t('decision.otherClause')}
      value={null}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(id) => id && onChoose(id)}
      options={clauses.map(({ id, words }) => ({ value: id, label: `${id} ${say(words)}` }))}
    />
  )
}

function OtherWords({ clause }: { readonly clause: Clause }) {
  const { say } = useTexts()
  return (
    <span>
      {say(clause.words)} <span className="mono soft small">{clause.id}</span>
    </span>
  )
}

function ClauseWords({ judgement }: { readonly judgement: ExplainedJudgement }) {
  const { t, say } = useTexts()
  const group = groupOf(judgement)
  return (
    <span className="row">
      <Tag tone={TONE_OF_GROUP[group]}>{t(`findings.group.${group}`)}</Tag>
      {say(judgement.title)}
      <span className="mono soft small">{judgement.clauseId}</span>
    </span>
  )
}
