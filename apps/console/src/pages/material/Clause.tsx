/** One clause: its words, what was found with measure and limit, the fix, and a person's answer. */

import type { Finding } from '@fangxing/contract'
import type { ClauseRow, RowAnswer } from '../../api/materials.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import type { FindingGroup } from '../../view/findings.ts'
import { type Answers, answerTo } from '../../view/materials.ts'
import { PlaceView } from '../release/PlaceView.tsx'
import { AnswerFields } from './AnswerFields.tsx'

/** Places of a material name no file of a release. */
const NO_RELEASE = ''

interface Properties {
  readonly row: ClauseRow
  readonly group: FindingGroup
  readonly answers: Answers
  readonly onAnswer?: (answer: RowAnswer) => void
}

export function Clause({ row, group, answers, onAnswer }: Properties) {
  const { t, say } = useTexts()
  const { outcome, fix } = row
  const findings =
    outcome.kind === 'violation'
      ? outcome.findings
      : outcome.kind === 'undetermined'
        ? (outcome.evidence ?? [])
        : []
  return (
    <article className={`finding edge-${group} stack-tight`}>
      <div className="row-apart">
        <h3>{say(row.words)}</h3>
        <span className="soft small mono">{row.clauseId}</span>
      </div>
      {outcome.kind === 'undetermined' && <p>{say(outcome.because)}</p>}
      {findings.map((finding, index) => (
        <Seen key={keyOf(finding, index)} finding={finding} />
      ))}
      {outcome.kind === 'violation' && fix && (
        <p className="small">
          <strong>{t('findings.fix')}</strong> {say(fix)}
        </p>
      )}
      {row.answer && <Answered answer={row.answer} />}
      {row.isAsked && onAnswer && (
        <AnswerFields
          clause={say(row.words)}
          clauseId={row.clauseId}
          answer={answerTo(row, answers)}
          onAnswer={onAnswer}
        />
      )}
    </article>
  )
}

/** Two findings of one clause may name the same place; their order never changes. */
function keyOf(finding: Finding, index: number): string {
  return `${index} ${JSON.stringify(finding.place)}`
}

function Answered({ answer }: { readonly answer: RowAnswer }) {
  const { t } = useTexts()
  return (
    <p className="small">
      <strong>{t('material.answered')}</strong> {t(`material.answer_${answer.finding}`)}
      {answer.remark !== '' && ` · ${answer.remark}`}
    </p>
  )
}

function Seen({ finding }: { readonly finding: Finding }) {
  const { t, say } = useTexts()
  const { measured, limit } = finding
  return (
    <div className="place stack-tight">
      <p className="words">{say(finding.message)}</p>
      <PlaceView releaseId={NO_RELEASE} place={finding.place} />
      {(measured || limit) && (
        <p className="small">
          {measured && `${t('findings.measured')} ${measured}`}
          {measured && limit && ' · '}
          {limit && `${t('findings.limit')} ${limit}`}
        </p>
      )}
    </div>
  )
}
