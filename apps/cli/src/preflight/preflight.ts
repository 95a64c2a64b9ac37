/** Does the work of `fangxing preflight`: reads, assesses, forecasts the filing, prints, answers. */

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
import { forecastFiling } from './forecast-filing.ts'
import { renderPreflight } from './render-preflight.ts'
import { renderPreflightJson } from './render-preflight-json.ts'
import { renderSarif } from './render-sarif.ts'
import type { PreflightReport } from './report.ts'
import { pathToPackage } from './show-place.ts'

export interface PreflightOptions extends SubjectOptions, UgcOptions {
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

  const report: PreflightReport = {
    path,
    prefix: pathToPackage(path, isFolder, process.cwd()),
    submission,
    assessment: namingPackage(path, () => assessProgram(files, submission, lexicon)),
    filing: forecastFiling(submission),
  }
  terminal.print(render(report, options, terminal))
  return report.assessment.verdict === 'pass' ? EXIT.clean : EXIT.findings
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
