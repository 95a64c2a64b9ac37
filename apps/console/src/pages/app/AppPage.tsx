/** One app: where it stands and its versions first; members, callbacks, usage and records in tabs. */

import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { NavLink, useParams } from 'react-router'
import { api } from '../../api/client.ts'
import type { App } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loaded, Loading } from '../../parts/Loaded.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useUser } from '../../shell/session.ts'
import { findTabs, type TabName } from '../../view/app-tabs.ts'
import { Overview } from './Overview.tsx'
import { UploadDialog } from './UploadDialog.tsx'

const CallbacksTab = lazy(async () => ({
  default: (await import('./callbacks/CallbacksTab.tsx')).CallbacksTab,
}))
const ChecksTab = lazy(async () => ({
  default: (await import('./checks/ChecksTab.tsx')).ChecksTab,
}))
const MembersTab = lazy(async () => ({
  default: (await import('./members/MembersTab.tsx')).MembersTab,
}))
const SettingsTab = lazy(async () => ({
  default: (await import('./settings/SettingsTab.tsx')).SettingsTab,
}))
const UsageTab = lazy(async () => ({ default: (await import('./usage/UsageTab.tsx')).UsageTab }))

export function AppPage() {
  const { appid = '' } = useParams()
  const app = useQuery({ queryKey: ['app', appid], queryFn: () => api.getApp(appid) })
  return <Loaded query={app}>{(value) => <Whole app={value} />}</Loaded>
}

function Whole({ app }: { readonly app: App }) {
  const { t } = useTexts()
  const { roles } = useUser()
  const { tab } = useParams()
  const [isUploading, setIsUploading] = useState(false)
  const tabs = findTabs(roles, app.part)
  const shown = tabs.find((name) => name === tab) ?? 'overview'
  return (
    <>
      <PageHead name={app.name} title={app.name} lead={<span className="mono">{app.appid}</span>}>
        {app.part !== null && (
          <Button type="primary" onClick={() => setIsUploading(true)}>
            {t('app.upload')}
          </Button>
        )}
      </PageHead>
      {tabs.length > 1 && <Tabs appid={app.appid} tabs={tabs} shown={shown} />}
      <Suspense fallback={<Loading />}>
        <Tab app={app} name={shown} />
      </Suspense>
      {isUploading && <UploadDialog appid={app.appid} onClose={() => setIsUploading(false)} />}
    </>
  )
}

interface TabsProperties {
  readonly appid: string
  readonly tabs: readonly TabName[]
  readonly shown: TabName
}

/** On a phone not all of them have room: the one that is shown is brought in. */
function Tabs({ appid, tabs, shown }: TabsProperties) {
  const { t } = useTexts()
  const row = useRef<HTMLElement>(null)
  useEffect(() => {
    const open = row.current?.querySelector(`[data-tab="${shown}"]`)
    open?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [shown])
  return (
    <nav ref={row} className="tabs" aria-label={t('tabs.label')}>
      {tabs.map((name) => (
        <NavLink
          key={name}
          to={`/apps/${appid}${name === 'overview' ? '' : `/${name}`}`}
          end
          data-tab={name}
        >
          {t(`tabs.${name}`)}
        </NavLink>
      ))}
    </nav>
  )
}

function Tab({ app, name }: { readonly app: App; readonly name: TabName }) {
  const { appid } = app
  switch (name) {
    case 'overview':
      return <Overview app={app} />
    case 'members':
      return <MembersTab appid={appid} />
    case 'callbacks':
      return <CallbacksTab appid={appid} />
    case 'usage':
      return <UsageTab appid={appid} />
    case 'checks':
      return <ChecksTab appid={appid} />
    case 'settings':
      return <SettingsTab app={app} />
  }
}
