/** What one looks at first: where the app stands, its versions, what it has filed. */

import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../api/client.ts'
import { portal } from '../../api/portal.ts'
import type { App, Release } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { useTurnWords } from '../../hooks/use-turn-words.ts'
import { Empty } from '../../parts/Empty.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { ReleaseList } from '../../parts/ReleaseList.tsx'
import { StateTag } from '../../parts/Tag.tsx'
import { mattersNow, slotsOf } from '../../view/standing.ts'
import { Deadline } from '../release/developer/Deadline.tsx'
import { AppFacts } from './AppFacts.tsx'
import { Ledger } from './Ledger.tsx'

const REFRESH_MS = 10_000

/** The latest versions; older ones are found in the list of releases. */
const SHOWN = 100

export function Overview({ app }: { readonly app: App }) {
  return (
    <div className="stack">
      <StandingCards appid={app.appid} />
      <div className="release-grid">
        <Versions appid={app.appid} />
        <div className="stack">
          <Ledger appid={app.appid} categories={app.categories} />
          <AppFacts app={app} />
        </div>
      </div>
    </div>
  )
}

function StandingCards({ appid }: { readonly appid: string }) {
  const standing = useQuery({
    queryKey: ['app', appid, 'standing'],
    queryFn: () => portal.findStandings([appid]),
    refetchInterval: REFRESH_MS,
  })
  const stands = standing.data?.items[0]
  const now = mattersNow(stands)
  if (!stands || !now) return null
  return (
    <div className="standing">
      <NowCard version={now} />
      <ul className="slot-cards">
        {slotsOf(stands).map(({ slots, version }) => (
          <SlotCard key={version.id} slots={slots} version={version} />
        ))}
      </ul>
    </div>
  )
}

/** The version that somebody has to act on, in the words of its own page. */
function NowCard({ version }: { readonly version: Release }) {
  const words = useTurnWords(version)
  return (
    <section className="card turn-banner">
      <div className="stack-tight">
        <h2>{words}</h2>
        <p>
          <Link to={`/releases/${version.id}`}>{version.version}</Link>{' '}
          <StateTag state={version.state} />
        </p>
        <Deadline release={version} />
      </div>
    </section>
  )
}

interface SlotProperties {
  readonly slots: readonly string[]
  readonly version: Release
}

function SlotCard({ slots, version }: SlotProperties) {
  const { t } = useTexts()
  return (
    <li>
      <Link className="card slot-card" to={`/releases/${version.id}`}>
        <span className="soft small">{slots.map((slot) => t(`standing.${slot}`)).join(' · ')}</span>
        <strong>{version.version}</strong>
        <StateTag state={version.state} />
      </Link>
    </li>
  )
}

function Versions({ appid }: { readonly appid: string }) {
  const { t } = useTexts()
  const releases = useQuery({
    queryKey: ['releases', 'app', appid],
    queryFn: () => api.findReleases({ appid, limit: SHOWN }),
    refetchInterval: REFRESH_MS,
  })
  return (
    <section className="stack-tight">
      <h2>{t('app.releases')}</h2>
      <div className="card list-card">
        <Loaded query={releases}>
          {({ items, nextCursor }) =>
            items.length === 0 ? (
              <Empty words={t('app.noReleases')} />
            ) : (
              <>
                <ReleaseList releases={items} />
                {nextCursor !== null && (
                  <p className="list-foot">
                    <Link to={`/releases?appid=${appid}`}>{t('app.allReleases')}</Link>
                  </p>
                )}
              </>
            )
          }
        </Loaded>
      </div>
    </section>
  )
}
