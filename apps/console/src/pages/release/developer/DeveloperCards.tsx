/**
 * What a developer's version has beside what everybody sees: why it came back, and its filing plan,
 * which is read first while nothing was handed in, and last when there are findings to work on.
 */

import type { Release } from '../../../api/types.ts'
import { isBeforeSubmission } from '../../../view/developer-steps.ts'
import { PlanCard } from './PlanCard.tsx'
import { RejectionCard } from './RejectionCard.tsx'

interface Properties {
  readonly release: Release
}

export function BeforeFindings({ release }: Properties) {
  if (release.state === 'draft' && isBeforeSubmission(release))
    return <PlanCard release={release} />
  return <RejectionCard release={release} />
}

export function AfterFindings({ release }: Properties) {
  if (release.state === 'draft' || !isBeforeSubmission(release)) return null
  return <PlanCard release={release} />
}
