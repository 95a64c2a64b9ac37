/** One app as a row: whose turn it is now, and which versions matter. */

import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { portal } from '../../api/portal.ts'
import type { Standing } from '../../api/portal-types.ts'
import type { App } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { StateTag, Tag, TurnTag } from '../../parts/Tag.tsx'
import { useUser } from '../../shell/session.ts'
import { badgeOf } from '../../view/notices.ts'
import { describeRegion } from '../../view/regions.ts'
import { mattersNow, slotsOf } from '../../view/standing.ts'

const REFRESH_MS = 15_000

interface Properties {
  readonly app: App
  /** The apps whose standing is asked for together with this one's. */
  readonly chunk: readonly string[]
}

export function AppRow({ app, chunk }: Properties) {
  const { t, language } = useTexts()
  const { subject } = app
  const standings = useQuery({
    queryKey: ['standings', chunk],
    queryFn: () => portal.findStandings(chunk),
    refetchInterval: REFRESH_MS,
  })
  const standing = standings.data?.items.find(({ appid }) => appid === app.appid)
  return (
    <Link className="app-row" to={`/apps/${app.appid}`}>
      <span className="app-name">
        <strong>{app.name}</strong>
        <span className="one-line soft small">
          {t(`subjectKind.${subject.kind}`)} · {describeRegion(subject.region, language)}
        </span>
        <span className="one-line mono soft">{app.appid}</span>
      </span>
      <Now standing={standing} />
      <Versions standing={standing} />
    </Link>
  )
}

interface StandingProperties {
  readonly standing: Standing | undefined
}

function Now({ standing }: StandingProperties) {
  const { t } = useTexts()
  // Notices of apps are for their developers.
  const isReader = useUser().roles.includes('developer')
  const version = mattersNow(standing)
  return (
    <span className="app-now">
      {version && version.whoseTurn !== 'nobody' && <TurnTag turn={version.whoseTurn} />}
      {version && (
        <span className="one-line">
          {t('apps.now', { version: version.version, state: t(`releaseState.${version.state}`) })}
        </span>
      )}
      {standing && !version && <span className="soft">{t('apps.noVersion')}</span>}
      {isReader && standing && standing.unread > 0 && (
        <Tag tone="red">{t('apps.unread', { count: badgeOf(standing.unread) })}</Tag>
      )}
    </span>
  )
}

function Versions({ standing }: StandingProperties) {
  const { t } = useTexts()
  return (
    <span className="app-versions small">
      {slotsOf(standing).map(({ slots, version }) => (
        <span key={version.id} className="row">
          <span className="soft">{slots.map((slot) => t(`standing.${slot}`)).join(' · ')}</span>
          <span>{version.version}</span>
          <StateTag state={version.state} />
        </span>
      ))}
    </span>
  )
}
