/** What was sent to the app and what became of it; what did not arrive is sent again from here. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { portal } from '../../../api/portal.ts'
import type { Delivery } from '../../../api/portal-types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { Moment } from '../../../parts/Moment.tsx'
import { PagedList } from '../../../parts/PagedList.tsx'
import { ProblemNotice } from '../../../parts/ProblemNotice.tsx'
import { Tag } from '../../../parts/Tag.tsx'
import { canRedrive, TONE_OF_DELIVERY } from '../../../view/callbacks.ts'

export function Deliveries({ appid }: { readonly appid: string }) {
  const { t } = useTexts()
  return (
    <section className="stack-tight">
      <h2>{t('deliveries.title')}</h2>
      <PagedList
        queryKey={['deliveries', appid]}
        ask={(cursor) => portal.findDeliveries(appid, cursor)}
        label={t('deliveries.title')}
        empty={t('deliveries.empty')}
        keyOf={({ id }) => id}
        rowHeight={82}
      >
        {(delivery) => <Row appid={appid} delivery={delivery} />}
      </PagedList>
    </section>
  )
}

interface Properties {
  readonly appid: string
  readonly delivery: Delivery
}

function Row({ appid, delivery }: Properties) {
  const { t, say } = useTexts()
  const { id, channel, kind, state, createdAt, tries, nextAttemptAt, trouble } = delivery
  return (
    <div className="list-row row-apart">
      <div className="stack-tight">
        <span className="row">
          <Tag tone={TONE_OF_DELIVERY[state]}>{t(`deliveries.state.${state}`)}</Tag>
          <strong>{t(`callbacks.${channel}`)}</strong>
          <span className="mono">{kind}</span>
        </span>
        {trouble && <span className="small">{say(trouble.words)}</span>}
        <span className="soft small">
          <Moment at={createdAt} /> · {t('deliveries.tries', { count: tries })}
          {nextAttemptAt !== null && (
            <>
              {' '}
              · {t('deliveries.next')} <Moment at={nextAttemptAt} />
            </>
          )}{' '}
          <span className="mono">{id}</span>
        </span>
      </div>
      {canRedrive(delivery) && <Redrive appid={appid} id={id} />}
    </div>
  )
}

function Redrive({ appid, id }: { readonly appid: string; readonly id: string }) {
  const { t } = useTexts()
  const queries = useQueryClient()
  const redrive = useMutation({
    mutationFn: () => portal.redrive(id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['deliveries', appid] }),
  })
  return (
    <div>
      {redrive.error && <ProblemNotice error={redrive.error} />}
      <Button size="small" loading={redrive.isPending} onClick={() => redrive.mutate()}>
        {t('deliveries.redrive')}
      </Button>
    </div>
  )
}
