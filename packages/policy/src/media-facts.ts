/**
 * How rules read pictures and clips: a fact that is absent is told with the engine's own reason.
 *
 * A clip is judged by its frames as pictures are; a frame stands for the time until the next one.
 * Pure and total.
 */

import {
  type ClipPlace,
  type Finding,
  inapplicable,
  type Outcome,
  type PicturePlace,
  type SeenClip,
  type SeenPicture,
  type TermHit,
  undetermined,
  violationOrPass,
  type Wording,
} from '@fangxing/contract'
import { say, withoutStop } from './say.ts'

/** A picture, or one frame of a clip, with the place that its findings get. */
export interface Sight {
  readonly picture: SeenPicture
  readonly place: PicturePlace | ClipPlace
}

export function sightsOf(pictures: readonly SeenPicture[]): readonly Sight[] {
  return pictures.map((picture) => ({ picture, place: { kind: 'picture', picture: picture.name } }))
}

export function framesOf(clips: readonly SeenClip[]): readonly Sight[] {
  return clips.flatMap(({ name, video }) => {
    const frames = video?.frames ?? []
    return frames.map(({ at, picture }, index) => ({
      picture,
      place: { kind: 'clip', clip: name, from: at, to: frames[index + 1]?.at ?? endOf(at, video) },
    }))
  })
}

function endOf(at: number, video: SeenClip['video']): number {
  return Math.max(at, video?.duration ?? at)
}

/** The part of the picture or frame that the box names. */
export function placeOf({ place }: Sight, box: PicturePlace['box']): Sight['place'] {
  return box === undefined ? place : { ...place, box }
}

export type PictureFact = 'words' | 'codes' | 'classes' | 'known'

/** Findings, if there are any; else whether all could be looked at for them. */
export function judgeSights(
  sights: readonly Sight[],
  fact: PictureFact,
  find: (sight: Sight) => readonly Finding[],
): Outcome {
  if (sights.length === 0) return inapplicable
  const outcome = violationOrPass(sights.flatMap(find))
  if (outcome.kind === 'violation') return outcome
  const blind = sights.find(({ picture }) => picture[fact] === undefined)
  return blind ? undetermined(whyAbsent(blind.picture, fact)) : outcome
}

/** The same for the frames of clips: a video without a frame was not looked at. */
export function judgeFrames(
  clips: readonly SeenClip[],
  fact: PictureFact,
  find: (sight: Sight) => readonly Finding[],
): Outcome {
  const outcome = judgeSights(framesOf(clips), fact, find)
  const unseen = clips.find(isUnseen)
  if (outcome.kind === 'violation' || unseen === undefined) return outcome
  return undetermined(whyAbsent(unseen, 'frames'))
}

/** Findings of words, if there are any; else whether all that is said and shown was written down. */
export function judgeWords(clips: readonly SeenClip[], findings: readonly Finding[]): Outcome {
  if (clips.length === 0) return inapplicable
  const outcome = violationOrPass(findings)
  if (outcome.kind === 'violation') return outcome
  const unheard = clips.find(isUnheard)
  if (unheard !== undefined) return undetermined(whyAbsent(unheard, 'speech'))
  const seen = judgeFrames(clips, 'words', () => [])
  return seen.kind === 'inapplicable' ? outcome : seen
}

/** True when there is a picture track, or nobody knows, and no frame of it was looked at. */
export function isUnseen({ type = '', video, missing }: SeenClip): boolean {
  if (video !== undefined) return (video.frames ?? []).length === 0
  return !type.startsWith('audio/') && (type === '' || missing.some(({ fact }) => fact === 'video'))
}

/** True when something can be heard, or nobody knows, and what is said was not written down. */
export function isUnheard({ type = '', sound, missing }: SeenClip): boolean {
  if (sound === undefined) {
    return type.startsWith('audio/') || missing.some(({ fact }) => fact === 'sound')
  }
  return sound.streams > 0 && sound.loudness !== null && sound.speech === undefined
}

/** The engine's own reason, or that the fact is not there. */
export function whyAbsent(
  { name, missing }: Pick<SeenPicture | SeenClip, 'name' | 'missing'>,
  fact: string,
): Wording {
  const because = missing.find((one) => one.fact === fact)?.because
  if (because === undefined) {
    return say(`“${name}”没有测到 ${fact}。`, `“${name}”: ${fact} was not measured.`)
  }
  const { zh, en } = withoutStop(because)
  return say(`“${name}”没有测到 ${fact}：${zh}。`, `“${name}”: ${fact} was not measured: ${en}.`)
}

export function hitsIn(kind: 'picture' | 'clip', hits: readonly TermHit[]): readonly TermHit[] {
  return hits.filter(({ place }) => place.kind === kind)
}
