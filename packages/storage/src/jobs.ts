/**
 * The queue of side effects, kept by pg-boss in the same database (schema `pgboss`).
 *
 * A job is sent in the transaction of the event it follows from, and a worker anywhere learns of it
 * at once by NOTIFY; a short poll catches what a lost connection missed. Each job runs at least
 * once, and again after a throw or a dead worker: what it does must bear repetition.
 * pg-boss is started by the first use, so that a reader of the database never waits for it; what fails
 * then is tried again by the next use.
 */

import { fromKysely, PgBoss } from 'pg-boss'
import type { Db } from './connection.ts'
import type { Job, Jobs, WorkOptions } from './jobs.types.ts'
import { randomHex } from './secrets.ts'

/** Jobs fetched at once. More than one, or a backlog would be drained at one job per poll. */
const BATCH = 10
/** What NOTIFY missed is found this soon; the default, 30 s, would let a backlog wait. */
const POLL_SECONDS = 2
const CONNECTIONS = 4
/** A worker that is alive may take this long over a job; a film is watched for half an hour. */
const EXPIRES_SECONDS = 3600
/** How long the end of running jobs is awaited when we stop. They come back elsewhere after it. */
const STOP_WITHIN_MS = 20_000

const QUEUE = {
  // At most one waiting job of a name and key: a key repeated is a job asked for twice.
  policy: 'short',
  notify: true,
  retryLimit: 3,
  retryDelay: 1,
  retryBackoff: true,
  // A worker that says nothing for this long is taken for dead, and its jobs go to another.
  heartbeatSeconds: 30,
} as const

export interface TransactionalJobs extends Jobs {
  /** Makes the queues, outside of any transaction. Cheap when they are known already. */
  prepare(jobs: readonly Job[]): Promise<void>
  sendWithin(transaction: Db, job: Job): Promise<void>
}

export function createJobs(
  url: string,
  reportTrouble: (error: unknown) => void,
): TransactionalJobs {
  let starting: Promise<PgBoss> | null = null
  const queues = new Map<string, Promise<void>>()

  const boss = () => {
    starting ??= startBoss(url, reportTrouble).catch((error) => {
      starting = null
      throw error
    })
    return starting
  }

  async function makeQueue(name: string): Promise<void> {
    try {
      const started = await boss()
      await started.createQueue(name, QUEUE)
    } catch (error) {
      queues.delete(name)
      throw error
    }
  }

  async function prepareQueue(name: string): Promise<void> {
    const prepared = queues.get(name) ?? makeQueue(name)
    queues.set(name, prepared)
    await prepared
  }

  return {
    async prepare(jobs) {
      for (const { name } of jobs) await prepareQueue(name)
    },

    async sendWithin(transaction, job) {
      const started = await boss()
      await started.send(job.name, job.payload, { ...optionsOf(job), db: fromKysely(transaction) })
    },

    async send(job) {
      await prepareQueue(job.name)
      const started = await boss()
      await started.send(job.name, job.payload, optionsOf(job))
    },

    async work(name, run, options) {
      await prepareQueue(name)
      const report = async (payload: Job['payload']) => {
        try {
          await run(payload)
        } catch (error) {
          reportTrouble(error)
          throw error
        }
      }
      await subscribe(await boss(), name, report, options)
    },

    async stop() {
      const started = await starting?.catch(() => null)
      await started?.stop({ graceful: true, timeout: STOP_WITHIN_MS })
      starting = null
      queues.clear()
    },
  }
}

async function startBoss(url: string, reportTrouble: (error: unknown) => void): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'fangxing jobs',
    max: CONNECTIONS,
    useListenNotify: true,
    schedule: false,
  })
  boss.on('error', reportTrouble)
  try {
    return await boss.start()
  } catch (error) {
    await boss.stop({ graceful: false })
    throw error
  }
}

async function subscribe(
  boss: PgBoss,
  name: string,
  run: (payload: Job['payload']) => Promise<void>,
  { concurrency = 1, concurrencyOfGroup, takenAtOnce = BATCH }: WorkOptions = {},
): Promise<void> {
  const options = {
    batchSize: takenAtOnce,
    localConcurrency: concurrency,
    ...(concurrencyOfGroup !== undefined && { localGroupConcurrency: concurrencyOfGroup }),
    burstWhenBatchFull: true,
    pollingIntervalSeconds: POLL_SECONDS,
    notifyPollingIntervalSeconds: POLL_SECONDS,
    perJobResults: true,
  } as const
  await boss.work<Job['payload'], void, typeof options>(name, options, async (jobs) => {
    const results = []
    for (const { id, data } of jobs) results.push({ id, ...(await outcomeOf(run, data)) })
    return results
  })
}

async function outcomeOf(run: (payload: Job['payload']) => Promise<void>, payload: Job['payload']) {
  try {
    await run(payload)
    return { status: 'completed' } as const
  } catch (error) {
    return { status: 'failed', output: { message: String(error) } } as const
  }
}

function optionsOf({ key, group, startAfterSeconds = 0, priority = 0 }: Job) {
  return {
    singletonKey: key ?? randomHex(16),
    startAfter: startAfterSeconds,
    priority,
    expireInSeconds: EXPIRES_SECONDS,
    ...(group !== undefined && { group: { id: group } }),
  }
}
