/** What a developer's version has beside what everybody sees: why it came back, and its plan. */

import type { Release } from '../../../api/types.ts'
import { isBeforeSubmission } from '../../../view/developer-steps.ts'
import { PlanCard } from './PlanCard.tsx'
import { RejectionCard } from './RejectionCard.tsx'

export function DeveloperCards({ release }: { readonly release: Release }) {
  return (
    <>
      <RejectionCard release={release} />
      {isBeforeSubmission(release) && <PlanCard release={release} />}
    </>
  )
}
