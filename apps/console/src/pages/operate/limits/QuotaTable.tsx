/** How often each call may be made, in a minute and in a day; of one app with what it used today. */

import { useQuery } from '@tanstack/react-query'
import { InputNumber } from 'antd'
import type { CheckPolicy, Limits, Quota } from '../../../api/operate-types.ts'
import { portal } from '../../../api/portal.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { Tag } from '../../../parts/Tag.tsx'
import { isOwnQuota, limitsIn } from '../../../view/limits.ts'
import type { Scope } from '../../../view/policy.ts'

interface Properties {
  readonly policy: CheckPolicy
  readonly scope: Scope
  readonly shipped: Limits
  readonly onChange: (call: string, quota: Quota) => void
}

const WINDOWS = ['perMinute', 'perDay'] as const

export function QuotaTable({ policy, scope, shipped, onChange }: Properties) {
  const { t } = useTexts()
  const used = useUsedToday(scope)
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t('limits.call')}</th>
          {WINDOWS.map((name) => (
            <th key={name} scope="col">
              {t(`limits.${name}`)}
            </th>
          ))}
          {scope !== null && <th scope="col">{t('limits.usedToday')}</th>}
        </tr>
      </thead>
      <tbody>
        {Object.entries(limitsIn(policy, scope, shipped).quotas).map(([call, quota]) => (
          <tr key={call}>
            <th scope="row">
              {t(`usage.call.${call}`)}{' '}
              {isOwnQuota(policy, scope, call) && <Tag tone="amber">{t('limits.own')}</Tag>}
            </th>
            {WINDOWS.map((name) => (
              <td key={name}>
                <InputNumber<number>
                  aria-label={`${t(`usage.call.${call}`)} ${t(`limits.${name}`)}`}
                  placeholder={t('limits.none')}
                  min={1}
                  max={1_000_000_000}
                  precision={0}
                  value={quota[name]}
                  onChange={(value) => onChange(call, { ...quota, [name]: value })}
                />
              </td>
            ))}
            {scope !== null && <td className="number">{used.get(call) ?? 0}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Of one app; there is no sum over all that a quota could be held against. */
function useUsedToday(scope: Scope): ReadonlyMap<string, number> {
  const { data } = useQuery({
    queryKey: ['usage', scope, 1],
    queryFn: () => portal.getUsage(scope ?? '', 1),
    enabled: scope !== null,
  })
  return new Map(data?.quotas.map(({ call, usedToday }) => [call, usedToday]))
}
