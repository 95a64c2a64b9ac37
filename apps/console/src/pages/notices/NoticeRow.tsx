/** One notice: what, why, what to do, by when; reading it is one press. */

import { Button } from 'antd'
import { Link } from 'react-router'
import { portal } from '../../api/portal.ts'
import type { Notice } from '../../api/portal-types.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Moment } from '../../parts/Moment.tsx'
import { StateTag } from '../../parts/Tag.tsx'
import { isPressing } from '../../view/notices.ts'
import { useReading } from './use-reading.ts'

interface Properties {
  readonly notice: Notice
  /** Empty where the app is not known here. */
  readonly appName: string
}

export function NoticeRow({ notice, appName }: Properties) {
  const { t, say } = useTexts()
  const { releaseId, version, state, what, why, todo, at, readAt } = notice
  return (
    <article className={`list-row notice-row ${readAt === null ? 'is-unread' : ''}`}>
      <span className="row">
        {readAt === null && <span className="unread-dot" aria-hidden="true" />}
        <Link to={`/releases/${releaseId}`}>
          {appName} {version}
        </Link>
        <StateTag state={state} />
        <span className="soft small">
          <Moment at={at} />
        </span>
      </span>
      <p>
        <strong>{say(what)}</strong>
      </p>
      {why.note !== '' && <p className="words">{why.note}</p>}
      {why.clauses.map(({ id, words }) => (
        <p key={id} className="clause-words small">
          {say(words)} <span className="mono">{id}</span>
        </p>
      ))}
      <p>{say(todo)}</p>
      <ByWhen notice={notice} />
      <div>
        {readAt === null ? (
          <MarkRead id={notice.id} />
        ) : (
          <span className="soft small">{t('notices.read')}</span>
        )}
      </div>
    </article>
  )
}

function ByWhen({ notice }: { readonly notice: Notice }) {
  const { say } = useTexts()
  const now = useNow()
  const { byWhen } = notice
  if (byWhen === null) return null
  return <p className={isPressing(notice, now) ? 'pressing' : 'soft'}>{say(byWhen)}</p>
}

/** Of this person alone. */
function MarkRead({ id }: { readonly id: string }) {
  const { t } = useTexts()
  const read = useReading(() => portal.readNotice(id))
  return (
    <Button size="small" loading={read.isPending} onClick={() => read.mutate()}>
      {t('notices.markRead')}
    </Button>
  )
}
