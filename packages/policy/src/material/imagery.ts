/**
 * Judging measures of pictures and clips: each item is looked at, or it is said that it was not.
 *
 * A rule gives a function from one item to findings, or null where the measure is absent. Any item
 * without its measure sends the material to a person, unless another one is already sure.
 */

import {
  type ClipPlace,
  type Finding,
  inapplicable,
  type Outcome,
  type PicturePlace,
  type SeenClip,
  type SeenPicture,
  undetermined,
  type VideoFacts,
  violationOrPass,
  type Wording,
} from '@fangxing/contract'
import { say } from '../say.ts'

/** Findings of one item; null: what is needed was not measured. */
export type Look<Item> = (item: Item) => readonly Finding[] | null

export function judgePictures(
  pictures: readonly SeenPicture[],
  look: Look<SeenPicture>,
  doubt?: Wording,
): Outcome {
  return judgeItems(pictures, [], look, () => [], doubt)
}

/** `doubt`: the question to a person where findings are only hints; absent: findings are sure. */
export function judgeBoth(
  pictures: readonly SeenPicture[],
  clips: readonly SeenClip[],
  lookAtPicture: Look<SeenPicture>,
  lookAtClip: Look<SeenClip>,
  doubt?: Wording,
): Outcome {
  return judgeItems(pictures, clips, lookAtPicture, lookAtClip, doubt)
}

export function judgeClips(
  clips: readonly SeenClip[],
  look: Look<SeenClip>,
  doubt?: Wording,
): Outcome {
  return judgeItems([], clips, () => [], look, doubt)
}

/** A look at the picture track; a sound without one has nothing to look at. */
export function inVideo(
  look: (video: VideoFacts, clip: SeenClip) => readonly Finding[] | null,
): Look<SeenClip> {
  return (clip) => {
    if (clip.video !== undefined) return look(clip.video, clip)
    return clip.sound === undefined ? null : []
  }
}

function judgeItems(
  pictures: readonly SeenPicture[],
  clips: readonly SeenClip[],
  lookAtPicture: Look<SeenPicture>,
  lookAtClip: Look<SeenClip>,
  doubt: Wording | undefined,
): Outcome {
  const looks = [
    ...pictures.map((picture) => ({ name: picture.name, found: lookAtPicture(picture) })),
    ...clips.map((clip) => ({ name: clip.name, found: lookAtClip(clip) })),
  ]
  if (looks.length === 0) return inapplicable
  const findings = looks.flatMap(({ found }) => found ?? [])
  if (findings.length > 0)
    return doubt === undefined ? violationOrPass(findings) : undetermined(doubt, findings)
  const unseen = looks.find(({ found }) => found === null)
  return unseen === undefined ? violationOrPass([]) : undetermined(notMeasured(unseen.name))
}

function notMeasured(name: string): Wording {
  return say(`“${name}”没有测到这一项。`, `This was not measured of “${name}”.`)
}

export function pictureAt({ name }: SeenPicture): PicturePlace {
  return { kind: 'picture', picture: name }
}

export function clipAt({ name, video, sound }: SeenClip): ClipPlace {
  return { kind: 'clip', clip: name, from: 0, to: video?.duration ?? sound?.duration ?? 0 }
}

/** One finding when `isWrong`, else none. */
export function when(
  isWrong: boolean,
  place: Finding['place'],
  message: Wording,
  measured: string,
  limit: string,
): readonly Finding[] {
  return isWrong ? [{ place, message, measured, limit }] : []
}
