/** Every clause of the book, grouped by what has to be done about it; asked ones can be answered. */

import type { ClauseRow, MaterialReport, RowAnswer } from '../../api/materials.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Tag } from '../../parts/Tag.tsx'
import { isOpenAtFirst } from '../../view/findings.ts'
import { type Answers, groupRows } from '../../view/materials.ts'
import { TONE_OF_GROUP } from '../../view/tones.ts'
import { Clause } from './Clause.tsx'

interface Properties {
  readonly report: MaterialReport
  readonly answers: Answers
  /** Given to whoever holds the case. */
  readonly onAnswer?: (answers: Answers) => void
}

export function ClauseRows({ report, answers, onAnswer }: Properties) {
  const { t } = useTexts()
  const answer = (one: RowAnswer) => onAnswer?.(new Map([...answers, [one.clauseId, one]]))
  return (
    <section className="card">
      <h2>{t('material.rows', { count: report.rows.length })}</h2>
      {groupRows(report.rows).map(({ group, rows }) => (
        <details key={group} className="finding-group" open={isOpenAtFirst(group)}>
          <summary>
            <Tag tone={TONE_OF_GROUP[group]}>{t(`findings.group.${group}`)}</Tag>
            {rows.length}
          </summary>
          {isOpenAtFirst(group) ? (
            <div className="finding-list">
              {rows.map((row) => (
                <Clause
                  key={row.clauseId}
                  row={row}
                  group={group}
                  answers={answers}
                  {...(onAnswer ? { onAnswer: answer } : {})}
                />
              ))}
            </div>
          ) : (
            <ul className="brief-list">
              {rows.map((row) => (
                <BriefClause key={row.clauseId} row={row} />
              ))}
            </ul>
          )}
        </details>
      ))}
    </section>
  )
}

function BriefClause({ row }: { readonly row: ClauseRow }) {
  const { say } = useTexts()
  return (
    <li>
      <span className="small">
        {say(row.words)}
        {row.answer && row.answer.remark !== '' && (
          <span className="rule-reason soft small">{row.answer.remark}</span>
        )}
      </span>
      <span className="soft small mono">{row.clauseId}</span>
    </li>
  )
}
