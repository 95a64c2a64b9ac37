/** One's own decisions that a lead ended otherwise, as cases: what I said, what stands, and why. */

import { LABELS } from '@fangxing/contract'
import { Link } from 'react-router'
import { queueApi } from '../../api/queue.ts'
import type { Corrected, Said } from '../../api/queue-types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Moment } from '../../parts/Moment.tsx'
import { PagedList } from '../../parts/PagedList.tsx'
import { PlainText } from '../../parts/PlainText.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { TONE_OF_SUGGEST } from '../../view/tones.ts'

export function CorrectedList() {
  const { t } = useTexts()
  return (
    <section className="stack-tight" id="corrected">
      <h2>{t('quality.corrected')}</h2>
      <p className="soft small">{t('quality.correctedLead')}</p>
      <PagedList<Corrected>
        queryKey={['desk-corrected']}
        ask={(cursor) => queueApi.findCorrected(cursor)}
        label={t('quality.corrected')}
        empty={t('quality.noneCorrected')}
        keyOf={({ checkId }) => checkId}
        rowHeight={110}
      >
        {(one) => <Row one={one} />}
      </PagedList>
    </section>
  )
}

function Row({ one: { checkId, kind, said, stands } }: { readonly one: Corrected }) {
  const { t } = useTexts()
  return (
    <article className="list-row stack-tight">
      <span className="row">
        <Link to={`/cases/${checkId}`}>
          {t(`queue.kind_${kind}`)} <span className="mono small">{checkId}</span>
        </Link>
        <span className="soft small">
          <Moment at={stands.at} />
        </span>
      </span>
      <SaidLine title={t('quality.iSaid')} said={said} />
      <SaidLine title={t('quality.stands', { name: stands.by })} said={stands} />
    </article>
  )
}

function SaidLine({ title, said }: { readonly title: string; readonly said: Said }) {
  const { t, say } = useTexts()
  const { verdict, label, note, clauses } = said
  return (
    <div className="stack-tight">
      <span className="row">
        <span className="soft small">{title}</span>
        <Tag tone={TONE_OF_SUGGEST[verdict]}>{t(`case.verdict_${verdict}`)}</Tag>
        {verdict === 'risky' && <span>{say(LABELS[label])}</span>}
        {clauses.length > 0 && <span className="mono soft small">{clauses.join(' ')}</span>}
      </span>
      {note !== '' && (
        <p className="words small">
          <PlainText text={note} />
        </p>
      )}
    </div>
  )
}
