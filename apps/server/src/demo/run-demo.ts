/**
 * Fills the instance of a data directory, whether a server runs on it or not.
 *
 * With a running server the demo goes into its database beside it; otherwise the embedded
 * PostgreSQL is started for the while and stopped again.
 */

import { AppError } from '@fangxing/contract'
import { openStorage, startEmbeddedPostgres } from '@fangxing/storage'
import type { Log } from '../log.ts'
import { findRunningDatabase } from '../running-note.ts'
import { type DemoReport, fillDemo } from './fill-demo.ts'

export interface DemoOptions {
  readonly dataDirectory: string
  readonly databaseUrl?: string | undefined
  readonly log: Log
}

export async function runDemo({
  dataDirectory,
  databaseUrl,
  log,
}: DemoOptions): Promise<DemoReport> {
  const url = databaseUrl ?? (await findRunningDatabase(dataDirectory))
  if (url !== null) {
    const report = await fillAt(url, log).catch(unlessUnavailable)
    if (report !== null) return report
    if (databaseUrl !== undefined) throw new AppError('STORAGE_UNAVAILABLE')
  }
  const postgres = await startEmbeddedPostgres({
    directory: dataDirectory,
    log: ({ zh, en }) => log(`${zh} · ${en}`),
  })
  try {
    return await fillAt(postgres.url, log)
  } finally {
    await postgres.stop()
  }
}

/** A note that a killed server left names a database that is gone. */
function unlessUnavailable(error: unknown): null {
  if (error instanceof AppError && error.code === 'STORAGE_UNAVAILABLE') return null
  throw error
}

async function fillAt(url: string, log: Log): Promise<DemoReport> {
  const storage = await openStorage({ url })
  try {
    return await fillDemo(storage, log)
  } finally {
    await storage.close()
  }
}
