/** A version or an appeal at the desk: the page of the release without leaving the queue. */

import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { api } from '../../api/client.ts'
import type { Release } from '../../api/types.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { PlainText } from '../../parts/PlainText.tsx'
import { StateTag } from '../../parts/Tag.tsx'
import { ActionBar } from '../release/ActionBar.tsx'
import { Facts } from '../release/Facts.tsx'
import { Findings } from '../release/Findings.tsx'
import { Timeline } from '../release/Timeline.tsx'
import { useReleaseParts } from '../release/use-release-parts.ts'
import { ReleasePast } from './ReleasePast.tsx'

interface Properties {
  readonly releaseId: string
  /** Somebody has decided it. */
  readonly onDone: () => void
}

export function ReleaseReview({ releaseId, onDone }: Properties) {
  const found = useQuery({
    queryKey: ['release', releaseId],
    queryFn: () => api.getRelease(releaseId),
  })
  useDone(found.data?.state, found.data?.whoseTurn === 'reviewer', onDone)
  return <Loaded query={found}>{(release) => <Whole release={release} />}</Loaded>
}

function Whole({ release }: { readonly release: Release }) {
  const { events, report, reportError } = useReleaseParts(release)
  return (
    <div className="stack">
      <p className="row">
        <strong>
          <Link to={`/releases/${release.id}`}>
            <PlainText text={release.appName} /> <PlainText text={release.version} />
          </Link>
        </strong>
        <StateTag state={release.state} />
        <span className="soft">
          <PlainText text={release.description} />
        </span>
      </p>
      <ActionBar release={release} report={report} />
      <div className="release-grid case-grid">
        <div className="stack">
          <Findings release={release} report={report} error={reportError} />
        </div>
        <div className="stack">
          <Facts release={release} />
          <ReleasePast release={release} />
          <Timeline events={events} />
        </div>
      </div>
    </div>
  )
}

/** The next one opens when this one was the reviewer's and is no more, or has changed its state. */
function useDone(state: string | undefined, isMine: boolean, onDone: () => void) {
  const before = useRef<string | null>(null)
  useEffect(() => {
    if (state === undefined) return
    const wasMine = before.current
    before.current = isMine ? state : null
    if (wasMine !== null && wasMine !== state) onDone()
  })
}
