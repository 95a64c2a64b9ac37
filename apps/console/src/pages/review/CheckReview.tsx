/** A text, picture, sound or video in doubt: what it is, why it was stopped, the past, the decision. */

import type { ItemDecision, WholeItem } from '../../api/queue-types.ts'
import { CheckContent } from './CheckContent.tsx'
import { CheckFacts } from './CheckFacts.tsx'
import { DecidePanel } from './DecidePanel.tsx'
import { PastCard } from './PastCard.tsx'

interface Properties {
  readonly whole: WholeItem
  readonly fence: number | null
  readonly onDecide: (decision: ItemDecision) => void
}

export function CheckReview({ whole, fence, onDecide }: Properties) {
  return (
    <div className="review-grid">
      <div className="stack">
        <CheckContent whole={whole} />
        {whole.past && <PastCard past={whole.past} />}
      </div>
      <div className="stack">
        <DecidePanel whole={whole} fence={fence} onDecide={onDecide} />
        <CheckFacts whole={whole} />
      </div>
    </div>
  )
}
