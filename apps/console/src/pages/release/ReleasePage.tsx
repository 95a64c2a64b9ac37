/** One release: whose turn it is, how far it came, what was found, and what can be done. */

import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, useNavigate, useParams } from 'react-router'
import { api } from '../../api/client.ts'
import type { Release, ReleaseEvent } from '../../api/types.ts'
import { useCommands } from '../../hooks/use-command.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { useUser } from '../../shell/session.ts'
import { mayBeCalledAbout } from '../../view/developer-steps.ts'
import { pollEveryMs } from '../../view/polling.ts'
import { ActionBar } from './ActionBar.tsx'
import { ContactCard } from './developer/ContactCard.tsx'
import { AfterFindings, BeforeFindings } from './developer/DeveloperCards.tsx'
import { SaidCard } from './developer/SaidCard.tsx'
import { VersionsCard } from './developer/VersionsCard.tsx'
import { Facts } from './Facts.tsx'
import { FilingCard } from './FilingCard.tsx'
import { Findings } from './Findings.tsx'
import { ReleaseHead } from './ReleaseHead.tsx'
import { Stages } from './Stages.tsx'
import { Timeline } from './Timeline.tsx'
import { useReleaseParts } from './use-release-parts.ts'

/** Who is nothing but the authority has one page for each version: its case. */
export function ReleasePage() {
  const { id = '' } = useParams()
  const { roles } = useUser()
  const isAuthority = roles.every((role) => role === 'authority')
  return isAuthority ? <Navigate to={`/authority/${id}`} replace /> : <Asked id={id} />
}

function Asked({ id }: { readonly id: string }) {
  const navigate = useNavigate()
  useCommands({ back: () => void navigate('/releases') })
  const release = useQuery({
    queryKey: ['release', id],
    queryFn: () => api.getRelease(id),
    refetchInterval: ({ state }) => pollEveryMs(state.data?.state),
  })
  return <Loaded query={release}>{(value) => <Case release={value} />}</Loaded>
}

function Case({ release }: { readonly release: Release }) {
  const { events, report, reportError } = useReleaseParts(release)
  return (
    <>
      <BackLink />
      <ReleaseHead release={release} />
      <div className="stack">
        <ActionBar release={release} report={report} />
        <div className="release-grid case-grid">
          <div className="stack">
            <SaidCard release={release} events={events} />
            <Stages release={release} events={events} />
            <BeforeFindings release={release} />
            <Findings release={release} report={report} error={reportError} />
            <AfterFindings release={release} />
          </div>
          <Aside release={release} events={events} />
        </div>
      </div>
    </>
  )
}

function BackLink() {
  const { t } = useTexts()
  return (
    <Link className="back-link small" to="/releases">
      ‹ {t('release.back')}
    </Link>
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
      {mayBeCalledAbout(release) && <ContactCard releaseId={release.id} />}
      <VersionsCard release={release} />
      <Facts release={release} />
      <Timeline events={events} />
    </div>
  )
}
