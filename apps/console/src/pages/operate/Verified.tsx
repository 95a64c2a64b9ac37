/** What reading the whole record found: it holds, or the first place where it does not. */

import type { Verification } from '../../api/operate-types.ts'
import { useTexts } from '../../hooks/use-texts.ts'

export function Verified({
  report: { releases, acts, tookMs },
}: {
  readonly report: Verification
}) {
  const { t, say } = useTexts()
  const holds = releases.firstBroken === null && acts.firstBroken === null
  return (
    <section className={`notice ${holds ? 'tone-green' : 'tone-red'}`} role="status">
      <p className="notice-title">{t(holds ? 'audit.holds' : 'audit.broken')}</p>
      <p>
        {t('audit.read', {
          releases: releases.releases,
          events: releases.events,
          acts: acts.acts,
          ms: tookMs,
        })}
      </p>
      {releases.firstBroken && (
        <p className="mono">
          {releases.firstBroken.releaseId} #{releases.firstBroken.seq}{' '}
          {say(releases.firstBroken.words)}
        </p>
      )}
      {acts.firstBroken !== null && <p>{t('audit.brokenAct', { number: acts.firstBroken })}</p>}
      <p className="small">
        {t('audit.keep')} <span className="mono">{releases.digest.slice(0, 32)}</span>{' '}
        <span className="mono">{acts.head.slice(0, 32)}</span>
      </p>
    </section>
  )
}
