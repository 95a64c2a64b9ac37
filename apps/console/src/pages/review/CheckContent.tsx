/** The content itself, by its kind, with what was seen in it marked where it stands. */

import type { ItemCheck, WholeItem } from '../../api/queue-types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { MarkedText } from '../../parts/MarkedText.tsx'
import { RuleList } from '../../parts/RuleList.tsx'
import { ClipTimeline } from './ClipTimeline.tsx'
import { HitReasons } from './HitReasons.tsx'
import { PictureView } from './PictureView.tsx'

export function CheckContent({ whole: { item, check } }: { readonly whole: WholeItem }) {
  const { t } = useTexts()
  if (check === null) {
    return (
      <section className="card">
        <h2>{t('case.content')}</h2>
        <p>{t('case.noRecord')}</p>
      </section>
    )
  }
  return (
    <section className="card stack">
      <h2>{t('case.content')}</h2>
      {check.kind === 'picture' && <PictureView check={check} isSevere={item.isSevere} />}
      {(check.kind === 'sound' || check.kind === 'video') && (
        <ClipTimeline check={check} isSevere={item.isSevere} />
      )}
      <Texts check={check} />
      <HitReasons hits={check.hits} />
      <RuleList judgements={check.judgements} />
      {check.upstream && <Upstream upstream={check.upstream} />}
    </section>
  )
}

function Texts({ check: { texts, hits, kind, pictureUrl } }: { readonly check: ItemCheck }) {
  const { t } = useTexts()
  if (texts === null) return pictureUrl === null ? <p>{t('case.notKept')}</p> : null
  return (
    <>
      {texts.map(({ field, text }) => (
        <div key={field} className="stack-tight">
          {(texts.length > 1 || kind !== 'text') && (
            <h3>{t(`case.field_${field}`, { defaultValue: field })}</h3>
          )}
          <MarkedText field={field} text={text} hits={hits} />
        </div>
      ))}
    </>
  )
}

function Upstream({ upstream }: { readonly upstream: NonNullable<ItemCheck['upstream']> }) {
  const { t } = useTexts()
  const { name, suggest, because } = upstream
  return (
    <p>
      {suggest === null
        ? t('case.upstreamAbsent', { name, because })
        : t('case.upstream', { name, suggest: t(`suggest.${suggest}`) })}
    </p>
  )
}
