/** Which version of this app is live, staged, pre-launched, in review and newest; this one is marked. */

import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { portal } from '../../../api/portal.ts'
import type { Release } from '../../../api/types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { Loaded } from '../../../parts/Loaded.tsx'
import { StateTag } from '../../../parts/Tag.tsx'
import { slotsOf } from '../../../view/standing.ts'

export function VersionsCard({ release }: { readonly release: Release }) {
  const { t } = useTexts()
  const standing = useQuery({
    queryKey: ['app', release.appid, 'standing', release.changedAt],
    queryFn: () => portal.findStandings([release.appid]),
    placeholderData: (before) => before,
  })
  return (
    <section className="card stack-tight versions-card">
      <h2>{t('standing.title')}</h2>
      <Loaded query={standing}>
        {({ items }) => (
          <ul className="slots">
            {slotsOf(items[0]).map(({ slots, version }) => (
              <li key={version.id} {...(version.id === release.id ? { 'aria-current': true } : {})}>
                <span className="slot-names">
                  {slots.map((slot) => t(`standing.${slot}`)).join(' · ')}
                </span>
                <span className="row">
                  {version.id === release.id ? (
                    <strong>
                      {version.version} {t('standing.this')}
                    </strong>
                  ) : (
                    <Link to={`/releases/${version.id}`}>{version.version}</Link>
                  )}
                  <StateTag state={version.state} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  )
}
