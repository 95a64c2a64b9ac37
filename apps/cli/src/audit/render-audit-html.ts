/** An audit as one HTML page that needs nothing else, with the screens and pictures in it. */

import { drawPlates, renderMaterialHtml } from '@fangxing/server/material-report'
import type { Language } from '../terminal/language.ts'
import type { AuditReport } from './report.ts'

export async function renderAuditHtml(
  { name, observed, assessment }: AuditReport,
  language: Language,
): Promise<string> {
  const plates = await drawPlates([...observed.screenshots, ...observed.media])
  return renderMaterialHtml({ name, ...assessment, notes: observed.notes }, plates, language)
}
