/** What an audit found, in four forms, with the pictures; and what is different between two. */

import { AppError } from '@fangxing/contract'
import { z } from 'zod'
import type { App } from '../http/app.ts'
import { chooseLanguage } from '../http/language.ts'
import { renderMaterialHtml } from '../materials/report/render-material-html.ts'
import type { Ports } from '../ports.ts'
import { renderSarif } from '../report/index.ts'
import { getMaterial, getReport, toComparison, toReportView } from './material-view.ts'
import { MATERIAL_READERS } from './materials.ts'
import { comparison, comparisonQuery, materialReport, reportQuery } from './shapes/material.ts'
import { id } from './shapes/parts.ts'

const params = z.object({ id })

/** The report runs no script and loads nothing; the page around it must not be told otherwise. */
const REPORT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"

export function registerMaterialReports(app: App, ports: Ports): void {
  const { materials } = ports.storage

  app.get('/v1/materials/:id/report', {
    config: { access: MATERIAL_READERS },
    schema: {
      summary: 'Every clause of the book with its outcome: JSON, SARIF 2.1.0, or one HTML page',
      params,
      querystring: reportQuery,
    },
    async handler({ caller, headers, params: { id: materialId }, query: { nth, format } }, reply) {
      const found = await getMaterial(ports, caller, materialId)
      if (format === 'json') {
        return reply.send(materialReport.parse(await toReportView(ports, found, nth)))
      }
      const language = chooseLanguage(headers['accept-language'])
      const { audit, report } = await getReport(ports, materialId, nth)
      if (format === 'sarif') {
        const told = { assessment: report, acceptance: { held: [] }, prefix: '' }
        return reply
          .type('application/sarif+json')
          .serializer(String)
          .send(renderSarif(told, language))
      }
      const plates = await withContent(ports, audit.id)
      return reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', REPORT_POLICY)
        .serializer(String)
        .send(renderMaterialHtml(report, plates, language))
    },
  })

  app.get('/v1/materials/:id/evidence/:sha256', {
    config: { access: MATERIAL_READERS },
    schema: {
      summary: 'A small picture of what was seen, as JPEG',
      params: params.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
      querystring: z.object({ nth: z.coerce.number().int().min(1).optional() }),
    },
    async handler({ caller, query, params: { id: materialId, sha256 } }, reply) {
      const found = await getMaterial(ports, caller, materialId)
      const { audit } = await getReport(ports, found.id, query.nth)
      const plates = await materials.plates(audit.id)
      const isOfAudit = plates.some((plate) => plate.sha256 === sha256)
      const content = isOfAudit ? await materials.blob(sha256) : null
      if (content === null) throw new AppError('MATERIAL_NOT_FOUND', { materialId, sha256 })
      return reply.type('image/jpeg').send(Buffer.from(content))
    },
  })

  app.get('/v1/materials/:id/comparison', {
    config: { access: MATERIAL_READERS },
    schema: {
      summary: 'What is different between two audits of it, clause by clause',
      params,
      querystring: comparisonQuery,
      response: { 200: comparison },
    },
    async handler({ caller, params: { id: materialId }, query: { from, to } }) {
      return toComparison(ports, await getMaterial(ports, caller, materialId), from, to)
    },
  })
}

async function withContent({ storage }: Ports, auditId: string) {
  const plates = await storage.materials.plates(auditId)
  return Promise.all(
    plates.map(async ({ sha256, ...plate }) => ({
      ...plate,
      content: (await storage.materials.blob(sha256)) ?? new Uint8Array(),
    })),
  )
}
