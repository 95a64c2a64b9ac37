/**
 * What counts in checks: edited as a candidate, held against stored checks, tried beside the live one,
 * published, and gone back from.
 */

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { operate } from '../../api/operate.ts'
import type { CheckPolicy } from '../../api/operate-types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { CandidateCard } from './policies/CandidateCard.tsx'
import { Editions } from './policies/Editions.tsx'
import { Trials } from './policies/Trials.tsx'
import { WeightsCard } from './policies/WeightsCard.tsx'

export function PoliciesPage() {
  const { t } = useTexts()
  const policy = useQuery({ queryKey: ['policy'], queryFn: operate.getPolicy })
  return (
    <>
      <PageHead title={t('policies.title')} lead={t('policies.lead')} />
      <Loaded query={policy}>{(live) => <Editor key={JSON.stringify(live)} live={live} />}</Loaded>
    </>
  )
}

/** A fresh one when the live policy has changed: a draft of an older one would undo it. */
function Editor({ live }: { readonly live: CheckPolicy }) {
  const [draft, setDraft] = useState(live)
  return (
    <div className="stack">
      <Trials />
      <WeightsCard live={live} draft={draft} onChange={setDraft} />
      <CandidateCard live={live} draft={draft} onReset={() => setDraft(live)} />
      <Editions live={live} />
    </div>
  )
}
