/** What people decided about checks, latest first, and proposals that wait for a second person. */

import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../api/client.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { PagedList } from '../../parts/PagedList.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { CaseRow } from './CaseRow.tsx'
import { OpenProposals } from './OpenProposals.tsx'

const ROW_HEIGHT_PX = 69

export function CasesPage() {
  const { t } = useTexts()
  const { data: apps } = useQuery({ queryKey: ['apps'], queryFn: api.findApps })
  const names = new Map(apps?.items.map(({ appid, name }) => [appid, name]))
  return (
    <>
      <PageHead title={t('cases.title')} lead={t('cases.lead')}>
        <Link to="/queue">{t('cases.toQueue')}</Link>
      </PageHead>
      <div className="desk-grid">
        <PagedList
          queryKey={['cases', 'decided']}
          ask={(cursor) => api.findDecidedCases({ cursor })}
          label={t('cases.list')}
          empty={t('cases.empty')}
          keyOf={({ id }) => id}
          rowHeight={ROW_HEIGHT_PX}
        >
          {(one) => <CaseRow one={one} appName={names.get(one.appid) ?? one.appid} />}
        </PagedList>
        <section className="card stack">
          <OpenProposals />
        </section>
      </div>
    </>
  )
}
