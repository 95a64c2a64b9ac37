/** What is known already: the very same content, the writer, the app. Nobody leaves the queue for it. */

import { LABELS } from '@fangxing/contract'
import type { PastPart, WholeItem } from '../../api/queue-types.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { PlainText } from '../../parts/PlainText.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { describeAgo } from '../../view/times.ts'
import { TONE_OF_SUGGEST } from '../../view/tones.ts'

const PARTS = ['ofContent', 'ofWriter', 'ofApp'] as const

export function PastCard({ past }: { readonly past: NonNullable<WholeItem['past']> }) {
  const { t } = useTexts()
  return (
    <section className="card stack">
      <h2>{t('queue.past')}</h2>
      <div className="past-grid">
        {PARTS.map((part) => (
          <section key={part} className="stack-tight">
            <h3>{t(`queue.past_${part}`)}</h3>
            <Part part={past[part]} />
          </section>
        ))}
      </div>
    </section>
  )
}

function Part({ part: { tally, items } }: { readonly part: PastPart }) {
  const { t, say, language } = useTexts()
  const now = useNow()
  if (items.length === 0) return <p className="soft small">{t('queue.noPast')}</p>
  return (
    <>
      <p className="small">{t('queue.tally', { ...tally })}</p>
      <ul className="stack-tight small">
        {items.map(({ id, openedAt, label, verdict, finalLabel, note }) => (
          <li key={id}>
            <span className="row">
              <Tag tone={verdict === null ? 'amber' : TONE_OF_SUGGEST[verdict]}>
                {verdict === null ? t('queue.open') : t(`case.verdict_${verdict}`)}
              </Tag>
              {say(LABELS[finalLabel ?? label])}
              <span className="soft">{describeAgo(openedAt, now, language)}</span>
            </span>
            {note !== null && note !== '' && (
              <span className="soft one-line">
                <PlainText text={note} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
