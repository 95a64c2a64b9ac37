/** From which addresses the app's servers may ask for access tokens. */

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { portal } from '../../../api/portal.ts'
import type { TokenAccess } from '../../../api/portal-types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { Loaded } from '../../../parts/Loaded.tsx'
import { ProblemNotice } from '../../../parts/ProblemNotice.tsx'
import { describeNetworks, parseNetworks } from '../../../view/networks.ts'

export function TokenAccessCard({ appid }: { readonly appid: string }) {
  const { t } = useTexts()
  const access = useQuery({
    queryKey: ['app', appid, 'token-access'],
    queryFn: () => portal.getTokenAccess(appid),
  })
  return (
    <section className="card stack-tight">
      <h2>{t('settings.tokens')}</h2>
      <Loaded query={access}>{(value) => <Editor appid={appid} access={value} />}</Loaded>
    </section>
  )
}

interface Properties {
  readonly appid: string
  readonly access: TokenAccess
}

function Editor({ appid, access }: Properties) {
  const { t } = useTexts()
  const id = useId()
  const queries = useQueryClient()
  const [text, setText] = useState(() => describeNetworks(access.allowedNetworks))
  const save = useMutation({
    mutationFn: () =>
      portal.setTokenAccess(appid, { ...access, allowedNetworks: parseNetworks(text) }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['app', appid, 'token-access'] }),
  })
  return (
    <div className="stack-tight">
      {access.state !== 'open' && (
        <p className="notice tone-red">{t(`settings.frozen.${access.state}`)}</p>
      )}
      {save.error && <ProblemNotice error={save.error} />}
      <label htmlFor={id}>{t('settings.networks')}</label>
      <Input.TextArea
        id={id}
        className="mono"
        rows={4}
        maxLength={12_000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <p className="soft small">{t('settings.networksHint')}</p>
      <div className="row">
        <Button loading={save.isPending} onClick={() => save.mutate()}>
          {t('callbacks.save')}
        </Button>
        {save.isSuccess && <span role="status">{t('settings.saved')}</span>}
      </div>
    </div>
  )
}
