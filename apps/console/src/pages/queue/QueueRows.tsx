/** What waits, page by page; who holds what is seen within seconds. */

import { LABELS } from '@fangxing/contract'
import { Link } from 'react-router'
import { queueApi } from '../../api/queue.ts'
import type { QueueItem, QueuePage } from '../../api/queue-types.ts'
import { useNow } from '../../hooks/use-now.ts'
import { usePages } from '../../hooks/use-pages.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Empty } from '../../parts/Empty.tsx'
import { EndlessRows } from '../../parts/EndlessRows.tsx'
import { Loading } from '../../parts/Loaded.tsx'
import { PlainText } from '../../parts/PlainText.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { signed, TONE_OF_URGENCY, urgencyOf } from '../../view/review/urgency.ts'
import { type QueueView, toSearch, toWish } from '../../view/review/wish.ts'
import { describeAgo, describeSpan } from '../../view/times.ts'

const LIVE_MS = 5_000
const ROW_HEIGHT_PX = 69

export function QueueRows({ view }: { readonly view: QueueView }) {
  const { t } = useTexts()
  const { found, items } = usePages(
    ['desk-queue', toSearch(view)],
    (cursor) => queueApi.findQueue({ ...view, cursor }),
    LIVE_MS,
  )
  if (found.error && items === undefined) {
    return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
  }
  if (items === undefined) return <Loading />
  const [first] = found.data?.pages ?? []
  const search = toSearch({ ...toWish(view), state: 'waiting' })
  return (
    <>
      {first && <Counts counts={first.counts} />}
      <div className="card list-card">
        {items.length === 0 ? (
          <Empty words={t(`queue.empty_${view.state}`)} />
        ) : (
          <EndlessRows
            label={t('queue.list')}
            items={items}
            keyOf={({ id }) => id}
            rowHeight={ROW_HEIGHT_PX}
            more={found}
          >
            {(item) => <Row item={item} search={search} />}
          </EndlessRows>
        )}
      </div>
    </>
  )
}

function Counts({ counts }: Pick<QueuePage, 'counts'>) {
  const { t, language } = useTexts()
  const now = useNow()
  if (counts.length === 0) return null
  return (
    <ul className="queue-counts" aria-label={t('queue.counts')}>
      {counts.map(({ kind, count, oldestAt, isAtLeast }) => (
        <li key={kind}>
          <strong>
            {count}
            {isAtLeast && '+'}
          </strong>{' '}
          {t(`queue.kind_${kind}`)}
          <span className="soft small"> · {describeAgo(oldestAt, now, language)}</span>
        </li>
      ))}
    </ul>
  )
}

function Row({ item, search }: { readonly item: QueueItem; readonly search: string }) {
  const { t, say, language } = useTexts()
  const now = useNow()
  const {
    kind,
    appName,
    writer,
    scene,
    label,
    openedAt,
    dueAt,
    claim,
    mark,
    reasons,
    isExpedited,
  } = item
  const urgency = urgencyOf(item, now)
  const why = reasons.map(({ hours, words }) => `${say(words)} ${signed(hours)} h`).join(' · ')
  return (
    <Link className="release-row case-row" to={`/queue/${item.id}?${search}`}>
      <span className="stack-tight">
        <strong>
          {t(`queue.kind_${kind}`)} · <PlainText text={appName} />
          {scene > 0 && ` · ${t(`scene.${scene}`)}`}
        </strong>
        <span className="soft small" title={why}>
          {describeAgo(openedAt, now, language)}
          {writer !== null && (
            <>
              {' · '}
              <PlainText text={writer} />
            </>
          )}
          {claim && ` · ${t('cases.heldBy', { name: claim.userName })}`}
          {mark && ` · ${t(`queue.mark_${mark.kind}`, { name: mark.by })}`}
          {mark && mark.note !== '' && (
            <>
              {' · '}
              <PlainText text={mark.note} />
            </>
          )}
        </span>
      </span>
      <span className="row">
        {isExpedited && <Tag tone="violet">{t('queue.expedited')}</Tag>}
        {label !== 100 && <Tag tone={item.isSevere ? 'red' : 'amber'}>{say(LABELS[label])}</Tag>}
        <Tag tone={TONE_OF_URGENCY[urgency]}>
          {urgency === 'late'
            ? t('queue.late', { span: describeSpan(now - dueAt, language) })
            : t('queue.due', { span: describeSpan(dueAt - now, language) })}
        </Tag>
      </span>
    </Link>
  )
}
