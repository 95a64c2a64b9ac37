/**
 * Which share of a picture lies in boxes of words: what is covered twice counts once.
 *
 * In pixels of the picture, 0 to 1. O(n²) in the boxes, which are some hundreds at most. Pure.
 */

import type { Box, SeenWords } from '@fangxing/contract'

export function wordShareOf(
  words: readonly SeenWords[],
  { width, height }: { readonly width: number; readonly height: number },
): number {
  const boxes = words.map(({ box }) => box)
  const edges = [...new Set(boxes.flatMap(({ y, height: tall }) => [y, y + tall]))]
  edges.sort((one, other) => one - other)
  let covered = 0
  for (const [index, top] of edges.slice(0, -1).entries()) {
    const bottom = edges[index + 1] ?? top
    const across = boxes.filter(({ y, height: tall }) => y <= top && y + tall >= bottom)
    covered += (bottom - top) * lengthOf(across)
  }
  return Math.min(1, Math.round((covered / (width * height)) * 10_000) / 10_000)
}

/** How much of a horizontal line the boxes cover together. */
function lengthOf(boxes: readonly Box[]): number {
  let length = 0
  let reached = Number.NEGATIVE_INFINITY
  for (const { x, width } of boxes.toSorted((one, other) => one.x - other.x)) {
    length += Math.max(0, x + width - Math.max(x, reached))
    reached = Math.max(reached, x + width)
  }
  return length
}
