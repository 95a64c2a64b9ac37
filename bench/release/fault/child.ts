/**
 * One process of the fault run, made to be killed: a whole server, or one that sweeps without pause.
 *
 * `node child.ts api|sweeper DATABASE_URL NOW`. Says `{url}` when it can work; takes the time from its
 * parent as `{now}` and says it back. Nothing is tidied up at the end: it never ends by itself.
 */

import { setTimeout as pause } from 'node:timers/promises'
import { startServer } from '@fangxing/server'
import { recallMachineReviews } from '../../../apps/server/src/use-cases/recall-machine-reviews.ts'
import { sweepDue } from '../../../apps/server/src/use-cases/sweep-due.ts'

/** Often enough that two sweepers meet at the same rows, rarely enough to leave the disk to others. */
const SWEEP_PAUSE_MS = 25

const [part, databaseUrl, startsAt = '0'] = process.argv.slice(2)
const { ports, url } = await startServer({
  dataDirectory: '',
  databaseUrl,
  port: 0,
  host: '127.0.0.1',
  simulatedClock: true,
  log: () => {},
})

function setTime(now: number): void {
  const ahead = now - ports.clock.now()
  if (ahead > 0) ports.simulatedClock?.advance(ahead)
}

setTime(Number(startsAt))
process.on('message', (message: { readonly now: number }) => {
  setTime(message.now)
  process.send?.(message)
})
// The parent is gone: so are we.
process.on('disconnect', () => process.exit())
process.send?.({ url })

while (part === 'sweeper') {
  // What another process wrote meanwhile is refused by the storage; that is what is being tried.
  await sweepDue(ports).catch(() => {})
  await recallMachineReviews(ports).catch(() => {})
  await pause(SWEEP_PAUSE_MS)
}
