/** One release: whose turn it is, how far it came, what was found, and what can be done. */

import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from 'react-router'
import { api } from '../../api/client.ts'
import type { Release, ReleaseEvent } from '../../api/types.ts'
import { useCommands } from '../../hooks/use-command.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { StateTag } from '../../parts/Tag.tsx'
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
import { Stages } from './Stages.tsx'
import { Timeline } from './Timeline.tsx'

export function ReleasePage() {
  const { id = '' } = useParams()
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
  // What changes with the release is asked again when the release has changed.
  const events = useQuery({
    queryKey: ['release', release.id, 'events', release.changedAt],
    queryFn: () => api.findEvents(release.id),
    placeholderData: (before, asked) => (asked?.queryKey[1] === release.id ? before : undefined),
  })
  const assessment = useQuery({
    queryKey: ['release', release.id, 'assessment', release.verdict, release.auditId],
    queryFn: () => api.getAssessment(release.id),
    enabled: release.verdict !== null,
  })
  const past = events.data?.items ?? []
  return (
    <>
      <BackLink />
      <PageHead
        name={`${release.appName} ${release.version}`}
        title={
          <>
            {release.appName} {release.version} <StateTag state={release.state} />
          </>
        }
        lead={release.description}
      />
      <div className="stack">
        <ActionBar release={release} report={assessment.data} />
        <div className="release-grid case-grid">
          <div className="stack">
            <SaidCard release={release} events={past} />
            <Stages release={release} events={past} />
            <BeforeFindings release={release} />
            <Findings release={release} report={assessment.data} error={assessment.error} />
            <AfterFindings release={release} />
          </div>
          <Aside release={release} events={past} />
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
