/** One app: what it is, what it has filed, and its versions. */

import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { api } from '../../api/client.ts'
import type { App } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Empty } from '../../parts/Empty.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { ReleaseList } from '../../parts/ReleaseList.tsx'
import { useUser } from '../../shell/session.ts'
import { AppFacts } from './AppFacts.tsx'
import { Ledger } from './Ledger.tsx'
import { UploadDialog } from './UploadDialog.tsx'

export function AppPage() {
  const { appid = '' } = useParams()
  const app = useQuery({ queryKey: ['app', appid], queryFn: () => api.getApp(appid) })
  return <Loaded query={app}>{(value) => <Whole app={value} />}</Loaded>
}

function Whole({ app }: { readonly app: App }) {
  const { t } = useTexts()
  const { roles } = useUser()
  const [isUploading, setIsUploading] = useState(false)
  return (
    <>
      <PageHead title={app.name} lead={<span className="mono">{app.appid}</span>}>
        {roles.includes('developer') && (
          <Button type="primary" onClick={() => setIsUploading(true)}>
            {t('app.upload')}
          </Button>
        )}
      </PageHead>
      <div className="release-grid">
        <Versions appid={app.appid} />
        <div className="stack">
          <AppFacts app={app} />
          <Ledger appid={app.appid} />
        </div>
      </div>
      {isUploading && <UploadDialog appid={app.appid} onClose={() => setIsUploading(false)} />}
    </>
  )
}

/** The latest versions; older ones are found in the list of releases. */
const SHOWN = 100

function Versions({ appid }: { readonly appid: string }) {
  const { t } = useTexts()
  const releases = useQuery({
    queryKey: ['releases', 'app', appid],
    queryFn: () => api.findReleases({ appid, limit: SHOWN }),
    refetchInterval: 10_000,
  })
  return (
    <section className="stack-tight">
      <h2>{t('app.releases')}</h2>
      <div className="card list-card">
        <Loaded query={releases}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty words={t('app.noReleases')} />
            ) : (
              <ReleaseList releases={items} />
            )
          }
        </Loaded>
      </div>
    </section>
  )
}
