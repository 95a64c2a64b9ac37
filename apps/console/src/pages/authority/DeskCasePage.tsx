/** One case of the authority: its clock, its steps, what was asked and came, the evidence behind it. */

import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from 'react-router'
import { api } from '../../api/client.ts'
import type { AssessmentReport, Release, ReleaseEvent } from '../../api/types.ts'
import { useCommands } from '../../hooks/use-command.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { StateTag } from '../../parts/Tag.tsx'
import { deadlineOf } from '../../view/deadline.ts'
import { Ledger } from '../app/Ledger.tsx'
import { ContactCard } from '../release/developer/ContactCard.tsx'
import { Facts } from '../release/Facts.tsx'
import { FilingCard } from '../release/FilingCard.tsx'
import { Findings } from '../release/Findings.tsx'
import { Timeline } from '../release/Timeline.tsx'
import { AuthoritySteps } from './AuthoritySteps.tsx'
import { Exchange } from './Exchange.tsx'
import { TimeLeft } from './TimeLeft.tsx'

export function DeskCasePage() {
  const { id = '' } = useParams()
  const { t } = useTexts()
  const navigate = useNavigate()
  useCommands({ back: () => void navigate('/authority') })
  const release = useQuery({
    queryKey: ['release', id],
    queryFn: () => api.getRelease(id),
    refetchInterval: 15_000,
  })
  return (
    <>
      <Link className="back-link small" to="/authority">
        ‹ {t('authority.back')}
      </Link>
      <Loaded query={release}>{(value) => <Case release={value} />}</Loaded>
    </>
  )
}

function Case({ release }: { readonly release: Release }) {
  const events = useQuery({
    queryKey: ['release', release.id, 'events', release.changedAt],
    queryFn: () => api.findEvents(release.id),
  })
  const assessment = useQuery({
    queryKey: ['release', release.id, 'assessment', release.verdict, release.auditId],
    queryFn: () => api.getAssessment(release.id),
    enabled: release.verdict !== null,
  })
  const past = events.data?.items ?? []
  const name = `${release.appName} ${release.version}`
  return (
    <>
      <PageHead
        name={name}
        title={
          <>
            {name} <StateTag state={release.state} />
          </>
        }
        lead={release.description}
      />
      <div className="stack">
        <Banner release={release} report={assessment.data} />
        <div className="release-grid case-grid">
          <div className="stack">
            <Exchange releaseId={release.id} events={past} />
            <Findings release={release} report={assessment.data} error={assessment.error} />
          </div>
          <Aside release={release} events={past} />
        </div>
      </div>
    </>
  )
}

interface BannerProperties {
  readonly release: Release
  readonly report: AssessmentReport | undefined
}

function Banner({ release, report }: BannerProperties) {
  const { t } = useTexts()
  const { whoseTurn } = release
  return (
    <section className="card turn-banner">
      <div className="stack-tight">
        <h2>
          {whoseTurn === 'nobody'
            ? t('release.turnOfNobody')
            : t('release.turnOf', { turn: t(`turn.${whoseTurn}`) })}
        </h2>
        <TimeLeft deadline={deadlineOf(release, useNow())} />
      </div>
      <AuthoritySteps release={release} report={report} />
    </section>
  )
}

interface AsideProperties {
  readonly release: Release
  readonly events: readonly ReleaseEvent[]
}

function Aside({ release, events }: AsideProperties) {
  return (
    <div className="stack">
      {release.filing && <FilingCard filing={release.filing} state={release.state} />}
      {release.allowed.includes('contactLogged') && <ContactCard releaseId={release.id} />}
      <Facts release={release} />
      <Ledger appid={release.appid} categories={release.categories} />
      <Timeline events={events} />
    </div>
  )
}
