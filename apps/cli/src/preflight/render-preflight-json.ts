/** A preflight as JSON, with the names of the native interface. Nothing in it varies between runs. */

import { explainJudgement } from './explain-judgement.ts'
import type { PreflightReport } from './report.ts'

export function renderPreflightJson({ assessment, submission, filing }: PreflightReport): string {
  const { verdict, edition, judgements, ...seen } = assessment
  const report = {
    verdict,
    edition,
    submission,
    filing,
    judgements: judgements.map(explainJudgement),
    ...seen,
  }
  return JSON.stringify(report, null, 2)
}
