/** For all apps, or for one of them. */

import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { api } from '../../../api/client.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import type { Scope } from '../../../view/policy.ts'

interface Properties {
  readonly scope: Scope
  readonly onChange: (scope: Scope) => void
}

export function ScopeSelect({ scope, onChange }: Properties) {
  const { t } = useTexts()
  const { data: apps } = useQuery({ queryKey: ['apps'], queryFn: api.findApps })
  return (
    <Select
      aria-label={t('policies.scope')}
      className="wide-filter"
      value={scope ?? ''}
      onChange={(chosen) => onChange(chosen || null)}
      showSearch={{ optionFilterProp: 'label' }}
      options={[
        { value: '', label: t('policies.allApps') },
        ...(apps?.items ?? []).map(({ appid, name }) => ({ value: appid, label: name })),
      ]}
    />
  )
}
