/** The transparency report of a period: to read, to print, to take along as JSON or CSV. */

import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { operate } from '../../api/operate.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { findPeriods } from '../../view/periods.ts'
import { Report } from './Report.tsx'

export function ReportPage() {
  const { t, language } = useTexts()
  const periods = findPeriods(useNow(), language)
  const [chosen, setChosen] = useState(0)
  const period = periods[chosen] ?? { from: 0, until: 1, name: '' }
  const { from, until } = period
  const report = useQuery({
    queryKey: ['transparency', from, until],
    queryFn: () => operate.getTransparency({ from, until }),
  })
  const path = (format: string) => `/v1/transparency?from=${from}&until=${until}&format=${format}`
  return (
    <>
      <PageHead title={t('report.title', { period: period.name })} lead={t('report.lead')}>
        <span className="row no-print">
          <Select
            aria-label={t('report.period')}
            className="wide-filter"
            value={chosen}
            onChange={setChosen}
            options={periods.map(({ name }, index) => ({ value: index, label: name }))}
          />
          <a href={path('csv')} download="transparency.csv">
            CSV
          </a>
          <a href={path('json')} download="transparency.json">
            JSON
          </a>
          <Button onClick={() => window.print()}>{t('report.print')}</Button>
        </span>
      </PageHead>
      <Loaded query={report}>{(value) => <Report report={value} />}</Loaded>
    </>
  )
}
