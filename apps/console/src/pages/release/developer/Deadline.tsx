/** How much time is left and what happens when nobody answers: beside whose turn it is. */

import type { Release } from '../../../api/types.ts'
import { useNow } from '../../../hooks/use-now.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { outlookOf } from '../../../view/outlook.ts'
import { describeEnd, describeSpan } from '../../../view/times.ts'

export function Deadline({ release }: { readonly release: Release }) {
  const { t, language } = useTexts()
  const now = useNow()
  const { dueAt, silence, isOver } = outlookOf(release, now)
  if (dueAt === null) {
    return silence === 'nothing' ? null : <p className="soft small">{t(`silence.${silence}`)}</p>
  }
  const span = describeSpan(Math.max(0, dueAt - now), language)
  return (
    <div className="deadline">
      <strong className="deadline-left">
        {isOver ? t('outlook.over') : t('outlook.left', { span })}
      </strong>
      <span className="soft small">
        {t('outlook.until', { time: describeEnd(dueAt) })} {t(`silence.${silence}`)}
      </span>
    </div>
  )
}
