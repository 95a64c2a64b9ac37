/** The inbox: what happened to one's versions, why, what to do and by when. */

import { useQuery } from '@tanstack/react-query'
import { Button, Segmented, Select } from 'antd'
import { useSearchParams } from 'react-router'
import { api } from '../../api/client.ts'
import { portal } from '../../api/portal.ts'
import type { App } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { useUnread } from '../../hooks/use-unread.ts'
import { PagedList } from '../../parts/PagedList.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { NoticeRow } from './NoticeRow.tsx'
import { useReading } from './use-reading.ts'

const PAGE_LENGTH = 30

export function NoticesPage() {
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const apps = useQuery({ queryKey: ['apps'], queryFn: api.findApps }).data?.items ?? []
  const names = new Map(apps.map(({ appid: each, name }) => [each, name]))
  const unread = params.get('show') !== 'all'
  const appid = params.get('appid') ?? undefined
  const set = (name: string, value: string) =>
    setParams((before) => {
      if (value === '') before.delete(name)
      else before.set(name, value)
      return before
    })
  return (
    <>
      <PageHead title={t('notices.title')} lead={t('notices.lead')}>
        <ReadAll appid={appid} />
      </PageHead>
      <div className="stack">
        <div className="row">
          <Segmented
            aria-label={t('notices.which')}
            value={unread ? '' : 'all'}
            onChange={(value) => set('show', value)}
            options={[
              { value: '', label: t('notices.unread') },
              { value: 'all', label: t('notices.all') },
            ]}
          />
          <AppFilter apps={apps} appid={appid} onChoose={(value) => set('appid', value)} />
        </div>
        <PagedList
          queryKey={['notices', unread, appid]}
          ask={(cursor) => portal.findNotices({ unread, appid, cursor, limit: PAGE_LENGTH })}
          label={t('notices.title')}
          empty={t(unread ? 'notices.allRead' : 'notices.empty')}
          keyOf={({ id }) => id}
          rowHeight={132}
        >
          {(notice) => <NoticeRow notice={notice} appName={names.get(notice.appid) ?? ''} />}
        </PagedList>
      </div>
    </>
  )
}

/** Of the chosen app, or of all. */
function ReadAll({ appid }: { readonly appid: string | undefined }) {
  const { t } = useTexts()
  const read = useReading(() => portal.readAllNotices(appid))
  const unread = useUnread()
  return (
    <>
      {read.error && <ProblemNotice error={read.error} />}
      <Button disabled={unread === 0} loading={read.isPending} onClick={() => read.mutate()}>
        {t('notices.readAll')}
      </Button>
    </>
  )
}

interface FilterProperties {
  readonly apps: readonly App[]
  readonly appid: string | undefined
  readonly onChoose: (appid: string) => void
}

function AppFilter({ apps, appid, onChoose }: FilterProperties) {
  const { t } = useTexts()
  return (
    <Select
      aria-label={t('releases.filterApp')}
      value={appid ?? ''}
      onChange={onChoose}
      className="search"
      showSearch={{ optionFilterProp: 'label' }}
      options={[
        { value: '', label: t('releases.anyApp') },
        ...apps.map((app) => ({ value: app.appid, label: app.name })),
      ]}
    />
  )
}
