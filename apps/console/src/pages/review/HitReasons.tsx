/** Why each word was seen, in a sentence: what stands there, what is listed, what had to be undone. */

import type { TermHit } from '@fangxing/contract'
import { useTexts } from '../../hooks/use-texts.ts'
import { PlainText } from '../../parts/PlainText.tsx'
import { whyHits } from '../../view/review/why-hit.ts'

export function HitReasons({ hits }: { readonly hits: readonly TermHit[] }) {
  const { t } = useTexts()
  if (hits.length === 0) return null
  return (
    <section className="stack-tight">
      <h3>{t('queue.whyHits')}</h3>
      <ul className="hit-reasons">
        {whyHits(hits).map(({ matched, term, undone, confidence, count }) => (
          <li key={`${matched} ${term} ${undone.join()}`}>
            <mark className="hit">
              <PlainText text={matched} />
            </mark>{' '}
            {undone.length === 0
              ? t('queue.asListed', { term })
              : t('queue.undone', {
                  term,
                  how: undone
                    .map((name) => t(`conversion.${name}`, { defaultValue: name }))
                    .join(' → '),
                })}{' '}
            <span className="soft small">
              {t('queue.confidence', { confidence })}
              {count > 1 && ` · ×${count}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
