/** Shows a secret the only time it can be shown. */

import { Button, Modal } from 'antd'
import { useTexts } from '../hooks/use-texts.ts'
import { Copied } from './Copied.tsx'

interface Properties {
  readonly appid: string
  readonly secret: string
  readonly onClose: () => void
}

export function SecretDialog({ appid, secret, onClose }: Properties) {
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
        <p className="notice tone-amber">{t('secret.lead')}</p>
        <Copied label={t('apps.appid')} value={appid} />
        <Copied label={t('secret.label')} value={secret} />
      </div>
    </Modal>
  )
}
