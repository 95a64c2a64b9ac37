/** Everything that happened to a release, the latest first, with who did it and why. */

import type { ReleaseEvent } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Moment } from '../../parts/Moment.tsx'
import { PlainText } from '../../parts/PlainText.tsx'

export function Timeline({ events }: { readonly events: readonly ReleaseEvent[] }) {
  const { t } = useTexts()
  return (
    <section className="card">
      <h2>{t('release.timeline')}</h2>
      <ol className="timeline">
        {events.toReversed().map((event) => (
          <Happening key={event.seq} event={event} />
        ))}
      </ol>
    </section>
  )
}

function Happening({ event }: { readonly event: ReleaseEvent }) {
  const { t } = useTexts()
  const { actor, clauses = [] } = event
  return (
    <li>
      <div>{t(`event.${event.kind}`)}</div>
      <div className="soft small">
        <Moment at={event.at} /> · {t(`actor.${actor.kind}`)}
        {actor.kind !== 'machine' && ` ${actor.name}`}
      </div>
      {event.note && (
        <p className="words small place">
          <PlainText text={event.note} />
        </p>
      )}
      {clauses && clauses.length > 0 && (
        <div className="soft small">
          {t('release.clauses')} <span className="mono">{clauses.join(' ')}</span>
        </div>
      )}
      <div className="soft small">
        {t('release.hash')} <span className="mono">{event.hash.slice(0, 12)}</span>
      </div>
    </li>
  )
}
