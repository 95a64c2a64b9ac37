/** Each category of the app: filed, with which version; still to be filed; or never filed. */

import type { Category } from '@fangxing/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../api/client.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loading } from '../../parts/Loaded.tsx'
import { Moment } from '../../parts/Moment.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { keyOf } from '../../view/categories.ts'
import { type LedgerRow, ledgerOf } from '../../view/ledger.ts'

const TONE_OF_STATUS = { filed: 'green', toFile: 'violet', notNeeded: 'grey' } as const

interface Properties {
  readonly appid: string
  /** Those of the app, whether filed or not; without them only what is filed is listed. */
  readonly categories?: readonly Category[]
}

export function Ledger({ appid, categories = [] }: Properties) {
  const { t } = useTexts()
  const ledger = useQuery({
    queryKey: ['app', appid, 'ledger'],
    queryFn: () => api.findLedger(appid),
  })
  const table = useQuery({ queryKey: ['categories'], queryFn: api.findCategories })
  const error = ledger.error ?? table.error
  return (
    <section className="card stack-tight">
      <h2>{t('app.ledger')}</h2>
      <p className="soft small">{t('app.ledgerLead')}</p>
      {error && <ProblemNotice error={error} />}
      {ledger.data && table.data ? (
        <Rows rows={ledgerOf(categories, ledger.data.items, table.data.items)} />
      ) : (
        !error && <Loading />
      )}
    </section>
  )
}

function Rows({ rows }: { readonly rows: readonly LedgerRow[] }) {
  const { t } = useTexts()
  if (rows.length === 0) return <p>{t('app.ledgerEmpty')}</p>
  return (
    <ul className="rows">
      {rows.map(({ category, status, entry }) => (
        <li key={keyOf(category)}>
          <div className="row-apart">
            <span>
              {category.first} · {category.second}
            </span>
            <Tag tone={TONE_OF_STATUS[status]}>{t(`app.ledgerStatus.${status}`)}</Tag>
          </div>
          {entry && (
            <div className="row-apart soft small">
              <Moment at={entry.completedAt} />
              <Link to={`/releases/${entry.releaseId}`}>{t('app.release')}</Link>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
