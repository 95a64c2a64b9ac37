/**
 * A load sample as Prometheus reads it.
 *
 * Numbers only: no name, no content, no id of an app. Source: Prometheus text exposition format 0.0.4.
 */

import type { LoadSample } from './load.ts'

type Totals = LoadSample['byStatus']

export function writeMetrics(sample: LoadSample, totals: Totals): string {
  const { depths } = sample
  const lines = [
    ...gauge('fangxing_up', 'The database answers.', depths === null ? 0 : 1),
    ...family('fangxing_requests_total', 'counter', 'Answers since the start, by status.', [
      ...Object.entries(totals).map(([status, count]) => [`status="${status}"`, count] as const),
    ]),
    ...family('fangxing_request_seconds', 'gauge', 'How long answers take.', [
      ['quantile="0.5"', inSeconds(sample.medianMs)],
      ['quantile="0.99"', inSeconds(sample.p99Ms)],
    ]),
    ...gauge(
      'fangxing_loop_delay_seconds',
      'How late the event loop is.',
      sample.loopDelayP99Ms / 1000,
    ),
    ...gauge('fangxing_processor_cores', 'Cores in use by this process.', sample.processor),
    ...gauge('fangxing_memory_bytes', 'Resident memory of this process.', sample.memoryBytes),
    ...gauge(
      'fangxing_database_seconds',
      'How long the database takes.',
      inSeconds(sample.databaseMs),
    ),
  ]
  return `${[...lines, ...(depths === null ? [] : depthLines(depths))].join('\n')}\n`
}

function depthLines(depths: NonNullable<LoadSample['depths']>): readonly string[] {
  const { cases, deliveries, deadDeliveries, mediaChecks, connections, databaseBytes } = depths
  return [
    ...family('fangxing_waiting', 'gauge', 'What waits, by queue.', [
      ['queue="cases"', cases],
      ['queue="deliveries"', deliveries],
      ['queue="media-checks"', mediaChecks],
      ...depths.jobs.map(({ name, waiting }) => [`queue="jobs/${name}"`, waiting] as const),
    ]),
    ...gauge('fangxing_dead_deliveries', 'Deliveries that were given up.', deadDeliveries),
    ...gauge('fangxing_database_connections', 'Connections to the database.', connections),
    ...gauge('fangxing_database_bytes', 'Size of the database.', databaseBytes),
  ]
}

type Row = readonly [labels: string, value: number]

function gauge(name: string, help: string, value: number): readonly string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${value}`]
}

function family(
  name: string,
  type: 'counter' | 'gauge',
  help: string,
  rows: readonly Row[],
): readonly string[] {
  return [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...rows.map(([labels, value]) => `${name}{${labels}} ${value}`),
  ]
}

function inSeconds(ms: number | null): number {
  return ms === null ? Number.NaN : ms / 1000
}
