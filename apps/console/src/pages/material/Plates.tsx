/** The screens and pictures that were looked at, with what was found drawn on them. */

import type { ClauseRow, Plate } from '../../api/materials.ts'
import { useTexts } from '../../hooks/use-texts.ts'

interface Properties {
  readonly plates: readonly Plate[]
  readonly rows: readonly ClauseRow[]
}

export function Plates({ plates, rows }: Properties) {
  const { t } = useTexts()
  if (plates.length === 0) return null
  return (
    <section className="card stack">
      <h2>{t('material.plates', { count: plates.length })}</h2>
      <div className="plates">
        {plates.map((plate) => (
          <Figure key={plate.name} plate={plate} rows={rows} />
        ))}
      </div>
    </section>
  )
}

function Figure({ plate, rows }: { readonly plate: Plate; readonly rows: readonly ClauseRow[] }) {
  const { t, say } = useTexts()
  const { name, width, height, path, boxes } = plate
  const wordsOf = (clauseId: string) => {
    const row = rows.find((one) => one.clauseId === clauseId)
    return row === undefined ? clauseId : say(row.words)
  }
  return (
    <figure>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('material.plate', { name, count: boxes.length })}
      >
        <image href={path} width={width} height={height} />
        {boxes.map(({ clauseId, kind, box }) => (
          <rect key={`${clauseId} ${box.x} ${box.y}`} className={`box-${kind}`} {...box}>
            <title>{wordsOf(clauseId)}</title>
          </rect>
        ))}
      </svg>
      <figcaption className="soft small">{name}</figcaption>
    </figure>
  )
}
