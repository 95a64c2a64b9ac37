/** How good decisions are: of everybody for operators and leads, of oneself for a reviewer. */

import { DAY_MS } from '@fangxing/release'
import { reportQuality } from '../desk/quality.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { asUser } from './cases.ts'
import { corrected, qualityQuery, qualityReport } from './shapes/desk.ts'
import { pageOf, pageQuery } from './shapes/parts.ts'
import { toWire } from './wire.ts'

/** A month has enough second looks to say something. */
const USUAL_MS = 30 * DAY_MS

export function registerDeskQuality(app: App, { storage, clock }: Ports): void {
  app.get('/v1/desk/quality', {
    config: { access: ['operator', 'reviewer'] },
    schema: {
      summary: 'Agreement, golden tasks, overturned rejections, time; with bounds at 95 %',
      querystring: qualityQuery,
      response: { 200: qualityReport },
    },
    async handler({ caller, query }) {
      const user = asUser(caller)
      const until = query.until ?? clock.now() + 1
      const from = query.from ?? until - USUAL_MS
      const { skills } = await storage.desk.person(user.id)
      const seesAll = user.roles.includes('operator') || skills.includes('lead')
      const report = reportQuality(
        await storage.desk.votes({ from, until }),
        await storage.desk.appealAnswers(from, until),
      )
      const people = report.people.filter(({ userId }) => seesAll || userId === user.id)
      return toWire({ ...report, people, from, until })
    },
  })

  app.get('/v1/desk/corrected', {
    config: { access: ['reviewer'] },
    schema: {
      summary: 'One’s own decisions that a lead ended otherwise: what was said, what stands, why',
      querystring: pageQuery,
      response: { 200: pageOf(corrected) },
    },
    handler: async ({ caller, query }) =>
      toWire(await storage.desk.corrected(asUser(caller).id, query)),
  })
}
