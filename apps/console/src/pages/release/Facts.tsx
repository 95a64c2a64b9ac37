/** What is known about a version, as a short list. */

import { Link } from 'react-router'
import type { Release } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Moment } from '../../parts/Moment.tsx'
import { PlainText } from '../../parts/PlainText.tsx'
import { describeBytes } from '../../view/bytes.ts'

export function Facts({ release }: { readonly release: Release }) {
  const { t } = useTexts()
  return (
    <section className="card">
      <h2>{t('release.facts')}</h2>
      <dl className="facts">
        <dt>{t('release.app')}</dt>
        <dd>
          <Link to={`/apps/${release.appid}`}>
            <PlainText text={release.appName} />
          </Link>
        </dd>
        <dt>{t('release.version')}</dt>
        <dd>{release.version}</dd>
        <dt>{t('release.audit')}</dt>
        <dd>{release.auditId ?? t('state.none')}</dd>
        <dt>{t('release.categories')}</dt>
        <dd>
          {release.categories.length === 0
            ? t('state.none')
            : release.categories.map(({ first, second }) => (
                <div key={`${first}/${second}`}>
                  {first} · {second}
                </div>
              ))}
        </dd>
        <dt>{t('release.size')}</dt>
        <dd>{describeBytes(release.packageBytes)}</dd>
        <dt>{t('release.created')}</dt>
        <dd>
          <Moment at={release.createdAt} />
        </dd>
        <dt>{t('release.changed')}</dt>
        <dd>
          <Moment at={release.changedAt} />
        </dd>
      </dl>
      <p className="soft small">{t('release.beijing')}</p>
    </section>
  )
}
