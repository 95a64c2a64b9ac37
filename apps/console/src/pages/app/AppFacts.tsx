/** What is known of an app, and the door to another secret. */

import { useMutation } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { Link } from 'react-router'
import { api } from '../../api/client.ts'
import type { App } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Moment } from '../../parts/Moment.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { SecretDialog } from '../../parts/SecretDialog.tsx'
import { useUser } from '../../shell/session.ts'
import { describeRegion } from '../../view/regions.ts'

export function AppFacts({ app }: { readonly app: App }) {
  const { t, language } = useTexts()
  const { roles } = useUser()
  const { subject } = app
  return (
    <section className="card stack">
      <h2>{t('app.facts')}</h2>
      <dl className="facts">
        <dt>{t('apps.subject')}</dt>
        <dd>
          {t(`subjectKind.${subject.kind}`)}
          {subject.overseas && ` · ${t('apps.overseas')}`}
        </dd>
        <dt>{t('apps.region')}</dt>
        <dd>{describeRegion(subject.region, language)}</dd>
        <dt>{t('apps.categories')}</dt>
        <dd>
          {app.categories.map(({ first, second }) => (
            <div key={`${first}/${second}`}>
              {first} · {second}
            </div>
          ))}
        </dd>
        <dt>{t('apps.created')}</dt>
        <dd>
          <Moment at={app.createdAt} />
        </dd>
        {app.liveReleaseId && <LiveVersion id={app.liveReleaseId} />}
      </dl>
      {(roles.includes('developer') || roles.includes('operator')) && (
        <RenewSecret appid={app.appid} />
      )}
    </section>
  )
}

function LiveVersion({ id }: { readonly id: string }) {
  const { t } = useTexts()
  return (
    <>
      <dt>{t('release.live')}</dt>
      <dd>
        <Link to={`/releases/${id}`}>{t('apps.live')}</Link>
      </dd>
    </>
  )
}

function RenewSecret({ appid }: { readonly appid: string }) {
  const { t } = useTexts()
  const renew = useMutation({ mutationFn: () => api.renewSecret(appid) })
  return (
    <div className="stack-tight">
      {renew.error && <ProblemNotice error={renew.error} />}
      <div>
        <Popconfirm
          title={t('secret.renew')}
          description={t('secret.renewConfirm')}
          okText={t('secret.renew')}
          cancelText={t('state.cancel')}
          onConfirm={() => renew.mutate()}
        >
          <Button size="small" loading={renew.isPending}>
            {t('secret.renew')}
          </Button>
        </Popconfirm>
      </div>
      {renew.data && (
        <SecretDialog appid={appid} secret={renew.data.secret} onClose={() => renew.reset()} />
      )}
    </div>
  )
}
