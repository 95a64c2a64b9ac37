/** Shows a secret the only time it can be shown. */

import { Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTexts } from '../hooks/use-texts.ts'

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

function Copied({ label, value }: { readonly label: string; readonly value: string }) {
  const { t } = useTexts()
  const id = useId()
  const [isCopied, setIsCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setIsCopied(true)
  }
  return (
    <div className="row">
      <div className="stack-tight" style={{ flex: 1 }}>
        <label htmlFor={id}>{label}</label>
        <Input
          id={id}
          readOnly
          value={value}
          className="mono"
          onFocus={({ target }) => target.select()}
        />
      </div>
      <Button style={{ alignSelf: 'flex-end' }} onClick={() => void copy()}>
        {t(isCopied ? 'state.copied' : 'state.copy')}
      </Button>
    </div>
  )
}
