/** Where findings stand on one screen or picture, in its own pixels. */

import type { Box, Finding } from '@fangxing/contract'

/** `plate`: the name of a screen says which one it is (`375x812@1624.png`), else of a picture. */
export function boxesOn(plate: string, findings: readonly Finding[]): readonly Box[] {
  const [, width, height, top] = (/^(\d+)x(\d+)@([\d.]+)/.exec(plate) ?? []).map(Number)
  if (width === undefined || height === undefined || top === undefined) {
    return findings.flatMap(({ place }) =>
      place.kind === 'picture' && place.picture === plate && place.box ? [place.box] : [],
    )
  }
  return findings.flatMap(({ place }) => {
    if (place.kind !== 'page' || place.box === undefined) return []
    if (place.width !== undefined && place.width !== width) return []
    const { box } = place
    const isOn = box.y < top + height && box.y + box.height > top
    return isOn ? [{ ...box, y: box.y - top }] : []
  })
}
