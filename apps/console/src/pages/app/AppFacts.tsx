/** What an app is registered as. */

import type { App } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Moment } from '../../parts/Moment.tsx'
import { describeRegion } from '../../view/regions.ts'

export function AppFacts({ app }: { readonly app: App }) {
  const { t, language } = useTexts()
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
      </dl>
    </section>
  )
}
