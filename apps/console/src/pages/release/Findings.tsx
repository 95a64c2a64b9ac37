/** What the machine found, grouped by what a person has to do about it. */

import type { AssessmentReport, ExplainedJudgement, Release } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Empty } from '../../parts/Empty.tsx'
import { Loading } from '../../parts/Loaded.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { Tag } from '../../parts/Tag.tsx'
import {
  FINDING_GROUPS,
  type FindingGroup,
  groupFindings,
  groupOf,
  isOpenAtFirst,
} from '../../view/findings.ts'
import { isOverturned } from '../../view/release-life.ts'
import { TONE_OF_GROUP, TONE_OF_VERDICT } from '../../view/tones.ts'
import { BriefFinding, FullFinding } from './Finding.tsx'

interface Properties {
  readonly release: Release
  readonly report: AssessmentReport | undefined
  readonly error: unknown
}

export function Findings({ release, report, error }: Properties) {
  const { t } = useTexts()
  return (
    <section className="card">
      <div className="row-apart">
        <h2>{t('findings.title')}</h2>
        {report && (
          <span className="row">
            <span className="soft small">{t('findings.verdict')}</span>
            <Tag tone={TONE_OF_VERDICT[report.verdict]}>{t(`verdict.${report.verdict}`)}</Tag>
          </span>
        )}
      </div>
      {error ? <ProblemNotice error={error} /> : null}
      {report ? (
        <>
          {isOverturned(release) && <p className="notice tone-green">{t('findings.overturned')}</p>}
          {!needsAttention(report) && <p className="notice tone-green">{t('findings.clean')}</p>}
          <Groups releaseId={release.id} report={report} />
          <p className="soft small">{t('findings.edition', { edition: report.edition })}</p>
        </>
      ) : (
        !error && <Absent release={release} />
      )}
    </section>
  )
}

function Absent({ release }: { readonly release: Release }) {
  const { t } = useTexts()
  if (release.verdict !== null) return <Loading />
  const isComing = release.state === 'machineReview'
  return <Empty words={t(isComing ? 'findings.waiting' : 'findings.none')} />
}

function needsAttention({ judgements }: AssessmentReport): boolean {
  return judgements.some((judgement) => isOpenAtFirst(groupOf(judgement)))
}

interface GroupsProperties {
  readonly releaseId: string
  readonly report: AssessmentReport
}

function Groups({ releaseId, report }: GroupsProperties) {
  const groups = groupFindings(report.judgements)
  return FINDING_GROUPS.filter((group) => groups[group].length > 0).map((group) => (
    <Group key={group} releaseId={releaseId} group={group} judgements={groups[group]} />
  ))
}

interface GroupProperties {
  readonly releaseId: string
  readonly group: FindingGroup
  readonly judgements: readonly ExplainedJudgement[]
}

function Group({ releaseId, group, judgements }: GroupProperties) {
  const { t } = useTexts()
  const isFull = isOpenAtFirst(group)
  return (
    <details className="finding-group" open={isFull}>
      <summary>
        <Tag tone={TONE_OF_GROUP[group]}>{t(`findings.group.${group}`)}</Tag>
        {judgements.length}
      </summary>
      {isFull ? (
        <div className="finding-list">
          {judgements.map((judgement) => (
            <FullFinding
              key={judgement.ruleId}
              releaseId={releaseId}
              group={group}
              judgement={judgement}
            />
          ))}
        </div>
      ) : (
        <ul className="brief-list">
          {judgements.map((judgement) => (
            <BriefFinding key={judgement.ruleId} judgement={judgement} />
          ))}
        </ul>
      )}
    </details>
  )
}
