/** What left the house and what did not arrive, over all apps, with the reason, and sending again. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { operate } from '../../api/operate.ts'
import type { OutgoingDelivery } from '../../api/operate-types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Moment } from '../../parts/Moment.tsx'
import { PagedList } from '../../parts/PagedList.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { Tag } from '../../parts/Tag.tsx'

const STATES = ['', 'dead', 'waiting', 'delivered'] as const
const TONE_OF = { waiting: 'amber', sending: 'blue', delivered: 'green', dead: 'red' } as const

export function DeliveriesPage() {
  const { t } = useTexts()
  const [state, setState] = useState<(typeof STATES)[number]>('')
  return (
    <>
      <PageHead title={t('sent.title')} lead={t('sent.lead')}>
        <Segmented
          value={state}
          onChange={setState}
          options={STATES.map((each) => ({
            value: each,
            label: t(each === '' ? 'sent.all' : `sent.state.${each}`),
          }))}
        />
      </PageHead>
      <PagedList<OutgoingDelivery>
        queryKey={['sent', state]}
        ask={(cursor) => operate.findDeliveries({ state: state || undefined, cursor })}
        label={t('sent.title')}
        empty={t('sent.empty')}
        keyOf={({ id }) => id}
        rowHeight={72}
      >
        {(delivery) => <Row delivery={delivery} />}
      </PagedList>
    </>
  )
}

function Row({ delivery }: { readonly delivery: OutgoingDelivery }) {
  const { t, say } = useTexts()
  const { state, trouble, nextAttemptAt } = delivery
  return (
    <div className="log-row">
      <span>
        <Tag tone={TONE_OF[state]}>{t(`sent.state.${state}`)}</Tag>
      </span>
      <span className="stack-tight">
        <span>
          <span className="mono">{delivery.kind}</span> · {t(`sent.channel.${delivery.channel}`)} ·{' '}
          <Link to={`/apps/${delivery.appid}`}>{delivery.appid}</Link>
        </span>
        <span className="soft small">
          <Moment at={delivery.createdAt} /> · {t('sent.tries', { count: delivery.tries })}
          {nextAttemptAt !== null && (
            <>
              {' · '}
              {t('sent.next')} <Moment at={nextAttemptAt} />
            </>
          )}
        </span>
        {trouble && state !== 'delivered' && (
          <span className="small text-red">
            {say(trouble.words)} <span className="mono">{trouble.code}</span>
          </span>
        )}
      </span>
      {(state === 'dead' || state === 'waiting') && <Again delivery={delivery} />}
    </div>
  )
}

function Again({ delivery }: { readonly delivery: OutgoingDelivery }) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const again = useMutation({
    mutationFn: () => operate.redrive(delivery.id),
    async onSuccess() {
      void message.success(t('sent.redriven'))
      await queries.invalidateQueries({ queryKey: ['sent'] })
    },
  })
  return (
    <span>
      {again.error && <ProblemNotice error={again.error} />}
      <Button size="small" loading={again.isPending} onClick={() => again.mutate()}>
        {t('sent.redrive')}
      </Button>
    </span>
  )
}
