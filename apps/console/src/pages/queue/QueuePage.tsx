/** The reviewer's desk: everything that waits, in the order in which it comes up. */

import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useSearchParams } from 'react-router'
import { queueApi } from '../../api/queue.ts'
import { QUEUE_STATES, type QueueState } from '../../api/queue-types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { PageHead } from '../../parts/PageHead.tsx'
import { useUser } from '../../shell/session.ts'
import { parseView, type QueueView, toSearch } from '../../view/review/wish.ts'
import { MyDay } from './MyDay.tsx'
import { QueueFilters } from './QueueFilters.tsx'
import { QueueRows } from './QueueRows.tsx'
import { StartButton } from './StartButton.tsx'

export function QueuePage() {
  const { t } = useTexts()
  const { roles } = useUser()
  const [search, setSearch] = useSearchParams()
  const isReviewer = roles.includes('reviewer')
  const view = parseView(search)
  const show = (next: QueueView) => setSearch(toSearch(next))
  const mine = useQuery({
    queryKey: ['desk-mine'],
    queryFn: queueApi.getMine,
    enabled: isReviewer,
  })
  return (
    <>
      <PageHead title={t('queue.title')} lead={t('queue.lead')}>
        {isReviewer && <StartButton wish={view} />}
      </PageHead>
      <div className="queue-grid">
        <section className="stack">
          <div className="row">
            <StateChoice
              view={view}
              isLead={mine.data?.isLead ?? false}
              onChange={(state) => show({ ...view, state })}
            />
            <QueueFilters view={view} onChange={show} />
          </div>
          <QueueRows view={view} />
        </section>
        {mine.data && <MyDay mine={mine.data} view={view} onChoose={show} />}
      </div>
    </>
  )
}

interface StateProperties {
  readonly view: QueueView
  readonly isLead: boolean
  readonly onChange: (state: QueueState) => void
}

function StateChoice({ view, isLead, onChange }: StateProperties) {
  const { t } = useTexts()
  const states = QUEUE_STATES.filter((state) => isLead || state !== 'escalated')
  return (
    <Select
      aria-label={t('queue.state')}
      value={view.state}
      onChange={onChange}
      style={{ width: 150 }}
      options={states.map((value) => ({ value, label: t(`queue.state_${value}`) }))}
    />
  )
}
