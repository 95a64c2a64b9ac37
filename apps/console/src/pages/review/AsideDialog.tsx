/** Holding or escalating: with a word why, for whoever comes next. `Enter` sends it. */

import { Input, type InputRef, Modal } from 'antd'
import { useRef, useState } from 'react'
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
  const field = useRef<InputRef>(null)
  const put = () => onPut(note.trim()).then(onClose, setError)
  return (
    <Modal
      open
      title={t(`queue.${kind}`)}
      okText={t(`queue.${kind}`)}
      cancelText={t('state.cancel')}
      onOk={() => void put()}
      onCancel={onClose}
      // The dialog takes the focus when it opens; a reason is what is typed next.
      afterOpenChange={(isOpen) => isOpen && field.current?.focus()}
    >
      <div className="stack">
        {error !== null && <ProblemNotice error={error} />}
        <p>{t(`queue.lead_${kind}`)}</p>
        <Input
          ref={field}
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
