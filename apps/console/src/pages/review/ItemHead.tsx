/** What is in front: kind, app, how long it has waited and why it comes now; and the ways past it. */

import { LABELS } from '@fangxing/contract'
import { Button } from 'antd'
import { Link } from 'react-router'
import type { QueueItem } from '../../api/queue-types.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { PageHead } from '../../parts/PageHead.tsx'
import { PlainText } from '../../parts/PlainText.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { showInvisible } from '../../view/review/invisible.ts'
import { signed, TONE_OF_URGENCY, urgencyOf } from '../../view/review/urgency.ts'
import { describeAgo, describeSpan } from '../../view/times.ts'
import type { AsideKind } from './AsideDialog.tsx'

interface Properties {
  readonly item: QueueItem
  readonly back: string
  readonly isHeld: boolean
  readonly onNext: () => void
  readonly onSkip: () => void
  readonly onAside: (kind: AsideKind) => void
}

export function ItemHead({ item, back, isHeld, onNext, onSkip, onAside }: Properties) {
  const { t, say } = useTexts()
  const { kind, appName, label, scene } = item
  return (
    <>
      <Link className="back-link small" to={back}>
        ‹ {t('queue.back')}
      </Link>
      <PageHead
        name={`${t(`queue.kind_${kind}`)} ${showInvisible(appName)}`}
        title={
          <>
            {t(`queue.kind_${kind}`)} · <PlainText text={appName} />
            {scene > 0 && ` · ${t(`scene.${scene}`)}`}{' '}
            {label !== 100 && (
              <Tag tone={item.isSevere ? 'red' : 'amber'}>{say(LABELS[label])}</Tag>
            )}
          </>
        }
        lead={<Why item={item} isHeld={isHeld} />}
      >
        <Button onClick={onSkip}>
          {t('queue.skip')} <kbd>s</kbd>
        </Button>
        <Button onClick={() => onAside('hold')}>
          {t('queue.hold')} <kbd>h</kbd>
        </Button>
        <Button onClick={() => onAside('escalate')}>
          {t('queue.escalate')} <kbd>e</kbd>
        </Button>
        <Button onClick={onNext}>
          {t('queue.next')} <kbd>j</kbd>
        </Button>
      </PageHead>
    </>
  )
}

function Why({ item, isHeld }: Pick<Properties, 'item' | 'isHeld'>) {
  const { t, say, language } = useTexts()
  const now = useNow()
  const urgency = urgencyOf(item, now)
  const span = describeSpan(Math.abs(item.dueAt - now), language)
  return (
    <span className="row small">
      <Tag tone={TONE_OF_URGENCY[urgency]}>
        {t(urgency === 'late' ? 'queue.late' : 'queue.due', { span })}
      </Tag>
      {describeAgo(item.openedAt, now, language)}
      <span>
        {item.reasons.map(({ hours, words }) => `${say(words)} ${signed(hours)} h`).join(' · ')}
      </span>
      {isHeld && <Tag tone="green">{t('queue.held')}</Tag>}
      {item.mark && item.mark.note !== '' && (
        <span>
          {t(`queue.mark_${item.mark.kind}`, { name: item.mark.by })}: {item.mark.note}
        </span>
      )}
    </span>
  )
}
