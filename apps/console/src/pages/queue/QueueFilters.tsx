/** What one wants to see: kinds and labels. Nothing chosen means everything. */

import { LABELS, type Label } from '@fangxing/contract'
import { Select } from 'antd'
import { QUEUE_KINDS } from '../../api/queue-types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import type { QueueView } from '../../view/review/wish.ts'

const NUMBERS = Object.keys(LABELS).map(Number) as Label[]

interface Properties {
  readonly view: QueueView
  readonly onChange: (view: QueueView) => void
}

export function QueueFilters({ view, onChange }: Properties) {
  const { t, say } = useTexts()
  return (
    <>
      <Select
        mode="multiple"
        aria-label={t('queue.kinds')}
        placeholder={t('queue.kinds')}
        value={[...(view.kinds ?? [])]}
        onChange={(kinds) => onChange({ ...view, kinds })}
        style={{ minWidth: 170 }}
        options={QUEUE_KINDS.map((value) => ({ value, label: t(`queue.kind_${value}`) }))}
      />
      <Select
        mode="multiple"
        aria-label={t('queue.labels')}
        placeholder={t('queue.labels')}
        value={[...(view.labels ?? [])]}
        onChange={(labels) => onChange({ ...view, labels })}
        style={{ minWidth: 170 }}
        showSearch={{ optionFilterProp: 'label' }}
        options={NUMBERS.map((value) => ({ value, label: say(LABELS[value]) }))}
      />
    </>
  )
}
