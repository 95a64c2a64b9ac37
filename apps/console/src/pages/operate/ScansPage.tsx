/** Today's rules over what serves: in shadow first, then for real; how far it is, and what it found. */

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { operate } from '../../api/operate.ts'
import type { RetroResult, RetroScan } from '../../api/operate-types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Empty } from '../../parts/Empty.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { Moment } from '../../parts/Moment.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { Tag } from '../../parts/Tag.tsx'

const RUNNING_MS = 2000
const RESTING_MS = 30_000

export function ScansPage() {
  const { t } = useTexts()
  const scans = useQuery({
    queryKey: ['scans'],
    queryFn: () => operate.findScans(undefined),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ finishedAt }) => finishedAt === null) ? RUNNING_MS : RESTING_MS,
  })
  return (
    <>
      <PageHead title={t('scans.title')} lead={t('scans.lead')}>
        <Starting />
      </PageHead>
      <Loaded query={scans}>
        {({ items }) =>
          items.length === 0 ? (
            <div className="card">
              <Empty words={t('scans.empty')} />
            </div>
          ) : (
            <div className="stack">
              {items.map((scan) => (
                <Scan key={scan.id} scan={scan} />
              ))}
            </div>
          )
        }
      </Loaded>
    </>
  )
}

function Starting() {
  const { t } = useTexts()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const start = useMutation({
    mutationFn: (shadow: boolean) => operate.startScan(shadow),
    async onSuccess() {
      void message.success(t('scans.started'))
      await queries.invalidateQueries({ queryKey: ['scans'] })
    },
  })
  return (
    <>
      {start.error && <ProblemNotice error={start.error} />}
      <Button type="primary" loading={start.isPending} onClick={() => start.mutate(true)}>
        {t('scans.shadow')}
      </Button>
      <Popconfirm
        title={t('scans.realConfirm')}
        okText={t('scans.real')}
        cancelText={t('state.cancel')}
        onConfirm={() => start.mutate(false)}
      >
        <Button danger>{t('scans.real')}</Button>
      </Popconfirm>
    </>
  )
}

function Scan({ scan }: { readonly scan: RetroScan }) {
  const { t } = useTexts()
  const [isOpen, setIsOpen] = useState(false)
  const { total, looked, worse, reopened, failed } = scan.progress
  const share = total === 0 ? 1 : looked / total
  return (
    <section className="card stack-tight">
      <div className="row-apart">
        <span className="row">
          <Tag tone={scan.shadow ? 'violet' : 'red'}>
            {t(scan.shadow ? 'scans.inShadow' : 'scans.forReal')}
          </Tag>
          <Tag tone={scan.finishedAt === null ? 'blue' : 'green'}>
            {t(scan.finishedAt === null ? 'scans.running' : 'scans.finished')}
          </Tag>
          <span className="soft small">
            {scan.startedBy} · <Moment at={scan.startedAt} />
          </span>
        </span>
        {worse > 0 && (
          <Button size="small" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {t('scans.results', { count: worse })}
          </Button>
        )}
      </div>
      <div
        className="clock-track"
        role="progressbar"
        aria-label={t('scans.progress')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
      >
        <div className="clock-fill" style={{ width: `${share * 100}%` }} />
      </div>
      <p className="soft small">{t('scans.counts', { looked, total, worse, reopened, failed })}</p>
      {isOpen && <Results scanId={scan.id} />}
    </section>
  )
}

function Results({ scanId }: { readonly scanId: string }) {
  const results = useQuery({
    queryKey: ['scans', scanId],
    queryFn: () => operate.findScanResults(scanId),
  })
  return (
    <Loaded query={results}>
      {({ items }) => (
        <ul className="brief-list">
          {items.map((result) => (
            <Result key={result.releaseId} result={result} />
          ))}
        </ul>
      )}
    </Loaded>
  )
}

function Result({ result }: { readonly result: RetroResult }) {
  const { t } = useTexts()
  const { releaseId, changes, reopened, failed } = result
  const worse = changes.filter(({ after }) => after === 'violation')
  return (
    <li>
      <span className="stack-tight">
        <Link className="mono" to={`/releases/${releaseId}`}>
          {releaseId}
        </Link>
        <span className="small">{failed ?? worse.map(({ ruleId }) => ruleId).join('、')}</span>
      </span>
      {reopened && <Tag tone="amber">{t('scans.reopened')}</Tag>}
    </li>
  )
}
