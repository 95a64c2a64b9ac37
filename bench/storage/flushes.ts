/**
 * How long the disk of the temporary folder takes to keep 8 KB, with nothing else to do: what every
 * write of a database there waits for, whatever the database does.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Timings } from '../api/timings.ts'

/** A log file of PostgreSQL, and a page of it. */
const FILE_BYTES = 16 * 1024 * 1024
const PAGE_BYTES = 8 * 1024
/** About as often as a database under load. */
const EVERY_MS = 2

export type FlushTimes = ReturnType<Timings['summarise']>

export async function measureFlushes(seconds: number): Promise<FlushTimes> {
  const directory = mkdtempSync(join(tmpdir(), 'fangxing-bench-'))
  const file = await open(join(directory, 'log'), 'w')
  try {
    await file.write(Buffer.alloc(FILE_BYTES, 1))
    await file.sync()
    const timings = new Timings()
    const page = Buffer.alloc(PAGE_BYTES, 2)
    const endsAt = performance.now() + seconds * 1000
    for (let at = 0; performance.now() < endsAt; at = (at + PAGE_BYTES) % FILE_BYTES) {
      const startedAt = performance.now()
      await file.write(page, 0, PAGE_BYTES, at)
      await file.datasync()
      timings.add(performance.now() - startedAt)
      await pause(EVERY_MS)
    }
    return timings.summarise()
  } finally {
    await file.close()
    rmSync(directory, { recursive: true, force: true })
  }
}
