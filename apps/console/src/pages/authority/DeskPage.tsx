/** What waits in a region, what ends first at the head, and what happens when nobody answers. */

import { Select } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { authority } from '../../api/authority.ts'
import type { Release } from '../../api/types.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { PagedList } from '../../parts/PagedList.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { StateTag } from '../../parts/Tag.tsx'
import { useUser } from '../../shell/session.ts'
import { deadlineOf } from '../../view/deadline.ts'
import { describeRegion } from '../../view/regions.ts'
import { TimeLeft } from './TimeLeft.tsx'

const STATES = ['filing', 'materialRequested', 'preLaunch', 'takedownOrdered', 'rectified'] as const

export function DeskPage() {
  const { t, language } = useTexts()
  const { region } = useUser()
  const [search, setSearch] = useSearchParams()
  const state = STATES.find((each) => each === search.get('state'))
  const place = region ? describeRegion(region, language) : t('authority.everywhere')
  return (
    <>
      <PageHead title={t('authority.title')} lead={t('authority.lead', { place })}>
        <Select
          aria-label={t('releases.filterState')}
          value={state ?? ''}
          className="filter"
          onChange={(chosen) => setSearch(chosen ? { state: chosen } : {})}
          options={[
            { value: '', label: t('authority.anyState') },
            ...STATES.map((each) => ({ value: each, label: t(`releaseState.${each}`) })),
          ]}
        />
      </PageHead>
      <PagedList<Release>
        queryKey={['releases', 'authority', state]}
        ask={(cursor) => authority.findCases({ state, cursor })}
        label={t('authority.list')}
        empty={t(state ? 'releases.emptyFiltered' : 'authority.empty')}
        keyOf={({ id }) => id}
        rowHeight={78}
      >
        {(release) => <Row release={release} />}
      </PagedList>
    </>
  )
}

function Row({ release }: { readonly release: Release }) {
  const { t, language } = useTexts()
  const { filing } = release
  const categories = filing?.categories ?? release.categories
  return (
    <Link className="release-row desk-row" to={`/authority/${release.id}`}>
      <span>
        <strong>
          {release.appName} {release.version}
        </strong>
        <span className="one-line soft small">
          {categories.map(({ first, second }) => `${first} · ${second}`).join('、')}
        </span>
      </span>
      <span className="stack-tight">
        <StateTag state={release.state} />
        <span className="soft small">
          {filing ? describeRegion(filing.region, language) : t('state.none')}
        </span>
      </span>
      <TimeLeft deadline={deadlineOf(release, useNow())} />
    </Link>
  )
}
