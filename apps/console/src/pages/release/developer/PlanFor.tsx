/** The plan for the categories that are chosen now, looked up in the package by the server. */

import type { Category } from '@fangxing/contract'
import { useQuery } from '@tanstack/react-query'
import { Spin } from 'antd'
import { portal } from '../../../api/portal.ts'
import type { Release } from '../../../api/types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { keyOf } from '../../../view/categories.ts'
import { PlanPanel } from './PlanPanel.tsx'

interface Properties {
  readonly release: Release
  readonly categories: readonly Category[]
}

export function PlanFor({ release, categories }: Properties) {
  const { t } = useTexts()
  const { id, appid } = release
  const plan = useQuery({
    queryKey: ['release', id, 'plan-for', categories.map(keyOf).join()],
    queryFn: () => portal.planFor(appid, id, categories),
    enabled: categories.length > 0,
    placeholderData: (before) => before,
  })
  if (categories.length === 0 || plan.error) return null
  return (
    <section
      className="place stack-tight consequences"
      aria-live="polite"
      aria-busy={plan.isFetching}
    >
      <h3>
        {t('plan.inPackage')} {plan.isFetching && <Spin size="small" />}
      </h3>
      {plan.data && <PlanPanel releaseId={id} plan={plan.data} />}
    </section>
  )
}
