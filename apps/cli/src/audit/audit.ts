/** Does the work of `fangxing audit`: opens, looks, assesses, prints, answers. */

import { writeFile } from 'node:fs/promises'
import { assessMaterial } from '@fangxing/assessment'
import { AppError, type MaterialProfile } from '@fangxing/contract'
import { type MediaPool, startMediaPool } from '@fangxing/media'
import { type PageEngine, startPageEngine } from '@fangxing/page'
import { materialProfiles } from '@fangxing/policy'
import {
  allowAddresses,
  type Corpora,
  type MaterialSource,
  observeMaterial,
} from '@fangxing/server'
import { loadShippedModel } from '@fangxing/text'
import { openLexicon } from '../check/open-lexicon.ts'
import { EXIT, type ExitCode } from '../failure/exit-code.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { openMaterial } from './open-material.ts'
import { readCorpora } from './read-corpora.ts'
import { renderAudit } from './render-audit.ts'
import type { AuditReport } from './report.ts'

export interface AuditOptions {
  readonly manifest?: string
  readonly profile: string
  readonly lexicon?: string
  readonly format: 'text' | 'json' | 'sarif' | 'html'
  readonly out?: string
  /** Networks beside the public internet that pages and cards may lead to. */
  readonly allow?: readonly string[]
  /** Every row, also those that pass. */
  readonly all: boolean
  readonly media: boolean
  /** `name=file.jsonl`: documents that it may be like. */
  readonly corpus?: readonly string[]
}

export async function audit(
  target: string,
  options: AuditOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const source = await openMaterial(target, options.manifest)
  const report = await auditOne(source, options, terminal)
  const text = await render(report, options, terminal)
  if (options.out === undefined) terminal.print(text)
  else await writeFile(options.out, text)
  return report.assessment.verdict === 'pass' ? EXIT.clean : EXIT.findings
}

async function auditOne(
  source: MaterialSource,
  options: AuditOptions,
  terminal: Terminal,
): Promise<AuditReport> {
  const lexicon = await openLexicon(options.lexicon, terminal)
  const { classifier } = await loadShippedModel()
  const addresses = allowAddresses(options.allow ?? [])
  const corpora = await readCorpora(options.corpus ?? [])
  const media = options.media ? await startMediaPool({ workers: 1 }) : undefined
  try {
    const page = source.kind === 'article' ? undefined : await openBrowser(addresses)
    try {
      const observed = await look(source, { addresses, page, media, corpora }, options, terminal)
      const { seen, engines } = observed
      const assessment = assessMaterial(seen, { lexicon, classifier, engines })
      return { name: source.name, observed, assessment }
    } finally {
      await page?.close()
    }
  } finally {
    await media?.close()
  }
}

async function openBrowser(egress: { allows(address: string): boolean }): Promise<PageEngine> {
  return startPageEngine({ egress }).catch((cause: unknown) => {
    throw new AppError('BROWSER_MISSING', { because: String(cause) }, { cause })
  })
}

interface Engines {
  readonly addresses: ReturnType<typeof allowAddresses>
  readonly page: PageEngine | undefined
  readonly media: MediaPool | undefined
  readonly corpora: Corpora | undefined
}

function look(source: MaterialSource, engines: Engines, options: AuditOptions, terminal: Terminal) {
  return observeMaterial(source, engines, {
    profile: profileOf(options.profile),
    auditedAt: Date.now(),
    onProgress: (step, done, all) => terminal.complain(`${terminal.words(step)} ${done}/${all}`),
  })
}

function profileOf(id: string): MaterialProfile {
  const profile = materialProfiles.find((one) => one.id === id)
  if (profile === undefined) throw new RangeError(`no such profile: ${id}`)
  return profile
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
