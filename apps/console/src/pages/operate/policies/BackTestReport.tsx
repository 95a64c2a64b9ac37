/** What a back-test found: how many answers change, what people had said, and samples to read. */

import { Link } from 'react-router'
import type { AnswerCount, BackTest } from '../../../api/operate-types.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { Tag } from '../../../parts/Tag.tsx'
import { describeShare } from '../../../view/overview.ts'
import { toShift } from '../../../view/policy.ts'
import { TONE_OF_SUGGEST } from '../../../view/tones.ts'

export function BackTestReport({ report }: { readonly report: BackTest }) {
  const { t } = useTexts()
  const { tried, withoutText, people } = report
  return (
    <section className="stack" aria-label={t('policies.report')} role="status">
      <p>{t('policies.tried', { count: tried, skipped: withoutText })}</p>
      <ShiftLine counts={report.counts} />
      {people.decided > 0 && (
        <p>
          {t('policies.people', {
            count: people.decided,
            live: describeShare(people.liveAgrees / people.decided),
            tried: describeShare(people.triedAgrees / people.decided),
          })}
        </p>
      )}
      <div>
        {report.samples.map((sample) => (
          <Sample
            key={sample.checkId}
            checkId={sample.checkId}
            texts={sample.texts}
            live={sample.live.suggest}
            tried={sample.tried.suggest}
            person={sample.person}
          />
        ))}
      </div>
    </section>
  )
}

export function ShiftLine({ counts }: { readonly counts: readonly AnswerCount[] }) {
  const { t } = useTexts()
  const { stricter, milder, same } = toShift(counts)
  return (
    <p className="row">
      <Tag tone="red">{t('policies.stricter', { count: stricter })}</Tag>
      <Tag tone="green">{t('policies.milder', { count: milder })}</Tag>
      <Tag tone="grey">{t('policies.same', { count: same })}</Tag>
    </p>
  )
}

interface SampleProperties {
  readonly checkId: string
  readonly texts: BackTest['samples'][number]['texts']
  readonly live: keyof typeof TONE_OF_SUGGEST
  readonly tried: keyof typeof TONE_OF_SUGGEST
  readonly person?: 'pass' | 'risky' | null
}

export function Sample({ checkId, texts, live, tried, person = null }: SampleProperties) {
  const { t } = useTexts()
  return (
    <div className="sample stack-tight">
      <span className="row">
        <Tag tone={TONE_OF_SUGGEST[live]}>{t(`suggest.${live}`)}</Tag>→
        <Tag tone={TONE_OF_SUGGEST[tried]}>{t(`suggest.${tried}`)}</Tag>
        {person && (
          <span className="small">{t('policies.person', { verdict: t(`suggest.${person}`) })}</span>
        )}
        <Link className="mono small" to={`/cases/${encodeURIComponent(checkId)}`}>
          {checkId}
        </Link>
      </span>
      <p className="words">
        {texts === null ? t('policies.noText') : texts.map(({ text }) => text).join('\n')}
      </p>
    </div>
  )
}
