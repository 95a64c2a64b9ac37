/** That a lead has lately decided otherwise than oneself, and the way to what it was. */

import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { queueApi } from '../../api/queue.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { describeAgo } from '../../view/times.ts'

/** After a week it is history, to be found under quality. */
const LATELY_MS = 7 * 86_400_000

export function CorrectedCard() {
  const { t, language } = useTexts()
  const now = useNow()
  const { data } = useQuery({
    queryKey: ['desk-corrected', 'lately'],
    queryFn: () => queueApi.findCorrected(),
    refetchInterval: 60_000,
  })
  const lately = (data?.items ?? []).filter(({ stands }) => stands.at > now - LATELY_MS)
  const [last] = lately
  if (last === undefined) return null
  return (
    <section className="card stack-tight notice tone-amber">
      <h2>{t('queue.corrected')}</h2>
      <p>
        {t('queue.correctedCount', {
          count: lately.length,
          ago: describeAgo(last.stands.at, now, language),
        })}
      </p>
      <Link to="/quality#corrected">{t('queue.correctedLook')}</Link>
    </section>
  )
}
