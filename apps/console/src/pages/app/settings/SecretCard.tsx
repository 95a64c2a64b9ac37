/** Another secret for the app: only an owner makes one, and it is shown once. */

import { useMutation } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { api } from '../../../api/client.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { AppSecretDialog } from '../../../parts/AppSecretDialog.tsx'
import { ProblemNotice } from '../../../parts/ProblemNotice.tsx'

export function SecretCard({ appid }: { readonly appid: string }) {
  const { t } = useTexts()
  const renew = useMutation({ mutationFn: () => api.renewSecret(appid) })
  return (
    <section className="card stack-tight">
      <h2>{t('settings.secret')}</h2>
      <p className="soft">{t('settings.secretLead')}</p>
      {renew.error && <ProblemNotice error={renew.error} />}
      <div>
        <Popconfirm
          title={t('secret.renew')}
          description={t('secret.renewConfirm')}
          okText={t('secret.renew')}
          cancelText={t('state.cancel')}
          onConfirm={() => renew.mutate()}
        >
          <Button loading={renew.isPending}>{t('secret.renew')}</Button>
        </Popconfirm>
      </div>
      {renew.data && (
        <AppSecretDialog appid={appid} secret={renew.data.secret} onClose={() => renew.reset()} />
      )}
    </section>
  )
}
