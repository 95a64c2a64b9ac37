/** Which weights count otherwise, each in a line. */

import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import type { Difference } from '../../../view/policy.ts'

interface Properties {
  readonly differences: readonly Difference[]
  /** Said when there are none; empty: nothing is said. */
  readonly empty: string
}

export function Differences({ differences, empty }: Properties) {
  const { t } = useTexts()
  const { data: apps } = useQuery({ queryKey: ['apps'], queryFn: api.findApps })
  if (differences.length === 0) return empty === '' ? null : <p className="soft small">{empty}</p>
  const nameOf = (scope: string | null) =>
    scope === null
      ? t('policies.allApps')
      : (apps?.items.find(({ appid }) => appid === scope)?.name ?? scope)
  return (
    <ul className="brief-list">
      {differences.map(({ scope, scene, ruleId, before, after }) => (
        <li key={`${scope} ${scene} ${ruleId}`}>
          <span>
            {nameOf(scope)} · {t(`policies.scene.${scene}`)} <span className="mono">{ruleId}</span>
          </span>
          <span>
            {t(`policies.weight.${before}`)} → <strong>{t(`policies.weight.${after}`)}</strong>
          </span>
        </li>
      ))}
    </ul>
  )
}
