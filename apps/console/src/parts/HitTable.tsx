/** Each hit of a check: as written, as listed, and what it took to see it. */

import { LABELS, type TermHit } from '@fangxing/contract'
import { useTexts } from '../hooks/use-texts.ts'
import { TONE_OF_LEVEL } from '../view/tones.ts'
import { Tag } from './Tag.tsx'

export function HitTable({ hits }: { readonly hits: readonly TermHit[] }) {
  const { t } = useTexts()
  return (
    <section className="stack-tight">
      <h3>{t('check.hits', { count: hits.length })}</h3>
      <div>
        <table className="table">
          <thead>
            <tr>
              {(['matched', 'term', 'label', 'level', 'conversions', 'confidence'] as const).map(
                (name) => (
                  <th key={name}>{t(`check.${name}`)}</th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {hits.map((hit) => (
              <HitRow key={`${hit.termId} ${JSON.stringify(hit.place)}`} hit={hit} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function HitRow({ hit }: { readonly hit: TermHit }) {
  const { t, say } = useTexts()
  const conversion = (name: string) => t(`conversion.${name}`, { defaultValue: name })
  return (
    <tr>
      <td className="words">{hit.matched}</td>
      <td>{hit.term}</td>
      <td>{say(LABELS[hit.label])}</td>
      <td>
        <Tag tone={TONE_OF_LEVEL[hit.level]}>{t(`level.${hit.level}`)}</Tag>
      </td>
      <td>
        {hit.conversions.length === 0
          ? t('check.asListed')
          : hit.conversions.map(conversion).join(' → ')}
      </td>
      <td>{Math.round(hit.confidence * 100)}%</td>
    </tr>
  )
}
