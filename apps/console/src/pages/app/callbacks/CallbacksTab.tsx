/** Where the app is told: three channels, a test of each, and what became of the last deliveries. */

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { portal } from '../../../api/portal.ts'
import type { CallbackChanges, Callbacks, MadeSecrets } from '../../../api/portal-types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { Loaded } from '../../../parts/Loaded.tsx'
import { ProblemNotice } from '../../../parts/ProblemNotice.tsx'
import { hasAny } from '../../../view/callbacks.ts'
import { Deliveries } from './Deliveries.tsx'
import { MadeSecretsDialog } from './MadeSecretsDialog.tsx'
import { MailCard } from './MailCard.tsx'
import { PushCard } from './PushCard.tsx'
import { WebhookCard } from './WebhookCard.tsx'

export function CallbacksTab({ appid }: { readonly appid: string }) {
  const callbacks = useQuery({
    queryKey: ['app', appid, 'callbacks'],
    queryFn: () => portal.getCallbacks(appid),
  })
  return (
    <div className="stack">
      <Loaded query={callbacks}>{(value) => <Channels appid={appid} callbacks={value} />}</Loaded>
      <Deliveries appid={appid} />
    </div>
  )
}

interface Properties {
  readonly appid: string
  readonly callbacks: Callbacks
}

function Channels({ appid, callbacks }: Properties) {
  const queries = useQueryClient()
  const [secrets, setSecrets] = useState<MadeSecrets | null>(null)
  const set = useMutation({
    mutationFn: (changes: CallbackChanges) => portal.setCallbacks(appid, changes),
    async onSuccess(changed) {
      if (Object.keys(changed.secrets).length > 0) setSecrets(changed.secrets)
      await queries.invalidateQueries({ queryKey: ['app', appid] })
    },
  })
  const channel = { callbacks, isBusy: set.isPending, onSet: set.mutate }
  return (
    <>
      <TestBar appid={appid} isReady={hasAny(callbacks)} />
      {set.error && <ProblemNotice error={set.error} />}
      <div className="channels">
        <WebhookCard {...channel} />
        <PushCard {...channel} />
        <MailCard {...channel} />
      </div>
      {secrets && <MadeSecretsDialog secrets={secrets} onClose={() => setSecrets(null)} />}
    </>
  )
}

function TestBar({ appid, isReady }: { readonly appid: string; readonly isReady: boolean }) {
  const { t } = useTexts()
  const queries = useQueryClient()
  const test = useMutation({
    mutationFn: () => portal.testCallbacks(appid),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['deliveries', appid] }),
  })
  return (
    <section className="stack-tight">
      <div className="row-apart">
        <p className="soft">{t('callbacks.lead')}</p>
        <Button disabled={!isReady} loading={test.isPending} onClick={() => test.mutate()}>
          {t('callbacks.test')}
        </Button>
      </div>
      {test.error && <ProblemNotice error={test.error} />}
      {test.isSuccess && <p role="status">{t('callbacks.testSent')}</p>}
    </section>
  )
}
