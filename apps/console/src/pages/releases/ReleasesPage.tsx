/** Every release that the person may see, by state and app, more of them on demand. */

import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useSearchParams } from 'react-router'
import { api } from '../../api/client.ts'
import { RELEASE_STATES, type ReleaseState } from '../../api/types.ts'
import { usePages } from '../../hooks/use-pages.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Empty } from '../../parts/Empty.tsx'
import { ListFoot } from '../../parts/EndlessRows.tsx'
import { Loading } from '../../parts/Loaded.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { ReleaseList } from '../../parts/ReleaseList.tsx'

const PAGE_LENGTH = 50

interface Filters {
  readonly state: ReleaseState | undefined
  readonly appid: string | undefined
}

export function ReleasesPage() {
  const { t } = useTexts()
  const [search] = useSearchParams()
  const state = RELEASE_STATES.find((each) => each === search.get('state'))
  const appid = search.get('appid') ?? undefined
  return (
    <>
      <PageHead title={t('releases.title')} lead={t('releases.lead')} />
      <div className="stack">
        <FilterBar state={state} appid={appid} />
        <Found state={state} appid={appid} />
      </div>
    </>
  )
}

function FilterBar({ state, appid }: Filters) {
  const { t } = useTexts()
  const [, setSearch] = useSearchParams()
  const { data: apps } = useQuery({ queryKey: ['apps'], queryFn: api.findApps })
  const choose = (name: string, value: string | undefined) =>
    setSearch((search) => {
      if (value) search.set(name, value)
      else search.delete(name)
      return search
    })
  return (
    <div className="row">
      <Select
        aria-label={t('releases.filterState')}
        value={state ?? ''}
        onChange={(value) => choose('state', value)}
        style={{ width: 180 }}
        options={[
          { value: '', label: t('releases.anyState') },
          ...RELEASE_STATES.map((each) => ({ value: each, label: t(`releaseState.${each}`) })),
        ]}
      />
      <Select
        aria-label={t('releases.filterApp')}
        value={appid ?? ''}
        onChange={(value) => choose('appid', value)}
        style={{ width: 220 }}
        showSearch={{ optionFilterProp: 'label' }}
        options={[
          { value: '', label: t('releases.anyApp') },
          ...(apps?.items ?? []).map((app) => ({ value: app.appid, label: app.name })),
        ]}
      />
    </div>
  )
}

function Found(filters: Filters) {
  const { t } = useTexts()
  const { found, items: releases } = usePages(
    ['releases', filters.state, filters.appid],
    (cursor) => api.findReleases({ ...filters, cursor, limit: PAGE_LENGTH }),
  )
  if (found.error && releases === undefined) {
    return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
  }
  if (releases === undefined) return <Loading />

  if (releases.length === 0) {
    const isFiltered = filters.state !== undefined || filters.appid !== undefined
    return (
      <div className="card list-card">
        <Empty words={t(isFiltered ? 'releases.emptyFiltered' : 'releases.empty')} />
      </div>
    )
  }
  return (
    <div className="card list-card">
      <ReleaseList releases={releases} more={found} />
      <ListFoot more={found} count={releases.length} />
    </div>
  )
}
