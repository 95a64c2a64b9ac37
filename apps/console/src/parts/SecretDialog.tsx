/** Shows secrets the only time they can be shown: closing it is a choice, never a slip. */

import { Button, Modal } from 'antd'
import { useTexts } from '../hooks/use-texts.ts'
import { Copied } from './Copied.tsx'

interface Properties {
  /** What happens to whoever does not keep them. */
  readonly lead: string
  readonly secrets: readonly { readonly label: string; readonly value: string }[]
  readonly onClose: () => void
}

export function SecretDialog({ lead, secrets, onClose }: Properties) {
  const { t } = useTexts()
  return (
    <Modal
      open
      title={t('secret.title')}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('secret.done')}
        </Button>
      }
    >
      <div className="stack">
        <p className="notice tone-amber">{lead}</p>
        {secrets.map(({ label, value }) => (
          <Copied key={label} label={label} value={value} />
        ))}
      </div>
    </Modal>
  )
}
