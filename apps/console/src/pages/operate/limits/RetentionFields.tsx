/** What is kept of contents, by how they were answered, and for how long; said in a sentence too. */

import { InputNumber, Select } from 'antd'
import { useId } from 'react'
import { type ContentRetention, RETENTIONS, type Retention } from '../../../api/operate-types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { useRetentionWords } from './use-retention-words.ts'

interface Properties {
  readonly retention: ContentRetention
  readonly onChange: (retention: ContentRetention) => void
}

const ANSWERS = ['passed', 'doubtful'] as const

export function RetentionFields({ retention, onChange }: Properties) {
  const { t } = useTexts()
  const id = useId()
  const words = useRetentionWords()
  return (
    <div className="stack-tight">
      <div className="row retention-fields">
        {ANSWERS.map((answer) => (
          <div key={answer} className="stack-tight">
            <label htmlFor={`${id}-${answer}`}>{t(`limits.${answer}`)}</label>
            <Select<Retention>
              id={`${id}-${answer}`}
              value={retention[answer]}
              onChange={(kept) => onChange({ ...retention, [answer]: kept })}
              options={RETENTIONS.map((value) => ({ value, label: t(`limits.keep_${value}`) }))}
            />
          </div>
        ))}
        <div className="stack-tight">
          <label htmlFor={`${id}-days`}>{t('limits.days')}</label>
          <InputNumber<number>
            id={`${id}-days`}
            min={1}
            max={3650}
            precision={0}
            value={retention.days}
            onChange={(days) => onChange({ ...retention, days: days ?? retention.days })}
          />
        </div>
      </div>
      <p>{words(retention)}</p>
      <p className="soft small">{t('limits.fromNowOn')}</p>
    </div>
  )
}
