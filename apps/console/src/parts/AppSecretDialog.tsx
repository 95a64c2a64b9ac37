/** The secret of an app, beside the AppID that it goes with. */

import { useTexts } from '../hooks/use-texts.ts'
import { SecretDialog } from './SecretDialog.tsx'

interface Properties {
  readonly appid: string
  readonly secret: string
  readonly onClose: () => void
}

export function AppSecretDialog({ appid, secret, onClose }: Properties) {
  const { t } = useTexts()
  return (
    <SecretDialog
      lead={t('secret.lead')}
      secrets={[
        { label: t('apps.appid'), value: appid },
        { label: t('secret.label'), value: secret },
      ]}
      onClose={onClose}
    />
  )
}
