/** The server's time, and moving it in a rehearsal. */

import { z } from 'zod'
import { EVERYBODY_KNOWN } from '../http/access.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { advanceClock } from '../use-cases/advance-clock.ts'
import { moment } from './shapes/parts.ts'

const time = z.object({ now: moment, simulated: z.boolean() })

/** A year at a time: no clock of the product runs longer. */
const advance = z.object({
  byMs: z
    .number()
    .int()
    .positive()
    .max(366 * 24 * 3600 * 1000),
})

export function registerClock(app: App, ports: Ports): void {
  app.get('/v1/clock', {
    config: { access: EVERYBODY_KNOWN },
    schema: { summary: 'The time that releases and filings live by', response: { 200: time } },
    handler: async () => ({ now: ports.clock.now(), simulated: ports.simulatedClock !== null }),
  })

  app.post('/v1/clock/advance', {
    config: { access: ['operator'] },
    schema: { summary: 'Move the simulated clock forward', body: advance, response: { 200: time } },
    async handler({ body }) {
      await advanceClock(ports, body.byMs)
      return { now: ports.clock.now(), simulated: true }
    },
  })
}
