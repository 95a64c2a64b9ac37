/**
 * A note in the data directory while a server runs on it: where its database is.
 *
 * The directory is locked to that server; the note lets a second program, the demo for one, reach
 * the same database beside it. Readable by its owner only. After a kill it names a database that no
 * longer answers, so a reader must bear that.
 */

import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const NAME = 'running.json'

export async function writeRunningNote(directory: string, databaseUrl: string): Promise<void> {
  await writeFile(join(directory, NAME), JSON.stringify({ databaseUrl }), { mode: 0o600 })
}

export async function removeRunningNote(directory: string): Promise<void> {
  await rm(join(directory, NAME), { force: true })
}

/** The database of the server that runs on this directory, or null when there is no note. */
export async function findRunningDatabase(directory: string): Promise<string | null> {
  try {
    const note: unknown = JSON.parse(await readFile(join(directory, NAME), 'utf8'))
    const { databaseUrl } = note as { databaseUrl?: unknown }
    return typeof databaseUrl === 'string' ? databaseUrl : null
  } catch {
    return null
  }
}
