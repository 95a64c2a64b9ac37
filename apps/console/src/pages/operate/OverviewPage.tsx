/** What happened lately and what waits: figures, trends, the age of queues, clauses that hit. */

import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../api/client.ts'
import { operate } from '../../api/operate.ts'
import type { Statistics } from '../../api/operate-types.ts'
import { useClauses } from '../../hooks/use-clauses.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Bars } from '../../parts/chart/Bars.tsx'
import { Columns } from '../../parts/chart/Columns.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { daysOf, toSeries } from '../../view/charts.ts'
import {
  AGES,
  ANSWERS,
  composeOverview,
  countClauses,
  countWaiting,
  describeShare,
  STEPS,
} from '../../view/overview.ts'

const DAY_MS = 86_400_000
const SPANS = [7, 30, 90]
/** The same question for a minute: a chart of days does not hurry. */
const STEP_MS = 60_000

export function OverviewPage() {
  const { t } = useTexts()
  const [days, setDays] = useState(30)
  const until = Math.ceil(useNow() / STEP_MS) * STEP_MS
  const figures = useQuery({
    queryKey: ['statistics', days, until],
    queryFn: () => operate.getStatistics({ from: until - days * DAY_MS, until }),
    placeholderData: (before) => before,
  })
  return (
    <>
      <PageHead title={t('overview.title')} lead={t('overview.lead')}>
        <Segmented
          value={days}
          onChange={setDays}
          options={SPANS.map((span) => ({
            value: span,
            label: t('overview.days', { count: span }),
          }))}
        />
      </PageHead>
      <FirstSteps />
      <Loaded query={figures}>{(value) => <Figures figures={value} />}</Loaded>
    </>
  )
}

const FIRST_STEPS = [
  ['people', '/users'],
  ['app', '/apps'],
  ['terms', '/terms'],
  ['desk', '/operate/quality'],
] as const

/** While no app is registered: where an operator of a fresh house begins. */
function FirstSteps() {
  const { t } = useTexts()
  const { data: apps } = useQuery({ queryKey: ['apps'], queryFn: api.findApps })
  if (apps === undefined || apps.items.length > 0) return null
  return (
    <section className="card stack-tight first-steps">
      <h2>{t('overview.firstSteps')}</h2>
      <ol className="stack-tight">
        {FIRST_STEPS.map(([name, path]) => (
          <li key={name}>
            <Link to={path}>{t(`overview.first.${name}`)}</Link>{' '}
            <span className="soft">{t(`overview.firstWhy.${name}`)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Figures({ figures }: { readonly figures: Statistics }) {
  const { t } = useTexts()
  const overview = composeOverview(figures)
  const shown = [
    ['checks', String(overview.checks)],
    ['doubted', describeShare(overview.doubtedShare)],
    ['stopped', describeShare(overview.stoppedShare)],
    ['waiting', String(overview.casesWaiting)],
    ['submitted', String(overview.submitted)],
    ['launched', String(overview.launched)],
  ] as const
  return (
    <div className="stack">
      <ul className="figures">
        {shown.map(([name, value]) => (
          <li key={name} className="card figure-card">
            <span className="soft small">{t(`overview.figure.${name}`)}</span>
            <strong>{value}</strong>
          </li>
        ))}
      </ul>
      <div className="chart-grid">
        <Trends figures={figures} />
        <div className="stack">
          <Queues figures={figures} />
          <Clauses figures={figures} />
        </div>
      </div>
    </div>
  )
}

interface Properties {
  readonly figures: Statistics
}

function Trends({ figures }: Properties) {
  const { t } = useTexts()
  const days = daysOf(figures.from, figures.until)
  return (
    <>
      <Columns
        title={t('overview.checks')}
        days={days}
        series={toSeries(
          days,
          figures.checks,
          ANSWERS.map(({ suggest, tone }) => ({
            name: t(`suggest.${suggest}`),
            tone,
            has: (row) => row.suggest === suggest,
          })),
        )}
      />
      <Columns
        title={t('overview.decisions')}
        days={days}
        series={toSeries(days, figures.decisions, [
          { name: t('suggest.pass'), tone: 'green', has: ({ verdict }) => verdict === 'pass' },
          { name: t('suggest.risky'), tone: 'red', has: ({ verdict }) => verdict === 'risky' },
        ])}
      />
      <Steps figures={figures} />
    </>
  )
}

function Steps({ figures }: Properties) {
  const { t } = useTexts()
  const days = daysOf(figures.from, figures.until)
  return (
    <Columns
      title={t('overview.steps')}
      days={days}
      series={toSeries(
        days,
        figures.events,
        STEPS.map(({ kind, tone }) => ({
          name: t(`event.${kind}`),
          tone,
          has: (row) => row.kind === kind,
        })),
      )}
    />
  )
}

function Queues({ figures }: Properties) {
  const { t } = useTexts()
  return (
    <Bars
      title={t('overview.queues')}
      empty={t('overview.nothingWaits')}
      bars={countWaiting(figures).map(({ turn, counts }) => ({
        name: t(`turn.${turn}`),
        parts: AGES.map(({ age, tone }) => ({
          name: t(`overview.age.${age}`),
          tone,
          count: counts[age],
        })),
      }))}
    />
  )
}

function Clauses({ figures }: Properties) {
  const { t, say } = useTexts()
  const clauses = useClauses()
  const wordsOf = (clause: string) => {
    const words = clauses.find(({ id }) => id === clause)?.words
    return words === undefined ? undefined : say(words)
  }
  return (
    <Bars
      title={t('overview.clauses')}
      empty={t('overview.noClauses')}
      bars={countClauses(figures).map(({ clause, inChecks, inReleases }) => ({
        name: clause,
        words: wordsOf(clause),
        parts: [
          { name: t('overview.inChecks'), tone: 'blue', count: inChecks },
          { name: t('overview.inReleases'), tone: 'violet', count: inReleases },
        ],
      }))}
    />
  )
}
