/** Proposes the picture of a case for the bank, as it was decided. */

import { Button } from 'antd'
import type { CaseDecision, ListChange } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'

interface Properties {
  readonly decision: CaseDecision
  readonly isBusy: boolean
  readonly onPropose: (change: ListChange) => void
}

export function PictureForm({ decision: { verdict, label }, isBusy, onPropose }: Properties) {
  const { t } = useTexts()
  const kind = verdict === 'pass' ? 'allowPicture' : 'denyPicture'
  return (
    <div>
      <Button loading={isBusy} onClick={() => onPropose({ kind, label })}>
        {t(`teach.propose_${kind}`)}
      </Button>
    </div>
  )
}
