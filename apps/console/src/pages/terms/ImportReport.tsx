/** What a list would do: how many words are fresh, which lines are refused, what ordinary texts hit. */

import type { ListImported } from '../../api/lexicon-types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Tag } from '../../parts/Tag.tsx'
import { describeShare } from '../../view/overview.ts'
import { TONE_OF_LEVEL } from '../../view/tones.ts'

export function ImportReport({ report }: { readonly report: ListImported }) {
  const { t, say } = useTexts()
  const { known, hints, refused, rates, ordinary } = report
  return (
    <div className="stack" role="status">
      <p>{t('lexicon.would', { known, hints, refused: refused.length })}</p>
      <p className="soft small">
        {t(`lexicon.ordinary.${ordinary.origin}`, { count: ordinary.count })}
      </p>
      {refused.length > 0 && (
        <ul className="brief-list small">
          {refused.map(({ line, because }) => (
            <li key={line}>
              {t('lexicon.line', { line })} {say(because)}
            </li>
          ))}
        </ul>
      )}
      {rates.length > 0 && <Rates rates={rates} />}
    </div>
  )
}

function Rates({ rates }: Pick<ListImported, 'rates'>) {
  const { t } = useTexts()
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t('terms.text')}</th>
          <th scope="col">{t('lexicon.becomes')}</th>
          <th scope="col">{t('lexicon.rate')}</th>
          <th scope="col">{t('lexicon.example')}</th>
        </tr>
      </thead>
      <tbody>
        {rates.map(({ text, level, rate, example }) => (
          <tr key={text}>
            <td>{text}</td>
            <td>
              <Tag tone={TONE_OF_LEVEL[level]}>{t(`level.${level}`)}</Tag>
            </td>
            <td>{describeShare(rate)}</td>
            <td className="words small">{example}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
