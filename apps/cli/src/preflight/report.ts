/** What a preflight found, before it is put into any form. */

import type { ProgramAssessment } from '@fangxing/assessment'
import type { SubmissionFacts } from '@fangxing/contract'
import type { FilingNeed } from '@fangxing/release'

export interface PreflightReport {
  /** As the person named it. */
  readonly path: string
  /** The way from the current directory to the package; empty for a zip. */
  readonly prefix: string
  readonly submission: SubmissionFacts
  readonly assessment: ProgramAssessment
  /** Null when no category was declared, so nothing can be said about filing. */
  readonly filing: FilingNeed | null
}
