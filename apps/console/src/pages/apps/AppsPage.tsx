/** The apps of this person, each with where it stands: found by name, of any number. */

import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import type { App } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Empty } from '../../parts/Empty.tsx'
import { EndlessRows } from '../../parts/EndlessRows.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useUser } from '../../shell/session.ts'
import { chunkOf, findApps } from '../../view/standing.ts'
import { AppDialog } from './AppDialog.tsx'
import { AppRow } from './AppRow.tsx'

export function AppsPage() {
  const { t } = useTexts()
  const { roles } = useUser()
  const [isCreating, setIsCreating] = useState(false)
  const apps = useQuery({ queryKey: ['apps'], queryFn: api.findApps })
  const mayCreate = roles.includes('developer') || roles.includes('operator')
  return (
    <>
      <PageHead title={t('apps.title')} lead={t(mayCreate ? 'apps.lead' : 'apps.leadReading')}>
        {mayCreate && (
          <Button type="primary" onClick={() => setIsCreating(true)}>
            {t('apps.create')}
          </Button>
        )}
      </PageHead>
      <Loaded query={apps}>{({ items }) => <Found apps={items} />}</Loaded>
      {isCreating && <AppDialog onClose={() => setIsCreating(false)} />}
    </>
  )
}

/** A handful is seen at a glance. */
const SEARCHED_FROM = 6

function Found({ apps }: { readonly apps: readonly App[] }) {
  const { t } = useTexts()
  const [words, setWords] = useState('')
  const found = findApps(apps, words)
  const appids = found.map(({ appid }) => appid)
  return (
    <div className="stack">
      {apps.length >= SEARCHED_FROM && (
        <Input.Search
          allowClear
          aria-label={t('apps.search')}
          placeholder={t('apps.search')}
          className="search"
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      )}
      <div className="card list-card">
        {found.length === 0 ? (
          <Empty words={t(apps.length === 0 ? 'apps.empty' : 'apps.noneFound')} />
        ) : (
          <EndlessRows
            label={t('apps.title')}
            items={found}
            keyOf={({ appid }) => appid}
            rowHeight={92}
          >
            {(app, index) => <AppRow app={app} chunk={chunkOf(appids, index)} />}
          </EndlessRows>
        )}
      </div>
    </div>
  )
}
