/** A text of a check with its hits marked; what was typed is shown as text, never as markup. */

import type { TermHit } from '@fangxing/contract'
import { useTexts } from '../hooks/use-texts.ts'
import { markText } from '../view/marks.ts'
import { PlainText } from './PlainText.tsx'

interface Properties {
  /** Only hits of this field are marked. */
  readonly field: string
  readonly text: string
  readonly hits: readonly TermHit[]
}

export function MarkedText({ field, text, hits }: Properties) {
  const { t } = useTexts()
  return (
    <section className="checked-text words" aria-label={t('check.marked')}>
      {markText(text, hits, rangeIn(field)).map((piece) => {
        if (piece.hits.length === 0) return <PlainText key={piece.start} text={piece.text} />
        const isBlock = piece.hits.some(({ level }) => level === 'block')
        return (
          <mark
            key={piece.start}
            className={`hit ${isBlock ? 'level-block' : ''}`}
            title={piece.hits.map(({ term }) => term).join(' ')}
          >
            <PlainText text={piece.text} />
          </mark>
        )
      })}
    </section>
  )
}

function rangeIn(field: string) {
  return ({ place }: TermHit) => (place.kind === 'text' && place.field === field ? place : null)
}
