/** What a listed word is and what a hit asks for: the same wherever words are listed. */

import { LABELS, type Label, type TermLevel } from '@fangxing/contract'
import { Form, Select } from 'antd'
import { useTexts } from '../hooks/use-texts.ts'

/** A listed word cannot be normal. */
const NUMBERS = (Object.keys(LABELS).map(Number) as Label[]).filter((label) => label !== 100)
const LEVELS: readonly TermLevel[] = ['block', 'review', 'hint']

export function TermFields() {
  const { t, say } = useTexts()
  return (
    <>
      <Form.Item name="label" label={t('terms.label')}>
        <Select
          options={NUMBERS.map((label) => ({
            value: label,
            label: `${label} ${say(LABELS[label])}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="level" label={t('terms.level')}>
        <Select options={LEVELS.map((level) => ({ value: level, label: t(`level.${level}`) }))} />
      </Form.Item>
    </>
  )
}
