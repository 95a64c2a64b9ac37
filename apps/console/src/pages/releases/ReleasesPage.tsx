/** Every release that the person may see, by whose turn it is, state and app, more of them on demand. */

import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { api } from '../../api/client.ts'
import { RELEASE_STATES, type ReleaseState, type Turn } from '../../api/types.ts'
import { usePages } from '../../hooks/use-pages.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Empty } from '../../parts/Empty.tsx'
import { Loading } from '../../parts/Loaded.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { ReleaseList } from '../../parts/ReleaseList.tsx'
import { useUser } from '../../shell/session.ts'
import { TURNS } from '../../view/turns.ts'

const PAGE_LENGTH = 50

interface Filters {
  readonly turn: Turn | undefined
  readonly state: ReleaseState | undefined
  readonly appid: string | undefined
}

export function ReleasesPage() {
  const { t } = useTexts()
  const [search] = useSearchParams()
  const filters = {
    turn: TURNS.find((each) => each === search.get('turn')),
    state: RELEASE_STATES.find((each) => each === search.get('state')),
    appid: search.get('appid') ?? undefined,
  }
  return (
    <>
      <PageHead title={t('releases.title')} lead={t('releases.lead')} />
      <div className="stack">
        <FilterBar {...filters} />
        <Found {...filters} />
      </div>
    </>
  )
}

function FilterBar({ turn, state, appid }: Filters) {
  const { t } = useTexts()
  const { roles } = useUser()
  const [, setSearch] = useSearchParams()
  const { data: apps } = useQuery({ queryKey: ['apps'], queryFn: api.findApps })
  const choose = (name: keyof Filters, value: string) =>
    setSearch((search) => {
      if (value === '') search.delete(name)
      else search.set(name, value)
      // A state is at one turn: the one that was chosen last counts.
      if (name !== 'appid') search.delete(name === 'turn' ? 'state' : 'turn')
      return search
    })
  const isMine = (each: Turn) => roles.some((role) => role === each)
  const turns = [...TURNS].sort((one, other) => Number(isMine(other)) - Number(isMine(one)))
  return (
    <div className="row">
      <Select
        aria-label={t('releases.filterTurn')}
        value={turn ?? ''}
        onChange={(value) => choose('turn', value)}
        style={{ width: 180 }}
        options={[
          { value: '', label: t('releases.anyTurn') },
          ...turns.map((each) => ({
            value: each,
            label: t(isMine(each) ? 'releases.turnMine' : 'releases.turnOf', {
              turn: t(`turn.${each}`),
            }),
          })),
        ]}
      />
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
  const { found, items: releases } = usePages(
    ['releases', filters.turn, filters.state, filters.appid],
    (cursor) => api.findReleases({ ...filters, cursor, limit: PAGE_LENGTH }),
  )
  if (found.error && releases === undefined) {
    return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
  }
  if (releases === undefined) return <Loading />
  return (
    <div className="card list-card">
      {releases.length === 0 ? (
        <NoReleases {...filters} />
      ) : (
        <ReleaseList releases={releases} more={found} />
      )}
    </div>
  )
}

/** What to do next: look at the others, or begin with an app. */
function NoReleases({ turn, state, appid }: Filters) {
  const { t } = useTexts()
  const { roles } = useUser()
  const isFiltered = turn !== undefined || state !== undefined || appid !== undefined
  if (isFiltered) {
    const isMine = roles.some((role) => role === turn)
    return (
      <Empty words={t(isMine ? 'releases.nothingForMe' : 'releases.emptyFiltered')}>
        <Link to="/releases">{t('releases.all')}</Link>
      </Empty>
    )
  }
  return (
    <Empty words={t('releases.empty')}>
      {roles.includes('developer') && <Link to="/apps">{t('releases.toApps')}</Link>}
    </Empty>
  )
}
