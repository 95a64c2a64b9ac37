/** The trial that runs now: what both answered, where they differ, and its two ends. */

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { operate } from '../../../api/operate.ts'
import type { Trial } from '../../../api/operate-types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { Moment } from '../../../parts/Moment.tsx'
import { ProblemNotice } from '../../../parts/ProblemNotice.tsx'
import { Tag } from '../../../parts/Tag.tsx'
import { Sample, ShiftLine } from './BackTestReport.tsx'

const REFRESH_MS = 5000

export function Trials() {
  const trials = useQuery({
    queryKey: ['trials'],
    queryFn: () => operate.findTrials(undefined),
    refetchInterval: REFRESH_MS,
  })
  const running = trials.data?.items.find(({ endedAt }) => endedAt === null)
  return running === undefined ? null : <Running trial={running} />
}

function Running({ trial }: { readonly trial: Trial }) {
  const { t } = useTexts()
  const { add, policy } = trial.candidate
  return (
    <section className="card stack">
      <div className="row-apart">
        <h2>
          {t('policies.trial')} <Tag tone="violet">{t('policies.shadow')}</Tag>
        </h2>
        <span className="soft small">
          {trial.startedBy} · <Moment at={trial.startedAt} />
        </span>
      </div>
      {trial.note && <p className="words">{trial.note}</p>}
      <p className="soft small">
        {t('policies.trialOf', {
          policy: t(policy === null ? 'policies.livePolicy' : 'policies.ownPolicy'),
          count: add.length,
        })}
      </p>
      {trial.counts.length === 0 ? (
        <p className="soft">{t('policies.nothingSeen')}</p>
      ) : (
        <ShiftLine counts={trial.counts} />
      )}
      <Ends trial={trial} />
      <Different trialId={trial.id} />
    </section>
  )
}

function Ends({ trial }: { readonly trial: Trial }) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const done = async (words: string) => {
    void message.success(words)
    await queries.invalidateQueries()
  }
  const end = useMutation({
    mutationFn: () => operate.endTrial(trial.id),
    onSuccess: () => done(t('policies.ended')),
  })
  const publish = useMutation({
    mutationFn: () => operate.publishTrial(trial.id),
    onSuccess: () => done(t('policies.published')),
  })
  const error = end.error ?? publish.error
  return (
    <>
      {error && <ProblemNotice error={error} />}
      <div className="row">
        <Popconfirm
          title={t('policies.publishConfirm')}
          okText={t('policies.publish')}
          cancelText={t('state.cancel')}
          onConfirm={() => publish.mutate()}
        >
          <Button type="primary" loading={publish.isPending}>
            {t('policies.publishTrial')}
          </Button>
        </Popconfirm>
        <Button loading={end.isPending} onClick={() => end.mutate()}>
          {t('policies.end')}
        </Button>
      </div>
    </>
  )
}

function Different({ trialId }: { readonly trialId: string }) {
  const { t } = useTexts()
  const found = useQuery({
    queryKey: ['trials', trialId],
    queryFn: () => operate.findDifferences(trialId),
    refetchInterval: REFRESH_MS,
  })
  const items = found.data?.items ?? []
  if (items.length === 0) return null
  return (
    <details>
      <summary>{t('policies.differences', { count: items.length })}</summary>
      {items.map((one) => (
        <Sample key={one.checkId} {...one} />
      ))}
    </details>
  )
}
