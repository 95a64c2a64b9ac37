/** What the server is doing: requests, times, event loop, queues, database, over the last hour. */

import { useQuery } from '@tanstack/react-query'
import { operate } from '../../api/operate.ts'
import type { LoadSample } from '../../api/operate-types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Lines } from '../../parts/chart/Lines.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { describeBytes } from '../../view/bytes.ts'
import { perSecond, thin } from '../../view/load.ts'
import { describeTime } from '../../view/times.ts'

const REFRESH_MS = 10_000
/** More points than this are no longer told apart. */
const MOST_POINTS = 120

export function LoadPage() {
  const { t } = useTexts()
  const load = useQuery({
    queryKey: ['load'],
    queryFn: operate.getLoad,
    refetchInterval: REFRESH_MS,
  })
  return (
    <>
      <PageHead title={t('load.title')} lead={t('load.lead')} />
      <Loaded query={load}>
        {({ samples }) => {
          const last = samples.at(-1)
          return last === undefined ? (
            <p>{t('load.empty')}</p>
          ) : (
            <div className="stack">
              <Now sample={last} />
              <Charts samples={thin(samples, MOST_POINTS)} />
              <Queues sample={last} />
            </div>
          )
        }}
      </Loaded>
    </>
  )
}

function Now({ sample }: { readonly sample: LoadSample }) {
  const { t } = useTexts()
  const { depths } = sample
  const shown = [
    ['requests', perSecond(sample).toFixed(1)],
    ['median', describeMs(sample.medianMs)],
    ['p99', describeMs(sample.p99Ms)],
    ['loop', describeMs(sample.loopDelayP99Ms)],
    ['processor', `${Math.round(sample.processor * 100)}%`],
    ['memory', describeBytes(sample.memoryBytes)],
    ['database', describeMs(sample.databaseMs)],
    ['databaseSize', depths === null ? '–' : describeBytes(depths.databaseBytes)],
  ] as const
  return (
    <ul className="figures are-eight">
      {shown.map(([name, value]) => (
        <li key={name} className="card figure-card">
          <span className="soft small">{t(`load.figure.${name}`)}</span>
          <strong>{value}</strong>
        </li>
      ))}
    </ul>
  )
}

interface ChartProperties {
  readonly samples: readonly LoadSample[]
}

function Charts(properties: ChartProperties) {
  return (
    <div className="chart-grid">
      <Requests {...properties} />
      <Times {...properties} />
      <Delays {...properties} />
      <Waiting {...properties} />
    </div>
  )
}

const placesOf = (samples: readonly LoadSample[]) =>
  samples.map(({ at }) => describeTime(at).slice(11))

function Requests({ samples }: ChartProperties) {
  const { t } = useTexts()
  const failed = samples.map(
    ({ byStatus, spanMs }) => (byStatus['5xx'] * 1000) / Math.max(1, spanMs),
  )
  return (
    <Lines
      title={t('load.requests')}
      places={placesOf(samples)}
      describe={(value) => value.toFixed(1)}
      series={[
        { name: t('load.answered'), tone: 'blue', values: samples.map(perSecond) },
        { name: t('load.refused'), tone: 'red', values: failed },
      ]}
    />
  )
}

function Times({ samples }: ChartProperties) {
  const { t } = useTexts()
  return (
    <Lines
      title={t('load.times')}
      places={placesOf(samples)}
      describe={(value) => `${value.toFixed(1)} ms`}
      series={[
        { name: t('load.median'), tone: 'green', values: samples.map((one) => one.medianMs ?? 0) },
        { name: t('load.p99'), tone: 'amber', values: samples.map((one) => one.p99Ms ?? 0) },
      ]}
    />
  )
}

function Delays({ samples }: ChartProperties) {
  const { t } = useTexts()
  const database = samples.map(({ databaseMs }) => databaseMs ?? 0)
  return (
    <Lines
      title={t('load.loop')}
      places={placesOf(samples)}
      describe={(value) => `${value.toFixed(1)} ms`}
      series={[
        {
          name: t('load.loopP99'),
          tone: 'violet',
          values: samples.map((one) => one.loopDelayP99Ms),
        },
        { name: t('load.database'), tone: 'blue', values: database },
      ]}
    />
  )
}

const WAITING = [
  ['cases', 'amber'],
  ['deliveries', 'blue'],
  ['mediaChecks', 'violet'],
] as const

function Waiting({ samples }: ChartProperties) {
  const { t } = useTexts()
  return (
    <Lines
      title={t('load.waiting')}
      places={placesOf(samples)}
      series={WAITING.map(([queue, tone]) => ({
        name: t(`load.queue.${queue}`),
        tone,
        values: samples.map(({ depths }) => depths?.[queue] ?? 0),
      }))}
    />
  )
}

function Queues({ sample }: { readonly sample: LoadSample }) {
  const { t } = useTexts()
  if (sample.depths === null) return <p className="notice tone-red">{t('load.noDatabase')}</p>
  const { jobs, connections, deadDeliveries } = sample.depths
  const besides = t('load.besides', { connections, dead: deadDeliveries })
  return (
    <section className="card stack-tight">
      <h2>{t('load.jobs')}</h2>
      <p className="soft small">{besides}</p>
      {jobs.length === 0 ? <p className="soft">{t('load.noJobs')}</p> : <Jobs jobs={jobs} />}
    </section>
  )
}

type Job = NonNullable<LoadSample['depths']>['jobs'][number]

function Jobs({ jobs }: { readonly jobs: readonly Job[] }) {
  const { t } = useTexts()
  return (
    <table className="table">
      <thead>
        <tr>
          {(['name', 'waiting', 'running', 'failed'] as const).map((name) => (
            <th key={name} scope="col">
              {t(`load.job.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {jobs.map(({ name, waiting, running, failed }) => (
          <tr key={name}>
            <td className="mono">{name}</td>
            <td>{waiting}</td>
            <td>{running}</td>
            <td>{failed}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function describeMs(value: number | null): string {
  return value === null ? '–' : `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
}
