/** The dialog of a step: each says what will follow before it is taken. */

import type { AssessmentReport } from '../../api/types.ts'
import type { Action } from '../../view/actions.ts'
import { isDeveloperAction } from '../../view/developer-steps.ts'
import { ClauseDialog } from './ClauseDialog.tsx'
import { StepForm } from './developer/StepForm.tsx'
import { WithdrawDialog } from './developer/WithdrawDialog.tsx'
import { RemarkDialog } from './RemarkDialog.tsx'
import { SubmitDialog } from './SubmitDialog.tsx'
import type { StepProperties } from './step-properties.ts'
import { TakedownDialog } from './TakedownDialog.tsx'

interface Properties extends StepProperties {
  readonly action: Action
  readonly report: AssessmentReport | undefined
  readonly fence: number | null
}

export function StepDialog({ action, report, fence, ...step }: Properties) {
  switch (action) {
    case 'submit':
      return <SubmitDialog {...step} />
    case 'reject':
    case 'dismiss':
    case 'rejectFiling':
      return <ClauseDialog {...step} action={action} fence={fence} report={report} />
    case 'orderTakedown':
      return <TakedownDialog {...step} />
    case 'claim':
      return null
    case 'withdraw':
      return <WithdrawDialog {...step} />
    default:
      if (isDeveloperAction(action)) return <StepForm {...step} action={action} />
      return <RemarkDialog {...step} action={action} fence={fence} />
  }
}
