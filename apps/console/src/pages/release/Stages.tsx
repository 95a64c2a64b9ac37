/** The life of a release as a row of stages; words stand under each, colour only helps. */

import type { Release, ReleaseEvent } from '../../api/types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { type StageStatus, stagesOf } from '../../view/release-life.ts'

const SIGN: Readonly<Record<StageStatus, string>> = {
  done: '✓',
  here: '●',
  stopped: '✕',
  waiting: '',
  skipped: '–',
}

interface Properties {
  readonly release: Release
  readonly events: readonly ReleaseEvent[]
}

export function Stages({ release, events }: Properties) {
  const { t } = useTexts()
  const last = events.findLast(({ state }) => state === release.state)
  const stages = stagesOf({
    state: release.state,
    filed: release.filing !== null,
    machineRejected: last?.kind === 'machineRejected',
  })
  return (
    <section className="card stages-card">
      <h2>{t('release.life')}</h2>
      <ol className="stages">
        {stages.map(({ stage, status }) => (
          <li
            key={stage}
            className={`is-${status}`}
            {...(status === 'here' ? { 'aria-current': 'step' as const } : {})}
          >
            <span className="stage-dot" aria-hidden="true">
              {SIGN[status]}
            </span>
            <span className="stage-name">{t(`stage.${stage}`)}</span>
            <span className="stage-status">{t(`stageStatus.${status}`)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
