/** One case of the authority: its clock, its steps, what was asked and came, the evidence behind it. */

import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from 'react-router'
import { api } from '../../api/client.ts'
import type { AssessmentReport, Release, ReleaseEvent } from '../../api/types.ts'
import { useCommands } from '../../hooks/use-command.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { useTurnWords } from '../../hooks/use-turn-words.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { deadlineOf } from '../../view/deadline.ts'
import { Ledger } from '../app/Ledger.tsx'
import { ContactCard } from '../release/developer/ContactCard.tsx'
import { Facts } from '../release/Facts.tsx'
import { FilingCard } from '../release/FilingCard.tsx'
import { Findings } from '../release/Findings.tsx'
import { ReleaseHead } from '../release/ReleaseHead.tsx'
import { Timeline } from '../release/Timeline.tsx'
import { useReleaseParts } from '../release/use-release-parts.ts'
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
  const { events, report, reportError } = useReleaseParts(release)
  return (
    <>
      <ReleaseHead release={release} />
      <div className="stack">
        <Banner release={release} report={report} />
        <div className="release-grid case-grid">
          <div className="stack">
            <Exchange releaseId={release.id} events={events} />
            <Findings release={release} report={report} error={reportError} />
          </div>
          <Aside release={release} events={events} />
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
  const words = useTurnWords(release)
  return (
    <section className="card turn-banner">
      <div className="stack-tight">
        <h2>{words}</h2>
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
