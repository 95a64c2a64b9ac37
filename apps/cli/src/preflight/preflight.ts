/** Does the work of `fangxing preflight`: reads, assesses, accepts, forecasts, prints, answers. */

import { stat } from 'node:fs/promises'
import { assessProgram } from '@fangxing/assessment'
import type { SubmissionFacts } from '@fangxing/contract'
import { openLexicon } from '../check/open-lexicon.ts'
import { EXIT, type ExitCode } from '../failure/exit-code.ts'
import { namingPackage, readPackage } from '../input/read-package.ts'
import type { SubjectOptions } from '../input/submission-options.ts'
import { toSubject } from '../input/submission-options.ts'
import type { UgcOptions } from '../input/ugc-options.ts'
import { toUgcDeclaration } from '../input/ugc-options.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { type AcceptOptions, acceptFindings, keepBaseline, prune } from './accept-findings.ts'
import { forecastFiling } from './forecast-filing.ts'
import { renderPreflight } from './render-preflight.ts'
import { renderPreflightJson } from './render-preflight-json.ts'
import { renderSarif } from './render-sarif.ts'
import type { PreflightReport } from './report.ts'
import { pathToPackage } from './show-place.ts'

export interface PreflightOptions extends SubjectOptions, UgcOptions, AcceptOptions {
  readonly lexicon?: string
  readonly explain: boolean
  readonly format: 'text' | 'json' | 'sarif'
}

export async function preflight(
  path: string,
  options: PreflightOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const files = await readPackage(path)
  const lexicon = await openLexicon(options.lexicon, terminal)
  const submission = toSubmissionFacts(options)
  const isFolder = (await stat(path)).isDirectory()
  const whole = namingPackage(path, () => assessProgram(files, submission, lexicon))
  const { assessment, acceptance } = await acceptFindings(whole, files, options, today())
  if (options.writeBaseline !== undefined) {
    await keepBaseline(assessment, options.writeBaseline, terminal)
    return EXIT.clean
  }
  if (options.prune) await prune(acceptance, files, isFolder ? path : undefined, options, terminal)
  const prefix = pathToPackage(path, isFolder, process.cwd())
  const filing = forecastFiling(submission)
  const report = { path, prefix, submission, assessment, acceptance, files, filing }
  terminal.print(render(report, options, terminal))
  return assessment.verdict === 'pass' ? EXIT.clean : EXIT.findings
}

/** The day here, because a suppression names a day and not an instant. */
function today(): string {
  const at = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

function toSubmissionFacts(options: PreflightOptions): SubmissionFacts {
  const ugcDeclaration = toUgcDeclaration(options)
  return {
    categories: options.category ?? [],
    subject: toSubject(options),
    ...(ugcDeclaration === undefined ? {} : { ugcDeclaration }),
  }
}

function render(report: PreflightReport, options: PreflightOptions, terminal: Terminal): string {
  switch (options.format) {
    case 'text':
      return renderPreflight(report, terminal, options.explain)
    case 'json':
      return renderPreflightJson(report)
    case 'sarif':
      return renderSarif(report, terminal.language)
  }
}
