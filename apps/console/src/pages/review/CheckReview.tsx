/** A text, picture, sound or video in doubt: what it is, why it was stopped, the past, the decision. */

import { LABELS } from '@fangxing/contract'
import { Link } from 'react-router'
import type { ItemDecision, WholeItem } from '../../api/queue-types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Moment } from '../../parts/Moment.tsx'
import { PlainText } from '../../parts/PlainText.tsx'
import { CheckContent } from './CheckContent.tsx'
import { DecidePanel } from './DecidePanel.tsx'
import { PastCard } from './PastCard.tsx'

interface Properties {
  readonly whole: WholeItem
  readonly fence: number | null
  readonly onDecide: (decision: ItemDecision) => void
}

export function CheckReview({ whole, fence, onDecide }: Properties) {
  return (
    <div className="review-grid">
      <div className="stack">
        <CheckContent whole={whole} />
        {whole.past && <PastCard past={whole.past} />}
      </div>
      <div className="stack">
        <DecidePanel whole={whole} fence={fence} onDecide={onDecide} />
        <Facts whole={whole} />
      </div>
    </div>
  )
}

function Facts({ whole: { item, check } }: Pick<Properties, 'whole'>) {
  const { t, say } = useTexts()
  return (
    <section className="card">
      <h2>{t('case.facts')}</h2>
      <dl className="facts">
        <dt>{t('case.suspected')}</dt>
        <dd>{say(LABELS[item.label])}</dd>
        <dt>{t('case.app')}</dt>
        <dd>
          <Link to={`/apps/${item.appid}`}>
            <PlainText text={item.appName} />
          </Link>
        </dd>
        <dt>{t('case.writer')}</dt>
        <dd className="mono">
          <PlainText text={item.writer ?? t('state.none')} />
        </dd>
        <dt>{t('case.opened')}</dt>
        <dd>
          <Moment at={item.openedAt} />
        </dd>
        {check && (
          <>
            <dt>{t('queue.edition')}</dt>
            <dd className="mono">{check.edition}</dd>
          </>
        )}
      </dl>
    </section>
  )
}
