/**
 * What was seen in a picture, as rectangles over it: in percent of its size, so that they stay where
 * they belong at any width of the screen.
 */

import type { Box, Finding, Place, Wording } from '@fangxing/contract'
import type { ItemCheck } from '../../api/queue-types.ts'

export interface DrawnBox {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly words: Wording
}

export function findBoxes({
  judgements,
  hits,
  pictureSize,
}: Pick<ItemCheck, 'judgements' | 'hits' | 'pictureSize'>): readonly DrawnBox[] {
  if (pictureSize === null) return []
  const seen = [
    ...judgements.flatMap(({ outcome }) => findingsOf(outcome)),
    ...hits.map(({ place, term, matched }) => ({
      place,
      message: { zh: `${matched}（${term}）`, en: `${matched} (${term})` },
    })),
  ]
  const drawn = seen.flatMap(({ place, message }) => {
    const box = boxOf(place)
    return box ? [{ ...toPercent(box, pictureSize), words: message }] : []
  })
  return drawn.filter((one, nth) => drawn.findIndex((other) => isSamePlace(one, other)) === nth)
}

function findingsOf(
  outcome: ItemCheck['judgements'][number]['outcome'],
): readonly Pick<Finding, 'place' | 'message'>[] {
  if (outcome.kind === 'violation') return outcome.findings
  return outcome.kind === 'undetermined' ? (outcome.evidence ?? []) : []
}

function boxOf(place: Place): Box | undefined {
  return place.kind === 'picture' ? place.box : undefined
}

function toPercent(box: Box, size: { readonly width: number; readonly height: number }) {
  const inside = (value: number) => Math.min(100, Math.max(0, value))
  const left = inside((box.x / size.width) * 100)
  const top = inside((box.y / size.height) * 100)
  return {
    ...{ left, top },
    width: Math.min(100 - left, (box.width / size.width) * 100),
    height: Math.min(100 - top, (box.height / size.height) * 100),
  }
}

function isSamePlace(one: DrawnBox, other: DrawnBox): boolean {
  return one.left === other.left && one.top === other.top && one.width === other.width
}
