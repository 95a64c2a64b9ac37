/** A sound or a video along its time: every hit where it lies, the list of them, and the player. */

import { LABELS } from '@fangxing/contract'
import { useRef } from 'react'
import type { ItemCheck } from '../../api/queue-types.ts'
import { useCommands } from '../../hooks/use-command.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { clockOf, findStretches } from '../../view/review/timeline.ts'
import { useShield } from './use-shield.ts'

interface Properties {
  readonly check: ItemCheck
  readonly isSevere: boolean
}

export function ClipTimeline({ check, isSevere }: Properties) {
  const { t, say } = useTexts()
  const player = useRef<HTMLAudioElement>(null)
  const { isMuted } = useShield(isSevere)
  const stretches = findStretches(check)
  const playFrom = (seconds: number) => {
    if (player.current === null) return
    player.current.currentTime = seconds
    void player.current.play().catch(() => {})
  }
  const toggle = () => {
    if (player.current?.paused) void player.current.play().catch(() => {})
    else player.current?.pause()
  }
  useCommands({ play: toggle })
  const { soundUrl } = check
  return (
    <div className="stack-tight">
      {soundUrl === null ? (
        <p className="soft">{t('queue.clipNotKept')}</p>
      ) : (
        <audio ref={player} src={soundUrl} controls muted={isMuted} preload="metadata" />
      )}
      <section className="timeline-track" aria-label={t('queue.timeline')}>
        {stretches.map(({ from, left, width, words }) => (
          <span
            key={`${from} ${words.en}`}
            className="timeline-hit"
            style={{ left: `${left}%`, width: `${width}%` }}
            title={say(words)}
          />
        ))}
      </section>
      <span className="row-apart soft small">
        <span>0:00</span>
        <span>{clockOf(check.seconds ?? stretches.at(-1)?.to ?? 0)}</span>
      </span>
      <ol className="stack-tight">
        {stretches.map(({ from, to, words, label }) => (
          <li key={`${from} ${to} ${words.en}`} className="row">
            <button
              type="button"
              className="place-link mono"
              disabled={soundUrl === null}
              onClick={() => playFrom(from)}
            >
              {clockOf(from)}–{clockOf(to)}
            </button>
            <span>{say(words)}</span>
            {label !== null && <span className="soft small">{say(LABELS[label])}</span>}
          </li>
        ))}
      </ol>
    </div>
  )
}
