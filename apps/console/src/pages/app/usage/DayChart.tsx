/**
 * Bars of checks by day, in the tones of their answers. The figures are also a table, which screen
 * readers read and everybody can open.
 */

import { useTexts } from '../../../hooks/use-texts.ts'
import { type DayBar, datedEvery } from '../../../view/usage.ts'

const ANSWERS = ['risky', 'review', 'pass'] as const

export function DayChart({ bars }: { readonly bars: readonly DayBar[] }) {
  const { t, language } = useTexts()
  const total = bars.reduce((sum, bar) => sum + bar.total, 0)
  const digits = new Intl.NumberFormat(language)
  const every = datedEvery(bars.length)
  return (
    <div className="stack-tight">
      <p>
        <span className="big-figure">{digits.format(total)}</span>{' '}
        <span className="soft small">{t('usage.inAll', { count: bars.length })}</span>
      </p>
      <div className="bars" aria-hidden="true">
        {bars.map((bar, index) => (
          <div
            key={bar.day}
            className="bar-slot"
            title={`${bar.day} · ${digits.format(bar.total)}`}
          >
            <div className="bar" style={{ height: `${bar.height * 100}%` }}>
              {ANSWERS.map((answer) => (
                <div
                  key={answer}
                  className={`bar-part is-${answer}`}
                  style={{ flexGrow: bar[answer] }}
                />
              ))}
            </div>
            <span className="bar-label">{index % every === 0 ? bar.day.slice(5) : ''}</span>
          </div>
        ))}
      </div>
      <p className="row small" aria-hidden="true">
        {ANSWERS.map((answer) => (
          <span key={answer} className="row">
            <span className={`legend is-${answer}`} />
            {t(`suggest.${answer}`)}
          </span>
        ))}
      </p>
      <details>
        <summary>{t('usage.asTable')}</summary>
        <Figures bars={bars} />
      </details>
    </div>
  )
}

function Figures({ bars }: { readonly bars: readonly DayBar[] }) {
  const { t } = useTexts()
  return (
    <table className="table">
      <thead>
        <tr>
          <th>{t('usage.day')}</th>
          {ANSWERS.map((answer) => (
            <th key={answer}>{t(`suggest.${answer}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.day}>
            <td>{bar.day}</td>
            {ANSWERS.map((answer) => (
              <td key={answer}>{bar[answer]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
