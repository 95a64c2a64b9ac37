/** How good decisions are: of everybody for operators and leads, of oneself for a reviewer. */

import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { queueApi } from '../../api/queue.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Empty } from '../../parts/Empty.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useUser } from '../../shell/session.ts'
import { CorrectedList } from './CorrectedList.tsx'
import { DeskSettingsCard } from './DeskSettingsCard.tsx'
import { GoldenCard } from './GoldenCard.tsx'
import { PeopleSkills } from './PeopleSkills.tsx'
import { ClauseFigures, PeopleFigures, Summary } from './QualityTables.tsx'

const DAY_MS = 86_400_000
const SPANS = [7, 30, 90] as const

export function QualityPage() {
  const { t } = useTexts()
  const { roles } = useUser()
  const [days, setDays] = useState<number>(30)
  const now = useNow()
  // By the day, so that the question stays the same while the clock ticks.
  const from = Math.floor((now - days * DAY_MS) / DAY_MS) * DAY_MS
  const report = useQuery({
    queryKey: ['desk-quality', from],
    queryFn: () => queueApi.getQuality(from),
  })
  return (
    <>
      <PageHead title={t('quality.title')} lead={t('quality.lead')}>
        <Select
          aria-label={t('quality.span')}
          value={days}
          onChange={setDays}
          options={SPANS.map((value) => ({ value, label: t('quality.days', { count: value }) }))}
        />
      </PageHead>
      <div className="stack">
        <Loaded query={report}>
          {(found) =>
            found.all.decisions === 0 ? (
              <section className="card">
                <Empty words={t('quality.nothing')} />
              </section>
            ) : (
              <>
                <Summary all={found.all} />
                <PeopleFigures people={found.people} />
                <ClauseFigures clauses={found.clauses} />
              </>
            )
          }
        </Loaded>
        {roles.includes('reviewer') && <CorrectedList />}
        {roles.includes('operator') && (
          <>
            <PeopleSkills />
            <DeskSettingsCard />
            <GoldenCard />
          </>
        )}
      </div>
    </>
  )
}
