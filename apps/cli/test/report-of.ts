/** A preflight report of a package in memory, without a second process. For tests only. */

import { assessProgram } from '@fangxing/assessment'
import type { PackageFiles, SubmissionFacts } from '@fangxing/contract'
import { compileLexicon } from '@fangxing/text'
import { holdBack } from '../src/accept/hold-back.ts'
import { forecastFiling } from '../src/preflight/forecast-filing.ts'
import type { PreflightReport } from '../src/preflight/report.ts'

const SUBJECT = { kind: 'enterprise', overseas: false, region: 'CN-GD' } as const
const lexicon = compileLexicon([])
/** 2026-11-22, noon in Shanghai. */
const DAY = Date.UTC(2026, 10, 22, 4)

export function packageOf(texts: Readonly<Record<string, string>>): PackageFiles {
  return new Map(
    Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]),
  )
}

export function reportOf(
  files: PackageFiles,
  fields: Partial<SubmissionFacts> = {},
): PreflightReport {
  const submission: SubmissionFacts = { categories: [], subject: SUBJECT, ...fields }
  const assessment = assessProgram(files, submission, lexicon)
  const acceptance = holdBack(assessment.judgements, {
    suppressions: [],
    baseline: undefined,
    files,
    today: '2026-11-22',
  })
  const filing = forecastFiling(submission, assessment.judgements, { filed: [], reviewedAt: DAY })
  return { path: 'shop', prefix: '', submission, assessment, acceptance, files, filing }
}
