/** What the material says, for whoever has to judge it. */

import type { MaterialReport } from '../../api/materials.ts'
import { useTexts } from '../../hooks/use-texts.ts'

export function MaterialText({ report }: { readonly report: MaterialReport }) {
  const { t } = useTexts()
  const { title, body } = report
  if (title === null && body === '') return null
  return (
    <section className="card stack-tight text-card">
      <h2>{t('material.text')}</h2>
      {title !== null && <h3>{title}</h3>}
      <p className="words material-text">{body}</p>
    </section>
  )
}
