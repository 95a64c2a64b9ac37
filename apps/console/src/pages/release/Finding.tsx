/** One judgement: the clause in its own words, every place with what was measured, and the remedy. */

import type { Finding } from '@fangxing/contract'
import type { ExplainedJudgement } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import type { FindingGroup } from '../../view/findings.ts'
import { PlaceView } from './PlaceView.tsx'

interface Properties {
  readonly releaseId: string
  readonly group: FindingGroup
  readonly judgement: ExplainedJudgement
}

export function FullFinding({ releaseId, group, judgement }: Properties) {
  const { t, say } = useTexts()
  const { outcome } = judgement
  const findings = outcome.kind === 'violation' ? outcome.findings : []
  return (
    <article className={`finding edge-${group} stack-tight`}>
      <div className="row-apart">
        <h3>{say(judgement.title)}</h3>
        <span className="soft small mono">{judgement.clauseId}</span>
      </div>
      <p className="clause-words small">
        <span className="visually-hidden">{t('findings.clauseWords')} </span>
        {say(judgement.clauseWords)}
      </p>
      {outcome.kind === 'undetermined' && (
        <p>
          <strong>{t('findings.unknownBecause')}</strong>
          {say(outcome.because)}
        </p>
      )}
      {findings.length > 1 && (
        <p className="soft small">{t('findings.places', { count: findings.length })}</p>
      )}
      {findings.map((finding, index) => (
        <SeenAt key={keyOf(finding, index)} releaseId={releaseId} finding={finding} />
      ))}
      <dl className="facts small">
        <dt>{t('findings.why')}</dt>
        <dd>{say(judgement.why)}</dd>
        <dt>{t('findings.fix')}</dt>
        <dd>{say(judgement.fix)}</dd>
      </dl>
    </article>
  )
}

/** What was kept is told in the clause's words: a rule's title names its violation. */
export function BriefFinding({ judgement }: { readonly judgement: ExplainedJudgement }) {
  const { say } = useTexts()
  return (
    <li>
      <span className="small">{say(judgement.clauseWords)}</span>
      <span className="soft small mono">{judgement.clauseId}</span>
    </li>
  )
}

/** Two findings of one rule may name the same place; their order never changes. */
function keyOf(finding: Finding, index: number): string {
  return `${index} ${JSON.stringify(finding.place)}`
}

interface SeenAtProperties {
  readonly releaseId: string
  readonly finding: Finding
}

function SeenAt({ releaseId, finding }: SeenAtProperties) {
  const { t, say } = useTexts()
  const { measured, limit, fix } = finding
  return (
    <div className="place stack-tight">
      <p className="words">{say(finding.message)}</p>
      <PlaceView releaseId={releaseId} place={finding.place} />
      {(measured || limit || fix) && (
        <dl className="facts small">
          {measured && <Fact name={t('findings.measured')} words={measured} />}
          {limit && <Fact name={t('findings.limit')} words={limit} />}
          {fix && <Fact name={t('findings.fix')} words={say(fix)} />}
        </dl>
      )}
    </div>
  )
}

function Fact({ name, words }: { readonly name: string; readonly words: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{words}</dd>
    </>
  )
}
