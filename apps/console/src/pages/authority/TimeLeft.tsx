/** How much time is left, as a figure and a bar, and what happens at the end. */

import { useTexts } from '../../hooks/use-texts.ts'
import type { Deadline } from '../../view/deadline.ts'
import { describeEnd, describeSpan } from '../../view/times.ts'

export function TimeLeft({ deadline }: { readonly deadline: Deadline }) {
  const { t, language } = useTexts()
  const { endsAt, leftMs, share, atEnd, tone } = deadline
  return (
    <span className="time-left">
      <span className={`time-left-figure text-${tone}`}>
        {leftMs === null
          ? t('authority.noEnd')
          : leftMs === 0
            ? t('authority.over')
            : t('filing.remaining', { span: describeSpan(leftMs, language) })}
      </span>
      {share !== null && (
        <span className="clock-track" aria-hidden="true">
          <span className={`clock-fill fill-${tone}`} style={{ width: `${share * 100}%` }} />
        </span>
      )}
      <span className="soft small">
        {endsAt !== null && `${describeEnd(endsAt)} · `}
        {t(`authority.atEnd.${atEnd}`)}
      </span>
    </span>
  )
}
