/** Why the latest submission was rejected, in the words that were sent, and what to add. */

import { Link } from 'react-router'
import type { Release } from '../../../api/types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { keyOf } from '../../../view/categories.ts'

export function RejectionCard({ release }: { readonly release: Release }) {
  const { t } = useTexts()
  const { rejection } = release
  if (rejection === null) return null
  const { clauses, note, missingCategories } = rejection
  return (
    <section className="card stack-tight edge-red">
      <h2>{t('rejection.title')}</h2>
      {note !== '' && <p className="words">{note}</p>}
      {clauses.length > 0 && (
        <p className="soft small">
          {t('release.clauses')} <span className="mono">{clauses.join('  ')}</span>
        </p>
      )}
      {missingCategories.length > 0 && (
        <div className="stack-tight">
          <p>{t('rejection.missing')}</p>
          <ul className="row">
            {missingCategories.map((category) => (
              <li key={keyOf(category)} className="tag tone-amber">
                {category.first} · {category.second}
              </li>
            ))}
          </ul>
          <Link to={`/apps/${release.appid}/settings`}>{t('rejection.register')}</Link>
        </div>
      )}
    </section>
  )
}
