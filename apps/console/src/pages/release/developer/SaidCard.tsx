/** What the other side asks for or has found, before everything else on the page. */

import type { Release, ReleaseEvent } from '../../../api/types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { findSaid } from '../../../view/said.ts'

interface Properties {
  readonly release: Release
  readonly events: readonly ReleaseEvent[]
}

export function SaidCard({ release, events }: Properties) {
  const { t } = useTexts()
  const said = findSaid(release.state, events)
  if (said === null) return null
  return (
    <section className="card stack-tight edge-amber said-card">
      <h2>{t(`said.${said.state}`)}</h2>
      <p className="words">{said.note}</p>
      {said.clauses.length > 0 && (
        <p className="soft small">
          {t('release.clauses')} <span className="mono">{said.clauses.join('  ')}</span>
        </p>
      )}
    </section>
  )
}
