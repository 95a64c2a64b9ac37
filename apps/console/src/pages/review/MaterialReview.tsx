/** A material at the desk: its own page asks the open clauses; this leads there. */

import { Link } from 'react-router'
import type { WholeItem } from '../../api/queue-types.ts'
import { useTexts } from '../../hooks/use-texts.ts'

export function MaterialReview({ whole }: { readonly whole: WholeItem }) {
  const { t } = useTexts()
  return (
    <section className="card stack-tight">
      <p>{t('queue.materialLead')}</p>
      <Link to={`/materials/${whole.materialId ?? ''}`}>{t('queue.materialOpen')}</Link>
    </section>
  )
}
