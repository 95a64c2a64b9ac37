/** The figures of a transparency report, each section a table that prints. */

import type { Transparency } from '../../api/operate-types.ts'
import { useClauses } from '../../hooks/use-clauses.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { describeShare } from '../../view/overview.ts'
import { describeSpan } from '../../view/times.ts'

export function Report({ report }: { readonly report: Transparency }) {
  return (
    <div className="chart-grid">
      <Checks report={report} />
      <People report={report} />
      <Labels report={report} />
      <Clauses report={report} />
      <Releases report={report} />
      <Filings report={report} />
    </div>
  )
}

interface Properties {
  readonly report: Transparency
}

function Checks({ report: { checks } }: Properties) {
  const { t } = useTexts()
  const { byAnswer, byKind } = checks
  return (
    <Section title={t('report.checks')}>
      <Row name={t('report.total')} value={checks.total} />
      {(['pass', 'review', 'risky'] as const).map((answer) => (
        <Row key={answer} name={t(`suggest.${answer}`)} value={byAnswer[answer]} />
      ))}
      {(['text', 'picture', 'sound', 'video'] as const).map((kind) => (
        <Row key={kind} name={t(`report.kind.${kind}`)} value={byKind[kind]} />
      ))}
    </Section>
  )
}

function People({ report: { people, appeals } }: Properties) {
  const { t } = useTexts()
  return (
    <Section title={t('report.people')}>
      <Row name={t('report.decided')} value={people.decided} />
      <Row name={t('report.passed')} value={people.passed} />
      <Row name={t('report.risky')} value={people.risky} />
      <Row name={t('report.doubtedWithoutNeed')} value={describeShare(people.doubtedWithoutNeed)} />
      <Row name={t('report.appeals')} value={appeals.filed} />
      <Row name={t('report.dismissed')} value={appeals.dismissed} />
      <Row name={t('report.overturned')} value={appeals.overturned} />
      <Row name={t('report.overturnedShare')} value={describeShare(appeals.overturnedShare)} />
      <Row name={t('report.knownErrorShare')} value={describeShare(appeals.knownErrorShare)} />
    </Section>
  )
}

function Labels({ report: { checks } }: Properties) {
  const { t, say } = useTexts()
  return (
    <Section title={t('report.labels')} empty={checks.byLabel.length === 0}>
      {checks.byLabel.map(({ label, words, count }) => (
        <Row key={label} name={`${label} ${say(words)}`} value={count} />
      ))}
    </Section>
  )
}

/** The whole list is in the CSV. */
const MOST_CLAUSES = 15

function Clauses({ report: { checks, releases } }: Properties) {
  const { t, say } = useTexts()
  const clauses = useClauses()
  const rows = [
    ...checks.byClause.slice(0, MOST_CLAUSES).map((row) => ({ ...row, where: 'inChecks' })),
    ...releases.byClause.slice(0, MOST_CLAUSES).map((row) => ({ ...row, where: 'inReleases' })),
  ]
  return (
    <Section title={t('report.clauses')} empty={rows.length === 0}>
      {rows.map(({ clause, count, where }) => {
        const words = clauses.find(({ id }) => id === clause)?.words
        const name = `${clause} · ${t(`overview.${where}`)}`
        return (
          <Row
            key={`${where} ${clause}`}
            name={name}
            value={count}
            {...(words && { words: say(words) })}
          />
        )
      })}
    </Section>
  )
}

const STEPS = [
  'submitted',
  'rejectedByMachine',
  'approved',
  'rejectedByPeople',
  'withdrawn',
  'launched',
] as const

function Releases({ report: { releases } }: Properties) {
  const { t } = useTexts()
  return (
    <Section title={t('report.releases')}>
      {STEPS.map((step) => (
        <Row key={step} name={t(`report.step.${step}`)} value={releases[step]} />
      ))}
    </Section>
  )
}

const FILED = [
  'started',
  'passed',
  'rejected',
  'unanswered',
  'takedownsOrdered',
  'takenDown',
] as const

function Filings({ report: { filings } }: Properties) {
  const { t, language } = useTexts()
  const span = (ms: number | null) => (ms === null ? '–' : describeSpan(ms, language))
  return (
    <Section title={t('report.filings')}>
      {FILED.map((step) => (
        <Row key={step} name={t(`report.filing.${step}`)} value={filings[step]} />
      ))}
      <Row name={t('report.median')} value={span(filings.medianMs)} />
      <Row name={t('report.ninetieth')} value={span(filings.ninetiethMs)} />
      <Row name={t('report.longest')} value={span(filings.longestMs)} />
    </Section>
  )
}

interface SectionProperties {
  readonly title: string
  readonly empty?: boolean
  readonly children: React.ReactNode
}

function Section({ title, empty = false, children }: SectionProperties) {
  const { t } = useTexts()
  return (
    <section className="card">
      <h2>{title}</h2>
      {empty ? (
        <p className="soft">{t('report.nothing')}</p>
      ) : (
        <table className="table">
          <tbody>{children}</tbody>
        </table>
      )}
    </section>
  )
}

interface RowProperties {
  readonly name: string
  readonly value: string | number
  /** Below the name, where it does not speak for itself. */
  readonly words?: string
}

function Row({ name, value, words }: RowProperties) {
  return (
    <tr>
      <th scope="row">
        {name}
        {words && <span className="clause-line">{words}</span>}
      </th>
      <td className="number">{value}</td>
    </tr>
  )
}
