/** The queue of what the machine left in doubt, and proposals that wait for a second person. */

import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useSearchParams } from 'react-router'
import { api } from '../../api/client.ts'
import type { CasePage } from '../../api/types.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Empty } from '../../parts/Empty.tsx'
import { Loading } from '../../parts/Loaded.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { useUser } from '../../shell/session.ts'
import { describeAgo } from '../../view/times.ts'
import { TakeNext } from '../case/TakeNext.tsx'
import { CaseList } from './CaseList.tsx'
import { OpenProposals } from './OpenProposals.tsx'

const STATES = ['waiting', 'decided'] as const
type State = (typeof STATES)[number]

export function CasesPage() {
  const { t } = useTexts()
  const { roles } = useUser()
  const [search, setSearch] = useSearchParams()
  const state = STATES.find((one) => one === search.get('state')) ?? 'waiting'
  return (
    <>
      <PageHead title={t('cases.title')} lead={t('cases.lead')}>
        {roles.includes('reviewer') && <TakeNext />}
      </PageHead>
      <div className="desk-grid">
        <section className="stack">
          <Select
            aria-label={t('cases.state')}
            value={state}
            onChange={(value) => setSearch({ state: value })}
            style={{ width: 180 }}
            options={[
              { value: 'waiting', label: t('cases.stateWaiting') },
              { value: 'decided', label: t('cases.stateDecided') },
            ]}
          />
          <Found state={state} />
        </section>
        <section className="card stack">
          <OpenProposals />
        </section>
      </div>
    </>
  )
}

function Found({ state }: { readonly state: State }) {
  const { t } = useTexts()
  const found = useInfiniteQuery({
    queryKey: ['cases', state],
    queryFn: ({ pageParam }) => api.findCases({ state, cursor: pageParam ?? undefined }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: 10_000,
  })
  if (found.error && !found.data) {
    return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
  }
  if (!found.data) return <Loading />
  const cases = found.data.pages.flatMap(({ items }) => items)
  const [first] = found.data.pages
  return (
    <>
      {first && <Waiting waiting={first.waiting} />}
      <div className="card list-card">
        {cases.length === 0 ? (
          <Empty words={t(state === 'waiting' ? 'cases.empty' : 'cases.emptyDecided')} />
        ) : (
          <CaseList cases={cases} />
        )}
      </div>
      {found.hasNextPage && (
        <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('state.loadMore')}
        </Button>
      )}
    </>
  )
}

function Waiting({ waiting: { count, oldestAt } }: Pick<CasePage, 'waiting'>) {
  const { t, language } = useTexts()
  const now = useNow()
  return (
    <p className="soft">
      {t('cases.waiting', { count })}
      {oldestAt !== null &&
        ` · ${t('cases.oldest', { ago: describeAgo(oldestAt, now, language) })}`}
    </p>
  )
}
