/**
 * Marks that several pictures of one article, or frames of one video, carry at the same spot.
 *
 * What one picture shows once may be a caption; what three show alike is a watermark. Pure.
 */

import type { SeenPicture, SeenWatermark } from '@fangxing/contract'
import { plainOf } from './find-watermarks.ts'
import { findPlatform } from './platforms.ts'

export interface RepeatedWatermark {
  readonly text: string
  readonly platform?: string
  /** Names of the pictures, in their order, and where the mark is in each. */
  readonly seen: readonly { readonly picture: string; readonly box: SeenWatermark['box'] }[]
}

/** How far the middles may lie apart, as a share of the sides: pictures differ in shape. */
const NEAR = 0.06
const MIN_PICTURES = 3

interface Sighting {
  readonly picture: string
  readonly text: string
  readonly box: SeenWatermark['box']
  readonly x: number
  readonly y: number
}

export function findRepeatedWatermarks(
  pictures: readonly SeenPicture[],
  minimum = MIN_PICTURES,
): readonly RepeatedWatermark[] {
  const groups: Sighting[][] = []
  for (const sighting of pictures.flatMap(sightingsOf)) {
    const group = groups.find(([first]) => first && areAlike(first, sighting))
    if (!group) groups.push([sighting])
    else if (!group.some(({ picture }) => picture === sighting.picture)) group.push(sighting)
  }
  return groups.filter((group) => group.length >= minimum).map(toRepeated)
}

function sightingsOf({ name, format, words = [] }: SeenPicture): readonly Sighting[] {
  if (!format) return []
  return words.map(({ text, box }) => ({
    picture: name,
    text,
    box,
    x: (box.x + box.width / 2) / format.width,
    y: (box.y + box.height / 2) / format.height,
  }))
}

function areAlike(one: Sighting, other: Sighting): boolean {
  const isNear = Math.abs(one.x - other.x) < NEAR && Math.abs(one.y - other.y) < NEAR
  return isNear && plainOf(one.text) !== '' && plainOf(one.text) === plainOf(other.text)
}

function toRepeated(group: readonly Sighting[]): RepeatedWatermark {
  const text = group[0]?.text ?? ''
  const platform = findPlatform(text)
  const seen = group.map(({ picture, box }) => ({ picture, box }))
  return { text, ...(platform !== undefined && { platform }), seen }
}
