/** Who did what: acts of people and events of releases, searched; and whether the record holds. */

import { useMutation } from '@tanstack/react-query'
import { Button, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { operate } from '../../api/operate.ts'
import type { Act, TrailEntry } from '../../api/operate-types.ts'
import { EVENT_KINDS } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Moment } from '../../parts/Moment.tsx'
import { PagedList } from '../../parts/PagedList.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { StateTag } from '../../parts/Tag.tsx'
import { nameAct } from '../../view/acts.ts'
import { Verified } from './Verified.tsx'

const LISTS = ['events', 'acts'] as const

export function AuditPage() {
  const { t } = useTexts()
  const [list, setList] = useState<(typeof LISTS)[number]>('events')
  const verify = useMutation({ mutationFn: operate.verify })
  return (
    <>
      <PageHead title={t('audit.title')} lead={t('audit.lead')}>
        <Segmented
          value={list}
          onChange={setList}
          options={LISTS.map((each) => ({ value: each, label: t(`audit.${each}`) }))}
        />
        <Button type="primary" loading={verify.isPending} onClick={() => verify.mutate()}>
          {t('audit.verify')}
        </Button>
      </PageHead>
      <div className="stack">
        {verify.error && <ProblemNotice error={verify.error} />}
        {verify.data && <Verified report={verify.data} />}
        {list === 'events' ? <Events /> : <Acts />}
      </div>
    </>
  )
}

function Events() {
  const { t } = useTexts()
  const [kind, setKind] = useState('')
  const [actor, setActor] = useState('')
  return (
    <>
      <div className="row">
        <KindSelect kind={kind} onChange={setKind} />
        <Input.Search
          aria-label={t('audit.actor')}
          placeholder={t('audit.actor')}
          className="wide-filter"
          allowClear
          onSearch={(value) => setActor(value.trim())}
        />
      </div>
      <PagedList<TrailEntry>
        queryKey={['audit', 'events', kind, actor]}
        ask={(cursor) =>
          operate.findTrail({ kind: kind || undefined, actor: actor || undefined, cursor })
        }
        label={t('audit.events')}
        empty={t('audit.empty')}
        keyOf={({ releaseId, seq }) => `${releaseId} ${seq}`}
        rowHeight={66}
      >
        {(entry) => <EventRow entry={entry} />}
      </PagedList>
    </>
  )
}

interface KindProperties {
  readonly kind: string
  readonly onChange: (kind: string) => void
}

function KindSelect({ kind, onChange }: KindProperties) {
  const { t } = useTexts()
  return (
    <Select
      aria-label={t('audit.kind')}
      className="wide-filter"
      value={kind}
      onChange={onChange}
      showSearch={{ optionFilterProp: 'label' }}
      options={[
        { value: '', label: t('audit.anyKind') },
        ...EVENT_KINDS.map((each) => ({ value: each, label: t(`event.${each}`) })),
      ]}
    />
  )
}

function EventRow({ entry }: { readonly entry: TrailEntry }) {
  const { t } = useTexts()
  return (
    <div className="log-row">
      <span className="small">
        <Moment at={entry.at} />
      </span>
      <span className="stack-tight">
        <span>
          <strong>{t(`event.${entry.kind}`)}</strong> ·{' '}
          <Link to={`/releases/${entry.releaseId}`}>{entry.appName}</Link> ·{' '}
          {entry.actor.kind === 'machine' ? t('actor.machine') : entry.actor.name}
        </span>
        {entry.note && <span className="words small">{entry.note}</span>}
        <span className="soft small mono">{entry.hash.slice(0, 16)}</span>
      </span>
      <StateTag state={entry.state} />
    </div>
  )
}

function Acts() {
  const { t } = useTexts()
  const [route, setRoute] = useState('')
  return (
    <>
      <div className="row">
        <Input.Search
          aria-label={t('audit.route')}
          placeholder={t('audit.route')}
          className="wide-filter"
          allowClear
          onSearch={(value) => setRoute(value.trim())}
        />
      </div>
      <PagedList<Act>
        queryKey={['audit', 'acts', route]}
        ask={(cursor) => operate.findActs({ route: route || undefined, cursor })}
        label={t('audit.acts')}
        empty={t('audit.noActs')}
        keyOf={({ n }) => String(n)}
        rowHeight={66}
      >
        {(act) => <ActRow act={act} />}
      </PagedList>
    </>
  )
}

function ActRow({ act }: { readonly act: Act }) {
  const { t } = useTexts()
  const name = nameAct(act.route)
  return (
    <div className="log-row">
      <span className="small">
        <Moment at={act.at} />
      </span>
      <span className="stack-tight">
        <span>
          <strong>{act.userName}</strong> {name !== null && t(`act.${name}`)}{' '}
          <span className="mono soft">{act.route}</span>
        </span>
        <span className="soft small mono">{act.hash.slice(0, 16)}</span>
        <details className="small">
          <summary className="soft">{t('audit.sent')}</summary>
          <pre className="json">
            {act.sent === null ? t('audit.notKept') : JSON.stringify(act.sent, null, 2)}
          </pre>
          <p className="soft mono">{act.path}</p>
          <p className="soft mono">sha256 {act.sentSha256}</p>
        </details>
      </span>
      <span className="soft small">#{act.n}</span>
    </div>
  )
}
