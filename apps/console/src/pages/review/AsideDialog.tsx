/** Holding or escalating: with a word why, for whoever comes next. `Enter` sends it. */

import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../hooks/use-texts.ts'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'

export type AsideKind = 'hold' | 'escalate'

interface Properties {
  readonly kind: AsideKind
  readonly onClose: () => void
  readonly onPut: (note: string) => Promise<void>
}

export function AsideDialog({ kind, onClose, onPut }: Properties) {
  const { t } = useTexts()
  const [note, setNote] = useState('')
  const [error, setError] = useState<unknown>(null)
  const put = () => onPut(note.trim()).then(onClose, setError)
  return (
    <Modal
      open
      title={t(`queue.${kind}`)}
      okText={t(`queue.${kind}`)}
      cancelText={t('state.cancel')}
      onOk={() => void put()}
      onCancel={onClose}
    >
      <div className="stack">
        {error !== null && <ProblemNotice error={error} />}
        <p>{t(`queue.lead_${kind}`)}</p>
        <Input
          autoFocus
          aria-label={t('queue.asideNote')}
          placeholder={t('queue.asideNote')}
          maxLength={300}
          value={note}
          onChange={({ target }) => setNote(target.value)}
          onPressEnter={() => void put()}
        />
      </div>
    </Modal>
  )
}
