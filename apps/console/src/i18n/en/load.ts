/** The operator's page of load. */

import type { Texts } from '../zh/index.ts'

export const load: Pick<Texts, 'load'> = {
  load: {
    title: 'Load and latency',
    lead: 'The last hour of the process that answers this, a point every ten seconds.',
    empty: 'There are no figures yet.',
    figure: {
      requests: 'Requests a second',
      median: 'Half are faster than',
      p99: '99% are faster than',
      loop: 'Event-loop delay',
      processor: 'Processor (one core)',
      memory: 'Memory',
      database: 'Database answers in',
      databaseSize: 'Database size',
    },
    requests: 'Requests a second',
    answered: 'All',
    refused: '5xx',
    times: 'Time to answer (ms)',
    median: 'Median',
    p99: '99th percentile',
    loop: 'Event loop and database (ms)',
    loopP99: 'Loop delay, 99th percentile',
    database: 'Database',
    waiting: 'Waiting in queues',
    queue: { cases: 'Cases', deliveries: 'Deliveries', mediaChecks: 'Media checks' },
    jobs: 'Jobs',
    besides: '{{connections}} database connections · {{dead}} dead letters',
    job: { name: 'Queue', waiting: 'Waiting', running: 'Running', failed: 'Failed' },
    noJobs: 'There are no jobs.',
    noDatabase: 'The database does not answer.',
  },
}
