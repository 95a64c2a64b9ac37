/** What was decided, by whom and with which words; of what still waits, the way to the desk. */

import { LABELS } from '@fangxing/contract'
import { Link } from 'react-router'
import type { WholeCase } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { PlainText } from '../../parts/PlainText.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { describeTime } from '../../view/times.ts'
import { TONE_OF_SUGGEST } from '../../view/tones.ts'

export function DecisionCard({ one: { id, decision } }: { readonly one: WholeCase }) {
  const { t } = useTexts()
  return (
    <section className="card stack">
      <h2>{t('case.decision')}</h2>
      {decision ? (
        <Decided decision={decision} />
      ) : (
        <>
          <p>{t('case.waits')}</p>
          <p>
            <Link to={`/queue/${id}`}>{t('case.toDesk')}</Link>
          </p>
        </>
      )}
    </section>
  )
}

function Decided({ decision }: { readonly decision: NonNullable<WholeCase['decision']> }) {
  const { t, say } = useTexts()
  const { verdict, label, note, by, at } = decision
  return (
    <div className="stack-tight">
      <div className="row">
        <Tag tone={TONE_OF_SUGGEST[verdict]}>{t(`case.verdict_${verdict}`)}</Tag>
        {verdict === 'risky' && <span>{say(LABELS[label])}</span>}
      </div>
      {note !== '' && (
        <p className="words">
          <PlainText text={note} />
        </p>
      )}
      <p className="soft small">{t('case.decided', { name: by ?? '–', time: describeTime(at) })}</p>
    </div>
  )
}
