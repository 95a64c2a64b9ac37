/** Chooses categories of the platform's table by typing part of a name; filing ones are marked. */

import { Select } from 'antd'
import type { CategoryEntry } from '../api/types.ts'
import { useTexts } from '../hooks/use-texts.ts'
import { keyOf } from '../view/categories.ts'
import { Tag } from './Tag.tsx'

interface Properties {
  readonly table: readonly CategoryEntry[]
  readonly id?: string
  readonly value?: string[]
  readonly onChange?: (keys: string[]) => void
  readonly max?: number
}

export function CategorySelect({ table, max, ...field }: Properties) {
  const { t } = useTexts()
  const filed = new Set(table.filter((entry) => entry.filed).map(keyOf))
  return (
    <Select
      {...field}
      mode="multiple"
      // Else leaving by Tab would choose the first row of the list.
      defaultActiveFirstOption={false}
      {...(max === undefined ? {} : { maxCount: max })}
      options={table.map((entry) => ({
        value: keyOf(entry),
        label: `${entry.first} · ${entry.second}`,
      }))}
      showSearch={{ optionFilterProp: 'label' }}
      optionRender={({ label, value }) => (
        <span className="row-apart">
          {label}
          {filed.has(String(value)) && <Tag tone="violet">{t('apps.filed')}</Tag>}
        </span>
      )}
    />
  )
}
