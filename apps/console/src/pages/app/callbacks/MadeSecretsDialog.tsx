/** Secrets of callbacks that were made now. */

import type { MadeSecrets } from '../../../api/portal-types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { SecretDialog } from '../../../parts/SecretDialog.tsx'

interface Properties {
  readonly secrets: MadeSecrets
  readonly onClose: () => void
}

export function MadeSecretsDialog({ secrets, onClose }: Properties) {
  const { t } = useTexts()
  const { webhookSecret, wechatToken, wechatEncodingAesKey } = secrets
  const made = [
    { label: t('callbacks.webhookSecret'), value: webhookSecret },
    { label: 'Token', value: wechatToken },
    { label: 'EncodingAESKey', value: wechatEncodingAesKey },
  ]
  return (
    <SecretDialog
      lead={t('callbacks.once')}
      secrets={made.flatMap(({ label, value }) => (value ? [{ label, value }] : []))}
      onClose={onClose}
    />
  )
}
