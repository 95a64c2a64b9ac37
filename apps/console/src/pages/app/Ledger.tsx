/** Which categories of an app have completed filing, and with which version. */

import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../api/client.ts'
import type { LedgerEntry } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { Moment } from '../../parts/Moment.tsx'
import { keyOf } from '../../view/categories.ts'

export function Ledger({ appid }: { readonly appid: string }) {
  const { t } = useTexts()
  const ledger = useQuery({
    queryKey: ['app', appid, 'ledger'],
    queryFn: () => api.findLedger(appid),
  })
  return (
    <section className="card stack-tight">
      <h2>{t('app.ledger')}</h2>
      <p className="soft small">{t('app.ledgerLead')}</p>
      <Loaded query={ledger}>
        {({ items }) =>
          items.length === 0 ? <p>{t('app.ledgerEmpty')}</p> : <LedgerTable entries={items} />
        }
      </Loaded>
    </section>
  )
}

function LedgerTable({ entries }: { readonly entries: readonly LedgerEntry[] }) {
  const { t } = useTexts()
  return (
    <table className="table">
      <thead>
        <tr>
          <th>{t('app.category')}</th>
          <th>{t('app.completed')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ category, completedAt, releaseId }) => (
          <tr key={keyOf(category)}>
            <td>
              {category.first} · {category.second}
            </td>
            <td>
              <Moment at={completedAt} />
              <Link className="block small" to={`/releases/${releaseId}`}>
                {t('app.release')}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
