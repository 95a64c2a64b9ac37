/** The filing plan on the page of a version that is not handed in, or was sent back. */

import { useQuery } from '@tanstack/react-query'
import { portal } from '../../../api/portal.ts'
import type { Release } from '../../../api/types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { Loaded } from '../../../parts/Loaded.tsx'
import { PlanPanel } from './PlanPanel.tsx'

export function PlanCard({ release }: { readonly release: Release }) {
  const { t } = useTexts()
  const plan = useQuery({
    queryKey: ['release', release.id, 'plan', release.changedAt],
    queryFn: () => portal.planOf(release.id),
  })
  return (
    <section className="card stack-tight">
      <h2>{t('plan.title')}</h2>
      <p className="soft small">{t('plan.lead')}</p>
      <Loaded query={plan}>{(value) => <PlanPanel releaseId={release.id} plan={value} />}</Loaded>
    </section>
  )
}
