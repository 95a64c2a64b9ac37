/** Does the work of `fangxing preflight`: reads, assesses, accepts, forecasts, prints, answers. */

import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Category, SubmissionFacts } from '@fangxing/contract'
import { EXIT, type ExitCode } from '../failure/exit-code.ts'
import { readPackage } from '../input/read-package.ts'
import type { SubjectOptions } from '../input/submission-options.ts'
import { toSubject } from '../input/submission-options.ts'
import type { UgcOptions } from '../input/ugc-options.ts'
import { toUgcDeclaration } from '../input/ugc-options.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { type AcceptOptions, acceptFindings, keepBaseline, prune } from './accept-findings.ts'
import { assessOnce } from './assess-once.ts'
import { forecastFiling } from './forecast-filing.ts'
import { renderPreflight } from './render-preflight.ts'
import type { PreflightReport } from './report.ts'
import { pathToPackage } from './show-place.ts'

export interface PreflightOptions extends SubjectOptions, UgcOptions, AcceptOptions {
  readonly lexicon?: string
  readonly explain: boolean
  readonly format: 'text' | 'json' | 'sarif' | 'html'
  /** Answers for `submit_audit` instead of the findings. */
  readonly declare: boolean
  /** A folder, or `true` for the usual one. */
  readonly cache?: string | true
  readonly watch: boolean
  /** Categories that completed filing before. */
  readonly filed?: readonly Category[]
  /** When the code review is to pass, milliseconds; absent: now. */
  readonly on?: number
  /** The suggested checks instead of the findings. */
  readonly patch: boolean
}

/** Beside what other tools keep for a project. */
const CACHE_FOLDER = join('node_modules', '.cache', 'fangxing')

export async function preflight(
  path: string,
  options: PreflightOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (!options.watch) return preflightOnce(path, options, terminal)
  const { watchPackage } = await import('./watch-package.ts')
  return watchPackage(path, () => preflightOnce(path, options, terminal), terminal)
}

async function preflightOnce(
  path: string,
  options: PreflightOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const files = await readPackage(path)
  const submission = toSubmissionFacts(options)
  const isFolder = (await stat(path)).isDirectory()
  const cache = options.cache === true ? CACHE_FOLDER : options.cache
  const subject = { path, files, submission, lexicon: options.lexicon }
  const whole = await assessOnce(subject, cache, terminal)
  const { assessment, acceptance } = await acceptFindings(whole, files, options, today())
  if (options.writeBaseline !== undefined) {
    await keepBaseline(assessment, options.writeBaseline, terminal)
    return EXIT.clean
  }
  if (options.prune) await prune(acceptance, files, isFolder ? path : undefined, options, terminal)
  const prefix = pathToPackage(path, isFolder, process.cwd())
  if (options.patch) {
    const { suggestPatch } = await import('../patch/suggest-patch.ts')
    suggestPatch(files, prefix, terminal)
    return assessment.verdict === 'pass' ? EXIT.clean : EXIT.findings
  }
  const known = { filed: options.filed ?? [], reviewedAt: options.on ?? Date.now() }
  const filing = forecastFiling(submission, assessment.judgements, known)
  const report = { path, prefix, submission, assessment, acceptance, files, filing }
  terminal.print(options.declare ? await declare(report) : await render(report, options, terminal))
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

async function declare(report: PreflightReport): Promise<string> {
  const { observeProgram } = await import('@fangxing/miniprogram')
  const { toDeclaration } = await import('./declare.ts')
  return JSON.stringify(toDeclaration(report, observeProgram(report.files).pages), null, 2)
}

/** The forms that most runs do not want are loaded when they are asked for. */
async function render(
  report: PreflightReport,
  options: PreflightOptions,
  terminal: Terminal,
): Promise<string> {
  switch (options.format) {
    case 'text':
      return renderPreflight(report, terminal, options.explain)
    case 'json':
      return (await import('./render-preflight-json.ts')).renderPreflightJson(report)
    case 'sarif':
      return (await import('@fangxing/server/report')).renderSarif(
        { ...report, failures: report.assessment.summary.failures },
        terminal.language,
      )
    case 'html':
      return (await import('./render-html.ts')).renderHtml(report, terminal.language)
  }
}
