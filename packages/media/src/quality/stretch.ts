/**
 * How far a picture is stretched where it is shown: the ratio of its sides there over its own ratio.
 */

import type { Box } from '@fangxing/contract'

type Sides = Pick<Box, 'width' | 'height'>

/** 1 is not stretched, 1.2 is a fifth wider than it should be, 0.8 a fifth narrower; null without area. */
export function stretchOf(natural: Sides, shown: Sides): number | null {
  const sides = [natural.width, natural.height, shown.width, shown.height]
  if (sides.some((side) => !(side > 0))) return null
  return shown.width / shown.height / (natural.width / natural.height)
}
