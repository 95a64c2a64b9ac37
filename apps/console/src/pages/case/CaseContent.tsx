/** What somebody wrote, field by field with its hits marked, and what the machine made of it. */

import type { WholeCase } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { HitTable } from '../../parts/HitTable.tsx'
import { MarkedText } from '../../parts/MarkedText.tsx'
import { RuleList } from '../../parts/RuleList.tsx'
import { CasePicture } from './CasePicture.tsx'

export function CaseContent({ one: { check } }: { readonly one: WholeCase }) {
  const { t } = useTexts()
  if (check === null) {
    return (
      <section className="card">
        <h2>{t('case.content')}</h2>
        <p>{t('case.noRecord')}</p>
      </section>
    )
  }
  const { texts, hits, judgements, edition, mediaId, kind, upstream } = check
  return (
    <section className="card stack">
      <h2>{t('case.content')}</h2>
      {mediaId !== null && <CasePicture mediaId={mediaId} />}
      {texts === null && mediaId === null && <p>{t('case.notKept')}</p>}
      {kind !== 'text' && mediaId === null && texts !== null && <p>{t('case.notKept')}</p>}
      {texts?.map(({ field, text }) => (
        <div key={field} className="stack-tight">
          <h3>{t(`case.field_${field}`, { defaultValue: field })}</h3>
          <MarkedText field={field} text={text} hits={hits} />
        </div>
      ))}
      {hits.length > 0 && <HitTable hits={hits} />}
      <RuleList judgements={judgements} />
      {upstream && (
        <p>
          {upstream.suggest === null
            ? t('case.upstreamAbsent', { name: upstream.name, because: upstream.because })
            : t('case.upstream', {
                name: upstream.name,
                suggest: t(`suggest.${upstream.suggest}`),
              })}
        </p>
      )}
      <p className="soft small">{t('check.edition', { edition })}</p>
    </section>
  )
}
