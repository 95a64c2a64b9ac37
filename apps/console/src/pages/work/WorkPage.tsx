/** The first screen: whose turn it is, in figures, and what waits for the person who looks. */

import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../api/client.ts'
import type { Release } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Empty } from '../../parts/Empty.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { ReleaseList } from '../../parts/ReleaseList.tsx'
import { TurnTag } from '../../parts/Tag.tsx'
import { useUser } from '../../shell/session.ts'
import { countTurns, findMine, type TurnCount } from '../../view/turns.ts'

/** The server's largest page: older releases hardly wait for anybody. */
const SAMPLE = 200

export function WorkPage() {
  const { t } = useTexts()
  const releases = useQuery({
    queryKey: ['releases', 'work'],
    queryFn: () => api.findReleases({ limit: SAMPLE }),
    refetchInterval: 10_000,
  })
  return (
    <>
      <PageHead title={t('work.title')} lead={t('work.lead')}>
        <Link to="/releases">{t('work.all')}</Link>
      </PageHead>
      <Loaded query={releases}>
        {({ items, nextCursor }) => <Work releases={items} isPart={nextCursor !== null} />}
      </Loaded>
    </>
  )
}

interface WorkProperties {
  readonly releases: readonly Release[]
  readonly isPart: boolean
}

function Work({ releases, isPart }: WorkProperties) {
  const { t } = useTexts()
  const { roles } = useUser()
  const mine = findMine(releases, roles)
  return (
    <div className="stack">
      <section aria-label={t('work.byTurn')} className="stack-tight">
        <ul className="turns">
          {countTurns(releases, roles).map((turn) => (
            <TurnFigure key={turn.turn} {...turn} />
          ))}
        </ul>
        {isPart && <p className="soft small">{t('work.sample', { count: SAMPLE })}</p>}
      </section>
      <section className="stack-tight">
        <h2>{t('work.waitingForMe')}</h2>
        <div className="card list-card">
          {mine.length === 0 ? (
            <Empty words={t('work.nothing')} />
          ) : (
            <ReleaseList releases={mine} />
          )}
        </div>
      </section>
    </div>
  )
}

function TurnFigure({ turn, count, isMine }: TurnCount) {
  const { t } = useTexts()
  return (
    <li className={`card turn-card ${isMine ? 'is-mine' : ''}`}>
      <span className="row-apart">
        <TurnTag turn={turn} />
        {isMine && <span className="small">{t('work.mine')}</span>}
      </span>
      <strong>{count}</strong>
    </li>
  )
}
