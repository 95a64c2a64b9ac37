/** The apps, and registering one. */

import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../api/client.ts'
import type { App } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Empty } from '../../parts/Empty.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { useUser } from '../../shell/session.ts'
import { describeRegion } from '../../view/regions.ts'
import { AppDialog } from './AppDialog.tsx'

export function AppsPage() {
  const { t } = useTexts()
  const { roles } = useUser()
  const [isCreating, setIsCreating] = useState(false)
  const apps = useQuery({ queryKey: ['apps'], queryFn: api.findApps })
  const mayCreate = roles.includes('developer') || roles.includes('operator')
  const create = mayCreate && (
    <Button type="primary" onClick={() => setIsCreating(true)}>
      {t('apps.create')}
    </Button>
  )
  return (
    <>
      <PageHead title={t('apps.title')} lead={t('apps.lead')}>
        {create}
      </PageHead>
      <Loaded query={apps}>
        {({ items }) =>
          items.length === 0 ? (
            <div className="card">
              <Empty words={t('apps.empty')} />
            </div>
          ) : (
            <ul className="app-cards">
              {items.map((app) => (
                <li key={app.appid}>
                  <AppCard app={app} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {isCreating && <AppDialog onClose={() => setIsCreating(false)} />}
    </>
  )
}

function AppCard({ app }: { readonly app: App }) {
  const { t, language } = useTexts()
  const { subject, categories } = app
  return (
    <Link className="card app-card" to={`/apps/${app.appid}`}>
      <span className="row-apart">
        <strong>{app.name}</strong>
        {app.liveReleaseId ? (
          <Tag tone="green">{t('apps.live')}</Tag>
        ) : (
          <Tag tone="grey">{t('apps.notLive')}</Tag>
        )}
      </span>
      <span className="mono soft">{app.appid}</span>
      <span className="soft small">
        {t(`subjectKind.${subject.kind}`)} · {describeRegion(subject.region, language)}
      </span>
      <span className="small">
        {categories.map(({ first, second }) => `${first} · ${second}`).join('、')}
      </span>
    </Link>
  )
}
