/** Materials that wait for a person, oldest first, and the way to the desk that gives out the next. */

import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { materialApi } from '../../api/materials.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { Moment } from '../../parts/Moment.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { StartButton } from '../queue/StartButton.tsx'

export function WaitingList() {
  const { t } = useTexts()
  const waiting = useQuery({
    queryKey: ['material-cases'],
    queryFn: materialApi.findWaiting,
    refetchInterval: 10_000,
  })
  return (
    <section className="card stack">
      <div className="row-apart">
        <h2>{t('materials.waiting')}</h2>
        <StartButton wish={{ kinds: ['material'] }} />
      </div>
      <Loaded query={waiting}>
        {({ items, waiting: count }) => (
          <>
            <p className="soft">{t('materials.waitingCount', { count })}</p>
            <ul className="brief-list">
              {items.map((one) => (
                <li key={one.id}>
                  <Link to={`/materials/${one.materialId}`}>{one.name}</Link>
                  <span className="row">
                    {one.round === 'appeal' && <Tag tone="violet">{t('material.appeal')}</Tag>}
                    {one.claim && (
                      <span className="soft small">
                        {t('cases.heldBy', { name: one.claim.userName })}
                      </span>
                    )}
                    <span className="soft small">
                      <Moment at={one.openedAt} />
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </section>
  )
}
