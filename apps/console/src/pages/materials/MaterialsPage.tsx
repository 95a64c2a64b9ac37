/** The materials that this person sees, newest first; for reviewers, those that wait for them. */

import { Button, Select } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { MATERIAL_STATES, type Material, materialApi } from '../../api/materials.ts'
import { useNow } from '../../hooks/use-now.ts'
import { usePages } from '../../hooks/use-pages.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Empty } from '../../parts/Empty.tsx'
import { Loading } from '../../parts/Loaded.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { useUser } from '../../shell/session.ts'
import { TONE_OF_MATERIAL } from '../../view/materials.ts'
import { describeAgo } from '../../view/times.ts'
import { MaterialDialog } from './MaterialDialog.tsx'
import { WaitingList } from './WaitingList.tsx'

const EVERY = 'all'

export function MaterialsPage() {
  const { t } = useTexts()
  const { roles } = useUser()
  const [isOpen, setIsOpen] = useState(false)
  const [search, setSearch] = useSearchParams()
  const state = MATERIAL_STATES.find((one) => one === search.get('state'))
  return (
    <>
      <PageHead title={t('nav.materials')} lead={t('materials.lead')}>
        {roles.includes('developer') && (
          <Button type="primary" onClick={() => setIsOpen(true)}>
            {t('materials.handIn')}
          </Button>
        )}
      </PageHead>
      {roles.includes('reviewer') && <WaitingList />}
      <section className="stack">
        <Select
          aria-label={t('materials.state')}
          value={state ?? EVERY}
          onChange={(value) => setSearch(value === EVERY ? {} : { state: value })}
          style={{ width: 180 }}
          options={[
            { value: EVERY, label: t('materials.every') },
            ...MATERIAL_STATES.map((one) => ({ value: one, label: t(`materialState.${one}`) })),
          ]}
        />
        <Found state={state} />
      </section>
      {isOpen && <MaterialDialog onClose={() => setIsOpen(false)} />}
    </>
  )
}

/** An audit that runs tells its part now and then. */
const REFRESH_MS = 10_000

function Found({ state }: { readonly state: string | undefined }) {
  const { t } = useTexts()
  const { found, items: materials } = usePages(
    ['materials', state],
    (cursor) => materialApi.find({ state, cursor }),
    REFRESH_MS,
  )
  if (found.error && !materials) {
    return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
  }
  if (!materials) return <Loading />
  return (
    <>
      <div className="card list-card">
        {materials.length === 0 ? (
          <Empty words={t('materials.empty')} />
        ) : (
          <ul className="case-list" aria-label={t('materials.list')}>
            {materials.map((one) => (
              <li key={one.id}>
                <Row one={one} />
              </li>
            ))}
          </ul>
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

function Row({ one }: { readonly one: Material }) {
  const { t, language } = useTexts()
  const now = useNow()
  return (
    <Link className="release-row case-row" to={`/materials/${one.id}`}>
      <span className="stack-tight">
        <strong>{one.name}</strong>
        <span className="soft small">
          {t(`materials.kind_${one.kind}`)} · {describeAgo(one.auditedAt, now, language)}
          {one.everyHours !== null && ` · ${t('materials.every_hours', { hours: one.everyHours })}`}
        </span>
      </span>
      <Tag tone={TONE_OF_MATERIAL[one.state]}>{t(`materialState.${one.state}`)}</Tag>
    </Link>
  )
}
