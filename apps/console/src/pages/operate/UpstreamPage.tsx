/** Which apps also ask another checker, and how often the two agree. */

import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../api/client.ts'
import { operate } from '../../api/operate.ts'
import type { Agreement, Upstream } from '../../api/operate-types.ts'
import type { App } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Empty } from '../../parts/Empty.tsx'
import { Loaded, Loading } from '../../parts/Loaded.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { composeAgreement } from '../../view/agreement.ts'
import { describeShare } from '../../view/overview.ts'

export function UpstreamPage() {
  const { t } = useTexts()
  const asked = useQuery({ queryKey: ['upstreams'], queryFn: findAsking })
  return (
    <>
      <PageHead title={t('upstream.title')} lead={t('upstream.lead')} />
      <Loaded query={asked}>
        {(rows) =>
          rows.length === 0 ? (
            <div className="card">
              <Empty words={t('upstream.empty')}>
                <Link to="/apps">{t('upstream.toApps')}</Link>
              </Empty>
            </div>
          ) : (
            <div className="stack">
              {rows.map((row) => (
                <Asking key={row.app.appid} {...row} />
              ))}
            </div>
          )
        }
      </Loaded>
    </>
  )
}

/** One question for each app: few have another checker, and nobody looks here often. */
async function findAsking() {
  const { items } = await api.findApps()
  const answers = await Promise.all(
    items.map(async (app) => ({ app, ...(await operate.getUpstream(app.appid)) })),
  )
  return answers.flatMap(({ app, upstream }) => (upstream === null ? [] : [{ app, upstream }]))
}

interface Properties {
  readonly app: App
  readonly upstream: Upstream
}

function Asking({ app, upstream }: Properties) {
  const { t } = useTexts()
  const agreement = useQuery({
    queryKey: ['upstreams', app.appid],
    queryFn: () => operate.getAgreement(app.appid),
  })
  return (
    <section className="card stack-tight">
      <div className="row-apart">
        <h2>
          <Link to={`/apps/${app.appid}`}>{app.name}</Link>
        </h2>
        <span className="row">
          <Tag tone="blue">{upstream.merge}</Tag>
          <Tag tone={upstream.circuit === 'open' ? 'red' : 'green'}>
            {t(`upstream.circuit.${upstream.circuit}`)}
          </Tag>
        </span>
      </div>
      <Sounds appid={app.appid} push={upstream.push} />
      {agreement.data ? <Pairs agreement={agreement.data} /> : <Loading />}
    </section>
  )
}

/** Sounds are answered by a push: whether they are asked about, what came, and what still waits. */
function Sounds({ appid, push }: { readonly appid: string; readonly push: Upstream['push'] }) {
  const { t } = useTexts()
  const waiting = useQuery({
    queryKey: ['upstreams', appid, 'waiting'],
    queryFn: () => operate.findWaitingMedia(appid),
    enabled: push !== null,
  })
  if (push === null) return <p className="soft">{t('upstream.sounds.off')}</p>
  const { path, mode, waitMinutes: minutes, came } = push
  const count = waiting.data?.items.filter(({ upstream }) => upstream?.state === 'waiting').length
  return (
    <>
      <p>{t('upstream.sounds.on', { path, mode, minutes })}</p>
      <p className="soft small">{t('upstream.sounds.came', { ...came })}</p>
      {count !== undefined && count > 0 && (
        <p>
          <Tag tone="amber">{t('upstream.sounds.waiting', { count })}</Tag>
        </p>
      )}
    </>
  )
}

function Pairs({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTexts()
  const { agreedShare, answered, unanswered } = composeAgreement(agreement)
  return (
    <>
      <p>
        {t('upstream.agreed', { share: describeShare(agreedShare), count: answered })}
        {unanswered > 0 && ` ${t('upstream.unanswered', { count: unanswered })}`}
      </p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('upstream.ours')}</th>
            <th scope="col">{t('upstream.theirs')}</th>
            <th scope="col">{t('upstream.count')}</th>
          </tr>
        </thead>
        <tbody>
          {agreement.items.map(({ ours, theirs, count }) => (
            <tr key={`${ours} ${theirs}`}>
              <td>{t(`suggest.${ours}`)}</td>
              <td>{theirs === null ? t('upstream.none') : t(`suggest.${theirs}`)}</td>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
