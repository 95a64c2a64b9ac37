/** Steps that need no more than a yes, and perhaps a remark. */

import { Input, Modal } from 'antd'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { queueApi } from '../../api/queue.ts'
import type { Release } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import type { StepProperties } from './step-properties.ts'
import { useStep } from './use-steps.ts'

export type PlainAction = 'approve' | 'reverse' | 'passFiling' | 'launch' | 'takeDown'

interface Properties extends StepProperties {
  readonly action: PlainAction
  readonly fence: number | null
}

const TAKES_NOTE: readonly PlainAction[] = ['approve', 'reverse', 'passFiling']

function take(action: PlainAction, { id }: Release, fence: number | null, note: string) {
  switch (action) {
    case 'approve':
      return api.approve(id, { fence: fence ?? 0, ...(note ? { note } : {}) })
    case 'reverse':
      return queueApi.reverseRejection(id, { fence: fence ?? 0, note })
    case 'passFiling':
      return api.passFiling(id, note)
    case 'launch':
      return api.launch(id)
    case 'takeDown':
      return api.takeDown(id)
  }
}

export function RemarkDialog({ release, action, fence, onClose }: Properties) {
  const { t } = useTexts()
  const [note, setNote] = useState('')
  const step = useStep(release.id, action, () => take(action, release, fence, note), onClose)
  return (
    <Modal
      open
      title={`${t(`action.${action}`)} · ${release.appName} ${release.version}`}
      okText={t(`action.${action}`)}
      cancelText={t('state.cancel')}
      okButtonProps={{
        danger: action === 'takeDown',
        disabled: action === 'reverse' && note.trim() === '',
      }}
      confirmLoading={step.isPending}
      onOk={() => step.mutate(undefined)}
      onCancel={onClose}
    >
      <div className="stack">
        {step.error && <ProblemNotice error={step.error} />}
        <p>{t(`consequence.${action}`)}</p>
        {TAKES_NOTE.includes(action) && (
          <div className="stack-tight">
            <label htmlFor="remark">{t('decision.note')}</label>
            <Input.TextArea
              id="remark"
              autoFocus
              rows={3}
              maxLength={2000}
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          </div>
        )}
      </div>
    </Modal>
  )
}
