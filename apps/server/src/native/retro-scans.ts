/** Running the rules of today over what serves, and reading what that found. */

import { AppError } from '@fangxing/contract'
import type { RetroScan } from '@fangxing/storage'
import { z } from 'zod'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { startRetroScan } from '../use-cases/retro-scan.ts'
import { toActor } from './actor.ts'
import { id, pageOf, pageQuery } from './shapes/parts.ts'
import { retroResult, retroResultQuery, retroScan, retroScanDraft } from './shapes/retro-scan.ts'
import { toWire } from './wire.ts'

const params = z.object({ id })

export function registerRetroScans(app: App, ports: Ports): void {
  const { retroScans } = ports.storage

  app.post('/v1/retro-scans', {
    config: { access: ['operator'] },
    schema: {
      summary: 'Run the rules of today over every version that serves, in shadow or for real',
      body: retroScanDraft,
      response: { 202: retroScan },
    },
    async handler({ body: { shadow }, caller }, reply) {
      const scan = await startRetroScan(ports, { shadow, actor: toActor(caller, ['operator']) })
      return reply.code(202).send(toWire(scan))
    },
  })

  app.get('/v1/retro-scans', {
    config: { access: ['operator', 'reviewer'] },
    schema: {
      summary: 'Retro-scans, newest first',
      querystring: pageQuery,
      response: { 200: pageOf(retroScan) },
    },
    handler: async ({ query }) => toWire(await retroScans.list(query)),
  })

  app.get('/v1/retro-scans/:id', {
    config: { access: ['operator', 'reviewer'] },
    schema: { summary: 'How far a retro-scan is', params, response: { 200: retroScan } },
    handler: async ({ params: { id: scanId } }) => toWire(await getScan(scanId)),
  })

  app.get('/v1/retro-scans/:id/results', {
    config: { access: ['operator', 'reviewer'] },
    schema: {
      summary: 'What a retro-scan found, newest version first',
      params,
      querystring: retroResultQuery,
      response: { 200: pageOf(retroResult) },
    },
    async handler({ params: { id: scanId }, query }) {
      await getScan(scanId)
      return toWire(await retroScans.results(scanId, query))
    },
  })

  async function getScan(scanId: string): Promise<RetroScan> {
    const scan = await retroScans.find(scanId)
    if (scan === null) throw new AppError('RETRO_SCAN_NOT_FOUND', { scanId })
    return scan
  }
}
