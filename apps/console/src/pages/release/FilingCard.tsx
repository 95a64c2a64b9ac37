/** The clock of a filing: start and due side by side, and what happens when nobody answers. */

import type { Filing, ReleaseState } from '../../api/types.ts'
import { useNow } from '../../hooks/use-now.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Moment } from '../../parts/Moment.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { type FilingClock, filingClock, isRunning } from '../../view/filing-clock.ts'
import { describeRegion } from '../../view/regions.ts'
import { describeEnd, describeSpan } from '../../view/times.ts'

const TONE_OF_OUTCOME = {
  open: 'violet',
  passed: 'green',
  rejected: 'red',
  aborted: 'grey',
} as const

interface Properties {
  readonly filing: Filing
  readonly state: ReleaseState
}

export function FilingCard({ filing, state }: Properties) {
  const { t, language } = useTexts()
  const clock = filingClock(filing, useNow())
  return (
    <section className="card stack filing-card">
      <div className="row-apart">
        <h2>{t('filing.title')}</h2>
        <Tag tone={TONE_OF_OUTCOME[filing.outcome]}>{t(`filing.outcome.${filing.outcome}`)}</Tag>
      </div>
      {isRunning(filing.outcome) && state !== 'preLaunch' && <Remaining clock={clock} />}
      <Ends clock={clock} />
      <p className="soft small">{t(`filing.${filing.policy.kind}`)}</p>
      {isRunning(filing.outcome) && (
        <p>{t(clock.dueAt === null ? 'filing.paused' : `filing.silence_${clock.silence}`)}</p>
      )}
      <dl className="facts">
        <dt>{t('filing.region')}</dt>
        <dd>{describeRegion(filing.region, language)}</dd>
        <dt>{t('filing.categories')}</dt>
        <dd>{filing.categories.map(({ first, second }) => `${first} · ${second}`).join('、')}</dd>
      </dl>
    </section>
  )
}

function Remaining({ clock }: { readonly clock: FilingClock }) {
  const { t, language } = useTexts()
  const { remainingMs, share } = clock
  return (
    <div className="stack-tight">
      <span className="big-figure">
        {remainingMs === null
          ? t('filing.noDue')
          : t('filing.remaining', { span: describeSpan(remainingMs, language) })}
      </span>
      {share !== null && (
        <div
          className="clock-track"
          role="progressbar"
          aria-label={t('filing.progress')}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(share * 100)}
        >
          <div className="clock-fill" style={{ width: `${share * 100}%` }} />
        </div>
      )}
    </div>
  )
}

function Ends({ clock }: { readonly clock: FilingClock }) {
  const { t } = useTexts()
  return (
    <div className="clock-ends">
      <div>
        <div className="soft small">{t('filing.start')}</div>
        <Moment at={clock.startsAt} />
      </div>
      <div>
        <div className="soft small">{t('filing.due')}</div>
        {clock.dueAt === null ? t('filing.noDue') : describeEnd(clock.dueAt)}
      </div>
    </div>
  )
}
