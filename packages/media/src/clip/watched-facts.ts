/**
 * What was watched and heard, as the facts that were asked for.
 *
 * A fact whose filter this ffmpeg lacks is missing and says so. What only moving pictures can show is
 * 0 when nothing moves; softness without edges is missing, because it may be either.
 */

import type { MissingFact, SoundFacts, VideoFacts, Wording } from '@fangxing/contract'
import { CLOSE_FACTS, type CloseLook } from './close-look.ts'
import type { Ffmpeg } from './find-ffmpeg.ts'
import type { ClipFormat } from './read-format.ts'
import type { WatchedClip } from './watch-clip.ts'

export interface WatchedFacts {
  readonly video?: VideoFacts
  readonly sound?: SoundFacts
  readonly missing: readonly MissingFact[]
}

const FILTER_OF: Readonly<Record<string, string>> = {
  black: 'blackdetect',
  frozen: 'freezedetect',
  sceneCuts: 'scdet',
  silent: 'silencedetect',
  loudness: 'ebur128',
}

export function watchedFacts(
  { filters }: Ffmpeg,
  format: ClipFormat,
  { pictures, sound, close, decodeErrors }: WatchedClip,
  wanted: readonly string[],
): WatchedFacts {
  const missing: MissingFact[] = []
  const ofVideo: Record<string, unknown> = {
    ...{ black: pictures.black, frozen: pictures.frozen, sceneCuts: pictures.sceneCuts },
    ...{ blur: close.blur, blockiness: close.blockiness, shake: close.shake ?? 0 },
    ...{ interlacedShare: close.interlacedShare ?? 0, repeatedShare: close.repeatedShare ?? 0 },
    decodeErrors,
  }
  const ofSound: Record<string, unknown> = { silent: sound.silent, loudness: sound.loudness }
  const pick = (facts: Record<string, unknown>, mayBeNull: (fact: string) => boolean) => {
    const had = wanted
      .filter((fact) => fact in facts)
      .filter((fact) => {
        const filter = FILTER_OF[fact]
        const because = filter && !filters.has(filter) ? lacking(filter) : NOTHING_TO_SEE
        const isHad = because === NOTHING_TO_SEE && (facts[fact] !== null || mayBeNull(fact))
        if (!isHad) missing.push({ fact, because })
        return isHad
      })
    return Object.fromEntries(had.map((fact) => [fact, facts[fact]]))
  }
  // A recording that was cut off, or a live one, says nothing of its length.
  const length = format.duration === undefined ? { duration: pictures.endsAt || sound.endsAt } : {}
  const video = format.video
    ? { ...length, ...pick(ofVideo, () => false), ...stretchesOf(close, wanted) }
    : {}
  const heard = format.sounds.length > 0 ? pick(ofSound, (fact) => fact === 'loudness') : {}
  return {
    ...(format.video && { video: video as VideoFacts }),
    ...(format.sounds.length > 0 && {
      sound: { streams: format.sounds.length, ...length, ...heard },
    }),
    missing,
  }
}

/** Of each stretch the numbers that were asked for. */
function stretchesOf({ stretches }: CloseLook, wanted: readonly string[]) {
  const facts = CLOSE_FACTS.filter((fact) => wanted.includes(fact))
  if (facts.length === 0) return {}
  const told = stretches.map(({ from, to, ...values }) => {
    const had = facts.filter((fact) => values[fact] !== undefined)
    return { from, to, ...Object.fromEntries(had.map((fact) => [fact, values[fact]])) }
  })
  return { stretches: told }
}

function lacking(filter: string): Wording {
  return {
    zh: `本机的 ffmpeg 没有 ${filter} 滤镜，请换用完整的构建。`,
    en: `The ffmpeg of this machine lacks its ${filter} filter. Install a complete build.`,
  }
}

const NOTHING_TO_SEE: Wording = {
  zh: '看过的画面里没有足够的轮廓可测。',
  en: 'The frames that were looked at have too few edges to measure.',
}
