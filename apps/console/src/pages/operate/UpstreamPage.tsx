/** Which apps also ask another checker, how it is asked, and how often the two agree. */

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../api/client.ts'
import type { App } from '../../api/types.ts'
import { type Upstream, upstreams } from '../../api/upstream.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Empty } from '../../parts/Empty.tsx'
import { Loaded, Loading } from '../../parts/Loaded.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { Pairs } from './upstream/Pairs.tsx'
import { Sounds } from './upstream/Sounds.tsx'
import { UpstreamDialog } from './upstream/UpstreamDialog.tsx'

interface Row {
  readonly app: App
  readonly upstream: Upstream | null
}

interface AskingRow extends Row {
  readonly upstream: Upstream
}

export function UpstreamPage() {
  const { t } = useTexts()
  const asked = useQuery({ queryKey: ['upstreams'], queryFn: findRows })
  const [isAdding, setAdding] = useState(false)
  const free = (asked.data ?? []).filter(({ upstream }) => upstream === null)
  return (
    <>
      <PageHead title={t('upstream.title')} lead={t('upstream.lead')}>
        {free.length > 0 && <Button onClick={() => setAdding(true)}>{t('upstream.set')}</Button>}
      </PageHead>
      <Loaded query={asked}>{(rows) => <Askings rows={rows.filter(isAsking)} />}</Loaded>
      {isAdding && (
        <UpstreamDialog
          apps={free.map(({ app }) => app)}
          before={null}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  )
}

function isAsking(row: Row): row is AskingRow {
  return row.upstream !== null
}

function Askings({ rows }: { readonly rows: readonly AskingRow[] }) {
  const { t } = useTexts()
  if (rows.length === 0) {
    return (
      <div className="card">
        <Empty words={t('upstream.empty')} />
      </div>
    )
  }
  return (
    <div className="stack">
      {rows.map((row) => (
        <Asking key={row.app.appid} {...row} />
      ))}
    </div>
  )
}

/** One question for each app: few have another checker, and nobody looks here often. */
async function findRows(): Promise<readonly Row[]> {
  const { items } = await api.findApps()
  return Promise.all(items.map(async (app) => ({ app, ...(await upstreams.find(app.appid)) })))
}

function Asking({ app, upstream }: AskingRow) {
  const { t } = useTexts()
  const agreement = useQuery({
    queryKey: ['upstreams', app.appid],
    queryFn: () => upstreams.getAgreement(app.appid),
  })
  return (
    <section className="card stack-tight">
      <div className="row-apart">
        <h2>
          <Link to={`/apps/${app.appid}`}>{app.name}</Link>
        </h2>
        <span className="row">
          <Tag tone="blue">{t(`upstream.merges.${upstream.merge}`)}</Tag>
          <Tag tone={upstream.circuit === 'open' ? 'red' : 'green'}>
            {t(`upstream.circuit.${upstream.circuit}`)}
          </Tag>
        </span>
      </div>
      <Sounds appid={app.appid} push={upstream.push} />
      {agreement.data ? <Pairs agreement={agreement.data} /> : <Loading />}
      <Steps app={app} upstream={upstream} />
    </section>
  )
}

function Steps({ app, upstream }: AskingRow) {
  const { t } = useTexts()
  const queries = useQueryClient()
  const [isChanging, setChanging] = useState(false)
  const test = useMutation({ mutationFn: () => upstreams.test(app.appid) })
  const remove = useMutation({
    mutationFn: () => upstreams.remove(app.appid),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['upstreams'] }),
  })
  const error = test.error ?? remove.error
  return (
    <>
      {error && <ProblemNotice error={error} />}
      <span className="row">
        <Button size="small" onClick={() => setChanging(true)}>
          {t('upstream.change')}
        </Button>
        <Button size="small" loading={test.isPending} onClick={() => test.mutate()}>
          {t('upstream.test')}
        </Button>
        <Popconfirm
          title={t('upstream.removeConfirm')}
          okText={t('upstream.remove')}
          cancelText={t('state.cancel')}
          onConfirm={() => remove.mutate()}
        >
          <Button size="small">{t('upstream.remove')}</Button>
        </Popconfirm>
        {test.data && <TestAnswer {...test.data} />}
      </span>
      {isChanging && (
        <UpstreamDialog apps={[app]} before={upstream} onClose={() => setChanging(false)} />
      )}
    </>
  )
}

interface Tested {
  readonly ok: boolean
  readonly because: string | null
  readonly tookMs: number
}

function TestAnswer({ ok, because, tookMs }: Tested) {
  const { t } = useTexts()
  return (
    <span role="status">
      {ok ? t('upstream.tested', { ms: tookMs }) : t('upstream.failed', { because: because ?? '' })}
    </span>
  )
}
