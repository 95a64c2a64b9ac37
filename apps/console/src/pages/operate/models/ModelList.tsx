/** Every edition of the text model with the figures of its training, and the way back to it. */

import { LABELS } from '@fangxing/contract'
import { Button } from 'antd'
import { type ModelEdition, type ModelFigures, models } from '../../../api/models.ts'
import { usePages } from '../../../hooks/use-pages.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { EditionHead } from '../../../parts/EditionHead.tsx'
import { ProblemNotice } from '../../../parts/ProblemNotice.tsx'
import { describeShare } from '../../../view/overview.ts'

export function ModelList({ live }: { readonly live: number }) {
  const { t } = useTexts()
  const { found, items = [] } = usePages(['models', 'editions'], models.find)
  return (
    <section className="card stack">
      <h2>{t('models.editions')}</h2>
      {found.error && <ProblemNotice error={found.error} />}
      {found.data && items.length === 0 && <p className="soft">{t('models.noEditions')}</p>}
      <ol className="edition-list">
        {items.map((edition) => (
          <Edition key={edition.number} edition={edition} isLive={edition.number === live} />
        ))}
      </ol>
      {found.hasNextPage && (
        <Button onClick={() => void found.fetchNextPage()}>{t('state.loadMore')}</Button>
      )}
    </section>
  )
}

interface Properties {
  readonly edition: ModelEdition
  readonly isLive: boolean
}

function Edition({ edition, isLive }: Properties) {
  const { t } = useTexts()
  const { note, figures } = edition
  return (
    <li className="stack-tight">
      <EditionHead edition={edition} isLive={isLive} goBack={models.rollBack} changes={['models']}>
        <span className="mono small">{edition.edition ?? t('models.shippedName')}</span>
      </EditionHead>
      {note && <p className="words">{note}</p>}
      {figures && <Figures figures={figures} />}
    </li>
  )
}

function Figures({ figures }: { readonly figures: ModelFigures }) {
  const { t, say } = useTexts()
  const { sampleCount: count, macroF1Before, macroF1After, labels } = figures
  return (
    <details>
      <summary>
        {t('models.figures', {
          count,
          before: macroF1Before.toFixed(3),
          after: macroF1After.toFixed(3),
        })}
      </summary>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('models.label')}</th>
            <th scope="col">{t('models.samples')}</th>
            <th scope="col">{t('models.before')}</th>
            <th scope="col">{t('models.after')}</th>
          </tr>
        </thead>
        <tbody>
          {labels.map(({ label, sampleCount, rightBefore, rightAfter }) => (
            <tr key={label}>
              <td>{say(LABELS[label])}</td>
              <td>{sampleCount}</td>
              <td>{describeShare(rightBefore / sampleCount)}</td>
              <td>{describeShare(rightAfter / sampleCount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
