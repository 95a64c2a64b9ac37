/** Earlier versions of the same app and how they fared. */

import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../api/client.ts'
import type { Release } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { PlainText } from '../../parts/PlainText.tsx'
import { StateTag } from '../../parts/Tag.tsx'

const SHOWN = 6

export function ReleasePast({ release }: { readonly release: Release }) {
  const { t } = useTexts()
  const { data } = useQuery({
    queryKey: ['releases', 'of', release.appid],
    queryFn: () => api.findReleases({ appid: release.appid, limit: SHOWN }),
  })
  const others = data?.items.filter(({ id }) => id !== release.id) ?? []
  return (
    <section className="card stack-tight">
      <h2>{t('queue.otherVersions')}</h2>
      {others.length === 0 && <p className="soft small">{t('queue.noPast')}</p>}
      <ul className="stack-tight">
        {others.map(({ id, version, state }) => (
          <li key={id} className="row-apart">
            <Link to={`/releases/${id}`}>
              <PlainText text={version} />
            </Link>
            <StateTag state={state} />
          </li>
        ))}
      </ul>
    </section>
  )
}
