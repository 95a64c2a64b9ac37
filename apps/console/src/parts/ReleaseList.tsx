/** Releases as links: state, whose turn it is, since when, and who holds it. */

import { Link } from 'react-router'
import type { Release } from '../api/types.ts'
import { useNow } from '../hooks/use-now.ts'
import { useTexts } from '../hooks/use-texts.ts'
import { describeAgo } from '../view/times.ts'
import { EndlessRows, type More } from './EndlessRows.tsx'
import { StateTag, TurnTag } from './Tag.tsx'

const ROW_HEIGHT_PX = 69

interface Properties {
  readonly releases: readonly Release[]
  /** Absent for a list that is whole. */
  readonly more?: More
}

export function ReleaseList({ releases, more }: Properties) {
  const { t } = useTexts()
  return (
    <EndlessRows
      label={t('releases.list')}
      items={releases}
      keyOf={({ id }) => id}
      rowHeight={ROW_HEIGHT_PX}
      {...(more ? { more } : {})}
    >
      {(release) => <Row release={release} />}
    </EndlessRows>
  )
}

function Row({ release }: { readonly release: Release }) {
  const { t, language } = useTexts()
  const now = useNow()
  const { claim, auditId } = release
  return (
    <Link className="release-row" to={`/releases/${release.id}`}>
      <span>
        <strong>
          {release.appName} {release.version}
        </strong>
        <span className="one-line soft small">{release.description}</span>
      </span>
      <span className="row">
        <StateTag state={release.state} />
      </span>
      <span className="row">
        <TurnTag turn={release.whoseTurn} />
      </span>
      <span className="soft small">
        <span className="one-line">
          {t('releases.waited', { ago: describeAgo(release.changedAt, now, language) })}
        </span>
        <span className="one-line">
          {claim && claim.expiresAt > now
            ? t('releases.claimedBy', { name: claim.userName })
            : auditId !== null && t('releases.audit', { id: auditId })}
        </span>
      </span>
    </Link>
  )
}
