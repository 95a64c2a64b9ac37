/** Materials that wait for a person, oldest first, and taking the next one. */

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { materialApi } from '../../api/materials.ts'
import { fenceKey } from '../../hooks/use-fence.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { Moment } from '../../parts/Moment.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { Tag } from '../../parts/Tag.tsx'

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
        <TakeNext />
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

function TakeNext() {
  const { t } = useTexts()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const next = useMutation({
    mutationFn: materialApi.claimNext,
    onSuccess({ case: found, fence }) {
      if (found === null) return void message.info(t('cases.nothingNext'))
      queries.setQueryData(fenceKey(found.id), fence)
      return navigate(`/materials/${found.materialId}`)
    },
  })
  return (
    <>
      {next.error && <ProblemNotice error={next.error} />}
      <Button loading={next.isPending} onClick={() => next.mutate()}>
        {t('cases.next')}
      </Button>
    </>
  )
}
