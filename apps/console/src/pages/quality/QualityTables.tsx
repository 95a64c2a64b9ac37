/** The figures with their bounds; where there are few it is said beside them. */

import type { Quality, QualityReport } from '../../api/queue-types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Tag } from '../../parts/Tag.tsx'
import { describeDuration, describeKappa, describeShare, FEW } from '../../view/review/percent.ts'

const SHARES = ['agreement', 'golden', 'upheldByLead', 'overturned'] as const

export function Summary({ all }: { readonly all: Quality }) {
  const { t } = useTexts()
  return (
    <section aria-label={t('quality.all')}>
      <ul className="quality-cards">
        {SHARES.map((name) => (
          <li key={name} className="card stack-tight">
            <span className="row-apart">
              {t(`quality.${name}`)}
              {all[name].of > 0 && all[name].of < FEW && <Tag tone="amber">{t('quality.few')}</Tag>}
            </span>
            <span className="big-figure">{describeShare(all[name])}</span>
            <span className="soft small">{t(`quality.hint_${name}`)}</span>
          </li>
        ))}
        <li className="card stack-tight">
          <span>{t('quality.kappa')}</span>
          <span className="big-figure">{describeKappa(all.kappa)}</span>
          <span className="soft small">{t('quality.hint_kappa')}</span>
        </li>
        <li className="card stack-tight">
          <span>{t('quality.time')}</span>
          <span className="big-figure">{describeDuration(all.medianMs)}</span>
          <span className="soft small">{t('quality.decisions', { count: all.decisions })}</span>
        </li>
      </ul>
    </section>
  )
}

export function PeopleFigures({ people }: Pick<QualityReport, 'people'>) {
  const { t } = useTexts()
  if (people.length === 0) return null
  return (
    <section className="card stack-tight">
      <h2>{t('quality.people')}</h2>
      <p className="soft small">{t('quality.bounds')}</p>
      <table className="table quality-table">
        <thead>
          <tr>
            <th>{t('users.name')}</th>
            <th>{t('quality.count')}</th>
            {SHARES.map((name) => (
              <th key={name}>{t(`quality.${name}`)}</th>
            ))}
            <th>{t('quality.kappa')}</th>
            <th>{t('quality.time')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ userId, name, ...one }) => (
            <tr key={userId}>
              <td>{name}</td>
              <td>{one.decisions}</td>
              {SHARES.map((share) => (
                <td key={share}>{describeShare(one[share])}</td>
              ))}
              <td>{describeKappa(one.kappa)}</td>
              <td>{describeDuration(one.medianMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function ClauseFigures({ clauses }: Pick<QualityReport, 'clauses'>) {
  const { t } = useTexts()
  if (clauses.length === 0) return null
  return (
    <section className="card stack-tight">
      <h2>{t('quality.clauses')}</h2>
      <table className="table quality-table">
        <thead>
          <tr>
            <th>{t('quality.clause')}</th>
            <th>{t('quality.agreement')}</th>
            <th>{t('quality.kappa')}</th>
          </tr>
        </thead>
        <tbody>
          {clauses.map(({ clause, agreement, kappa }) => (
            <tr key={clause}>
              <td className="mono">{clause}</td>
              <td>{describeShare(agreement)}</td>
              <td>{describeKappa(kappa)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
