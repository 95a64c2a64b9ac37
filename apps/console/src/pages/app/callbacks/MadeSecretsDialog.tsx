/** Secrets that were made now, the only time they can be read. */

import { Button, Modal } from 'antd'
import type { MadeSecrets } from '../../../api/portal-types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { Copied } from '../../../parts/Copied.tsx'

interface Properties {
  readonly secrets: MadeSecrets
  readonly onClose: () => void
}

export function MadeSecretsDialog({ secrets, onClose }: Properties) {
  const { t } = useTexts()
  const { webhookSecret, wechatToken, wechatEncodingAesKey } = secrets
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
        <p className="notice tone-amber">{t('callbacks.once')}</p>
        {webhookSecret && <Copied label={t('callbacks.webhookSecret')} value={webhookSecret} />}
        {wechatToken && <Copied label="Token" value={wechatToken} />}
        {wechatEncodingAesKey && <Copied label="EncodingAESKey" value={wechatEncodingAesKey} />}
      </div>
    </Modal>
  )
}
