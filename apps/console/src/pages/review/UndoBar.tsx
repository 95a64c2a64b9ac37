/** Says what was decided a moment ago, and takes it back while that is possible. */

import { Button } from 'antd'
import type { Outbox } from '../../hooks/use-outbox.ts'
import { useTexts } from '../../hooks/use-texts.ts'

interface Properties {
  readonly outbox: Outbox
  readonly onUndo: () => void
}

export function UndoBar({ outbox: { last }, onUndo }: Properties) {
  const { t } = useTexts()
  return (
    <output className={last ? 'undo-bar' : 'undo-bar is-empty'}>
      {last && (
        <>
          <span>
            {t('queue.decided', {
              title: last.title,
              verdict: t(`case.verdict_${last.decision.verdict}`),
            })}
          </span>
          <Button size="small" onClick={onUndo}>
            {t('queue.undo')} <kbd>z</kbd>
          </Button>
        </>
      )}
    </output>
  )
}
