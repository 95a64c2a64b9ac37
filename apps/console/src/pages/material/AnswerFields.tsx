/** What a person finds of one clause; what is wrong needs a word about it. */

import { Input, Radio } from 'antd'
import type { RowAnswer } from '../../api/materials.ts'
import { useTexts } from '../../hooks/use-texts.ts'

const FINDINGS = ['pass', 'violation', 'inapplicable'] as const

interface Properties {
  readonly clause: string
  readonly clauseId: string
  readonly answer: RowAnswer | null
  readonly onAnswer: (answer: RowAnswer) => void
}

export function AnswerFields({ clause, clauseId, answer, onAnswer }: Properties) {
  const { t } = useTexts()
  const remark = answer?.remark ?? ''
  return (
    <div className="stack-tight answer-fields">
      <Radio.Group
        value={answer?.finding ?? null}
        aria-label={t('material.answerTo', { clause })}
        onChange={({ target }) => onAnswer({ clauseId, finding: target.value, remark })}
        options={FINDINGS.map((value) => ({ value, label: t(`material.answer_${value}`) }))}
      />
      {answer?.finding === 'violation' && (
        <Input
          value={remark}
          maxLength={500}
          aria-label={t('material.remarkOn', { clause })}
          placeholder={t('material.remark')}
          onChange={({ target }) => onAnswer({ ...answer, remark: target.value })}
        />
      )}
    </div>
  )
}
