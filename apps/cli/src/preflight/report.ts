/** What a preflight found, before it is put into any form. */

import type { ProgramAssessment } from '@fangxing/assessment'
import type { PackageFiles, SubmissionFacts } from '@fangxing/contract'
import type { Acceptance } from '../accept/hold-back.ts'
import type { FilingForecast } from './forecast-filing.ts'

export interface PreflightReport {
  /** As the person named it. */
  readonly path: string
  /** The way from the current directory to the package; empty for a zip. */
  readonly prefix: string
  readonly submission: SubmissionFacts
  /** What is left of it after what the team accepts. */
  readonly assessment: ProgramAssessment
  readonly acceptance: Acceptance
  readonly files: PackageFiles
  /** Null when neither the code nor the person names a category. */
  readonly filing: FilingForecast | null
}
