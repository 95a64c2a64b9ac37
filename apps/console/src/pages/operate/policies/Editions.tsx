/** Every edition of the check policy: who, when, why, what it changed; and going back to it. */

import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { operate } from '../../../api/operate.ts'
import type { CheckPolicy, PolicyEdition } from '../../../api/operate-types.ts'
import { usePages } from '../../../hooks/use-pages.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { EditionHead } from '../../../parts/EditionHead.tsx'
import { ProblemNotice } from '../../../parts/ProblemNotice.tsx'
import { diffLimits } from '../../../view/limits.ts'
import { diffPolicies } from '../../../view/policy.ts'
import { LimitDifferences } from '../limits/LimitDifferences.tsx'
import { Differences } from './Differences.tsx'
import { useCheckRules } from './WeightsCard.tsx'

export function Editions({ live }: { readonly live: CheckPolicy }) {
  const { t } = useTexts()
  const { found, items = [] } = usePages(['policy', 'editions'], operate.findPolicies)
  return (
    <section className="card stack">
      <h2>{t('policies.editions')}</h2>
      {found.error && <ProblemNotice error={found.error} />}
      {items.length === 0 && <p className="soft">{t('policies.noEditions')}</p>}
      <ol className="edition-list">
        {items.map((edition, index) => (
          <Edition
            key={edition.number}
            edition={edition}
            before={items[index + 1]?.policy ?? { all: {}, apps: {} }}
            isLive={index === 0 && JSON.stringify(edition.policy) === JSON.stringify(live)}
          />
        ))}
      </ol>
      {found.hasNextPage && (
        <Button onClick={() => void found.fetchNextPage()}>{t('state.loadMore')}</Button>
      )}
    </section>
  )
}

interface Properties {
  readonly edition: PolicyEdition
  readonly before: CheckPolicy
  readonly isLive: boolean
}

function Edition({ edition, before, isLive }: Properties) {
  const { t } = useTexts()
  const { data: rules } = useCheckRules()
  const { data: shipped } = useQuery({
    queryKey: ['shipped-limits'],
    queryFn: operate.getShippedLimits,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const { note, policy } = edition
  const weights = diffPolicies(before, policy, rules?.items ?? [])
  const limits = shipped ? diffLimits(before, policy, shipped) : []
  return (
    <li className="stack-tight">
      <EditionHead
        edition={edition}
        isLive={isLive}
        goBack={operate.rollBackPolicy}
        changes={['policy']}
      />
      {note && <p className="words">{note}</p>}
      {weights.length + limits.length === 0 && (
        <p className="soft small">{t('policies.asBefore')}</p>
      )}
      <Differences differences={weights} empty="" />
      <LimitDifferences differences={limits} />
    </li>
  )
}
