/** Figures: counts over a period, the transparency report, what the server is doing. */

import { DAY_MS, type State, whoseTurn } from '@fangxing/release'
import { z } from 'zod'
import type { Entrant } from '../http/access.ts'
import type { App } from '../http/app.ts'
import { type Load, openLoad } from '../load/load.ts'
import { mayReadMetrics } from '../load/metrics-door.ts'
import { writeMetrics } from '../load/write-metrics.ts'
import type { Ports } from '../ports.ts'
import { composeTransparency, toCsv } from '../statistics/transparency.ts'
import { load, periodQuery, reportQuery, statistics, transparency } from './shapes/statistics.ts'
import { toWire } from './wire.ts'

const OPERATOR: readonly Entrant[] = ['operator']
const USUAL_DAYS = 30

export function registerStatistics(app: App, ports: Ports): void {
  const counts = ports.storage.statistics

  app.get('/v1/statistics', {
    config: { access: ['operator', 'reviewer'] },
    schema: {
      summary: 'Checks, decisions and clauses by day, and how long what waits has waited',
      querystring: periodQuery,
      response: { 200: statistics },
    },
    async handler({ query: { appid, ...wanted } }) {
      const now = ports.clock.now()
      const until = wanted.until ?? now + 1
      const period = { from: wanted.from ?? until - USUAL_DAYS * DAY_MS, until }
      const ageing = await counts.ageing(now)
      return toWire({
        ...period,
        checks: await counts.checks(period, appid),
        checkClauses: await counts.checkClauses(period),
        releaseClauses: await counts.releaseClauses(period),
        events: await counts.events(period),
        decisions: await counts.decisions(period),
        ageing: ageing.map((one) => ({ ...one, whoseTurn: whoseTurn(one.state as State) })),
        casesWaiting: await counts.casesWaiting(now),
        filingTimes: await counts.filingTimes(period),
      })
    },
  })

  registerTransparency(app, ports)
  registerLoad(app, ports)
}

function registerTransparency(app: App, ports: Ports): void {
  const counts = ports.storage.statistics

  app.get('/v1/transparency', {
    config: { access: OPERATOR },
    schema: {
      summary: 'The transparency report of a period, as JSON or CSV; names no person and no app',
      querystring: reportQuery,
      response: { 200: z.union([transparency, z.string()]) },
    },
    async handler({ query: { from, until, format } }, reply) {
      const period = { from, until }
      const report = composeTransparency(period, {
        checks: await counts.checks(period),
        checkClauses: await counts.checkClauses(period),
        releaseClauses: await counts.releaseClauses(period),
        events: await counts.events(period),
        decisions: await counts.decisions(period),
        filingTimes: await counts.filingTimes(period),
      })
      if (format === 'json') return toWire(report)
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="transparency.csv"')
        .serializer(String)
        .send(toCsv(report))
    },
  })
}

function registerLoad(app: App, ports: Ports): void {
  const measured = openLoad(app.server, ports)
  app.addHook('onClose', async () => measured.close())

  app.get('/v1/load', {
    config: { access: OPERATOR },
    schema: {
      summary: 'What the answering process is doing, over the last hour at most',
      response: { 200: load },
    },
    handler: async () => ({ samples: toWire([...(await measured.history())]) }),
  })

  registerMetrics(app, measured)
}

function registerMetrics(app: App, measured: Load): void {
  app.get('/v1/metrics', {
    config: { access: 'anyone' },
    schema: {
      summary: 'The same as Prometheus reads it; for operators, or with FANGXING_METRICS_PASSWORD',
      response: { 200: z.string() },
    },
    async handler({ caller, headers }, reply) {
      mayReadMetrics(caller, headers.authorization)
      const last = (await measured.history()).at(-1)
      return reply
        .type('text/plain; version=0.0.4; charset=utf-8')
        .serializer(String)
        .send(last === undefined ? '' : writeMetrics(last, measured.totals()))
    },
  })
}
