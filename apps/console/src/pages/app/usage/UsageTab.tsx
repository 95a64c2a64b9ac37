/** How much the app checks a day, how it was answered, and what is left of the quotas. */

import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { portal } from '../../../api/portal.ts'
import type { Quotas, QuotaUse, Usage } from '../../../api/portal-types.ts'
import { useNow } from '../../../hooks/use-now.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { Loaded } from '../../../parts/Loaded.tsx'
import { describeTime } from '../../../view/times.ts'
import { isNearlyUsed, leftOf, toBars } from '../../../view/usage.ts'
import { DayChart } from './DayChart.tsx'

const PERIODS = [7, 30, 90]
const REFRESH_MS = 30_000

export function UsageTab({ appid }: { readonly appid: string }) {
  const { t } = useTexts()
  const [days, setDays] = useState(30)
  const usage = useQuery({
    queryKey: ['app', appid, 'usage', days],
    queryFn: () => portal.getUsage(appid, days),
    refetchInterval: REFRESH_MS,
    placeholderData: (before) => before,
  })
  const quotas = useQuery({
    queryKey: ['app', appid, 'quotas'],
    queryFn: () => portal.getQuotas(appid),
  })
  return (
    <div className="stack">
      <section className="card stack">
        <div className="row-apart">
          <h2>{t('usage.checks')}</h2>
          <Segmented
            aria-label={t('usage.period')}
            value={days}
            onChange={setDays}
            options={PERIODS.map((value) => ({
              value,
              label: t('usage.days', { count: value }),
            }))}
          />
        </div>
        <Loaded query={usage}>{(value) => <Chart usage={value} days={days} />}</Loaded>
      </section>
      <Loaded query={usage}>{(value) => <QuotaCard usage={value} />}</Loaded>
      <Loaded query={quotas}>{(value) => <StepQuotas quotas={value} />}</Loaded>
    </div>
  )
}

function Chart({ usage, days }: { readonly usage: Usage; readonly days: number }) {
  return <DayChart bars={toBars(usage.checks, days, useNow())} />
}

function QuotaCard({ usage: { quotas, dayEndsAt } }: { readonly usage: Usage }) {
  const { t } = useTexts()
  return (
    <section className="card stack-tight">
      <h2>{t('usage.quotas')}</h2>
      <p className="soft small">{t('usage.resets', { time: describeTime(dayEndsAt) })}</p>
      <ul className="rows">
        {quotas.map((use) => (
          <li key={use.call}>
            <QuotaRow use={use} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function QuotaRow({ use }: { readonly use: QuotaUse }) {
  const { t, language } = useTexts()
  const left = leftOf(use)
  const digits = new Intl.NumberFormat(language)
  const percent = Math.round(left.share * 100)
  return (
    <div className="quota">
      <span>{t(`usage.call.${use.call}`)}</span>
      <span className="soft small">
        {left.left === null || use.perDay === null
          ? t('usage.unlimited', { used: digits.format(use.usedToday) })
          : t('usage.left', {
              left: digits.format(left.left),
              all: digits.format(use.perDay),
            })}
        {use.perMinute !== null && ` · ${t('usage.perMinute', { count: use.perMinute })}`}
      </span>
      {use.perDay !== null && (
        <div
          className="clock-track"
          role="progressbar"
          aria-label={t(`usage.call.${use.call}`)}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
        >
          <div
            className={`clock-fill ${isNearlyUsed(left) ? 'is-near' : ''}`}
            style={{ width: `${percent}%` }}
          />
        </div>
      )}
    </div>
  )
}

function StepQuotas({ quotas: { withdraw, expedite } }: { readonly quotas: Quotas }) {
  const { t } = useTexts()
  return (
    <section className="card stack-tight">
      <h2>{t('usage.steps')}</h2>
      <dl className="facts">
        <dt>{t('action.withdraw')}</dt>
        <dd>{t('step.withdrawLeft', { day: withdraw.day, month: withdraw.month })}</dd>
        <dt>{t('action.expedite')}</dt>
        <dd>{t('step.expediteLeft', { count: expedite.month })}</dd>
      </dl>
    </section>
  )
}
