/** One check with everything that is kept of it, and the case that a person settled about it. */

import { LABELS } from '@fangxing/contract'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { portal } from '../../../api/portal.ts'
import type { CheckWhole } from '../../../api/portal-types.ts'
import { ApiProblem } from '../../../api/problem.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { HitTable } from '../../../parts/HitTable.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { MarkedText } from '../../../parts/MarkedText.tsx'
import { Moment } from '../../../parts/Moment.tsx'
import { RuleList } from '../../../parts/RuleList.tsx'
import { Tag } from '../../../parts/Tag.tsx'
import { TONE_OF_SUGGEST } from '../../../view/tones.ts'

interface Properties {
  readonly id: string
  readonly onClose: () => void
}

export function WholeCheck({ id, onClose }: Properties) {
  const { t } = useTexts()
  const check = useQuery({ queryKey: ['check', id], queryFn: () => portal.getCheck(id) })
  return (
    <div className="stack">
      <div>
        <Button size="small" onClick={onClose}>
          ‹ {t('record.back')}
        </Button>
      </div>
      <Loaded query={check}>{(value) => <Shown check={value} />}</Loaded>
    </div>
  )
}

function Shown({ check }: { readonly check: CheckWhole }) {
  const { t, say } = useTexts()
  const { id, suggest, label, texts, hits, judgements, at, writer, scene, edition } = check
  return (
    <section className="card stack">
      <div className="row">
        <Tag tone={TONE_OF_SUGGEST[suggest]}>{t(`suggest.${suggest}`)}</Tag>
        <span>
          {label} {say(LABELS[label])}
        </span>
      </div>
      <dl className="facts">
        <dt>trace_id</dt>
        <dd className="mono">{id}</dd>
        <dt>{t('record.at')}</dt>
        <dd>
          <Moment at={at} />
        </dd>
        {scene > 0 && (
          <>
            <dt>{t('record.scene')}</dt>
            <dd>{t(`scene.${scene}`)}</dd>
          </>
        )}
        <dt>{t('record.writer')}</dt>
        <dd className="mono">{writer ?? t('state.none')}</dd>
      </dl>
      {texts === null ? (
        <p className="soft">{t(`record.kept.${check.kind}`)}</p>
      ) : (
        texts.map(({ field, text }) => (
          <MarkedText key={field} field={field} text={text} hits={hits} />
        ))
      )}
      {hits.length > 0 && <HitTable hits={hits} />}
      <RuleList judgements={judgements} />
      {suggest === 'review' && <Settled id={id} />}
      <p className="soft small">{t('check.edition', { edition })}</p>
    </section>
  )
}

/** What a person made of it; a check without a case says nothing. */
function Settled({ id }: { readonly id: string }) {
  const { t, say } = useTexts()
  const found = useQuery({
    queryKey: ['case', id, 'developer'],
    queryFn: () => portal.getCase(id).catch(nullWhenAbsent),
  })
  if (!found.data) return null
  const { decision } = found.data
  return (
    <p className={`notice ${decision ? 'tone-green' : 'tone-amber'}`}>
      {decision
        ? t('record.settled', {
            answer: t(`suggest.${decision.verdict}`),
            label: say(LABELS[decision.label]),
          })
        : t('record.waiting')}
      {decision?.note && <span className="words"> {decision.note}</span>}
    </p>
  )
}

function nullWhenAbsent(error: unknown): null {
  if (error instanceof ApiProblem && error.problem.code === 'CASE_NOT_FOUND') return null
  throw error
}
