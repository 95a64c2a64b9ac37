/**
 * What was found in a sound or a video, along its time: each hit as a stretch in percent, and the
 * list of them by seconds.
 */

import type { ClipPlace, Finding, Label, Wording } from '@fangxing/contract'
import type { ItemCheck } from '../../api/queue-types.ts'

export interface Stretch {
  readonly from: number
  readonly to: number
  readonly left: number
  readonly width: number
  readonly words: Wording
  readonly label: Label | null
}

/** A hit of half a second in an hour would not be seen. */
const LEAST_PERCENT = 0.8

export function findStretches({
  judgements,
  hits,
  seconds,
}: Pick<ItemCheck, 'judgements' | 'hits' | 'seconds'>): readonly Stretch[] {
  const found = [
    ...judgements.flatMap(({ outcome }) => {
      if (outcome.kind === 'violation') return outcome.findings.map(toSeen)
      return outcome.kind === 'undetermined' ? (outcome.evidence ?? []).map(toSeen) : []
    }),
    ...hits.map(({ place, matched, term, label }) => ({
      ...{ place, label },
      words: { zh: `${matched}（${term}）`, en: `${matched} (${term})` },
    })),
  ]
  const clips = found.flatMap(({ place, words, label }) =>
    place.kind === 'clip' ? [{ place, words, label }] : [],
  )
  const length = Math.max(seconds ?? 0, ...clips.map(({ place }) => place.to), 1)
  return clips
    .map(({ place, words, label }) => ({ ...toStretch(place, length), words, label }))
    .sort((one, other) => one.from - other.from || one.to - other.to)
}

function toSeen({ place, message }: Pick<Finding, 'place' | 'message'>) {
  return { place, words: message, label: null }
}

function toStretch({ from, to }: ClipPlace, length: number) {
  const left = Math.min(100 - LEAST_PERCENT, (from / length) * 100)
  const width = Math.max(LEAST_PERCENT, ((to - from) / length) * 100)
  return { from, to, left, width: Math.min(width, 100 - left) }
}

/** `1:05`, `12:00`, `1:00:05`. */
export function clockOf(seconds: number): string {
  const whole = Math.floor(seconds)
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}
