/** A preflight as JSON, with the names of the native interface. Nothing in it varies between runs. */

import { explainJudgement } from '@fangxing/server/report'
import type { FilingForecast } from './forecast-filing.ts'
import type { PreflightReport } from './report.ts'

export function renderPreflightJson(report: PreflightReport): string {
  const { assessment, acceptance, submission, filing } = report
  const { verdict, edition, judgements, ...seen } = assessment
  const told = {
    verdict,
    edition,
    submission,
    filing: filing && withoutDay(filing),
    judgements: judgements.map(explainJudgement),
    heldBack: acceptance.held,
    expiredSuppressions: acceptance.expired,
    ...seen,
  }
  return JSON.stringify(told, null, 2)
}

/** The day of a launch depends on the day of asking. */
function withoutDay({ launchPromisedAt: _, ...filing }: FilingForecast): object {
  return filing
}
