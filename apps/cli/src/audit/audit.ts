/** Does the work of `fangxing audit`: finds, looks, assesses, prints, answers. */

import { EXIT, type ExitCode } from '../failure/exit-code.ts'
import { writeWhole } from '../output/write-file.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { auditMany } from './audit-many.ts'
import { type FoundMaterial, findMaterials } from './find-materials.ts'
import { type AuditEngines, type EngineOptions, openEngines } from './open-engines.ts'
import { renderAudit } from './render-audit.ts'
import type { AuditReport } from './report.ts'

export interface AuditOptions extends EngineOptions {
  readonly manifest?: string
  /** One page of a mini-program. */
  readonly page?: string
  /** A file with what servers answer to it. */
  readonly answers?: string
  readonly format: 'text' | 'json' | 'sarif' | 'html'
  readonly out?: string
  /** Begins a batch anew. */
  readonly restart?: boolean
  /** Every row, also those that pass. */
  readonly all: boolean
}

export async function audit(
  target: string,
  options: AuditOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { manifest, page, answers, out, restart = false } = options
  const { isMany, materials } = await findMaterials({ target, manifest, page, answers })
  const engines = await openEngines(options, terminal)
  try {
    const [first] = materials
    return isMany || first === undefined
      ? await auditMany(materials, engines, { out, restart }, terminal)
      : await auditOne(first, engines, options, terminal)
  } finally {
    await engines.close()
  }
}

async function auditOne(
  material: FoundMaterial,
  engines: AuditEngines,
  options: AuditOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const report = await engines.audit(await material.open(), (step, done, all) =>
    terminal.complain(`${terminal.words(step)} ${done}/${all}`),
  )
  const text = await render(report, options, terminal)
  if (options.out === undefined) terminal.print(text)
  else await writeWhole(options.out, text)
  return report.assessment.verdict === 'pass' ? EXIT.clean : EXIT.findings
}

async function render(
  report: AuditReport,
  options: AuditOptions,
  terminal: Terminal,
): Promise<string> {
  switch (options.format) {
    case 'text':
      return renderAudit(report, terminal, options.all)
    case 'json':
      return (await import('./render-audit-json.ts')).renderAuditJson(report)
    case 'sarif':
      return (await import('@fangxing/server/report')).renderSarif(
        { assessment: report.assessment, acceptance: { held: [] }, prefix: '' },
        terminal.language,
      )
    case 'html':
      return (await import('./render-audit-html.ts')).renderAuditHtml(report, terminal.language)
  }
}
