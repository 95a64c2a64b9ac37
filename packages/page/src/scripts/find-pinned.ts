/// <reference lib="dom" />
/**
 * Runs in the page twice, at two places of its scroll: the boxes of what could stay in place.
 *
 * `find-pinned` compares them: what did not move while the page did is pinned, whether by a fixed or
 * a sticky position or by script.
 */

export interface StandingElement {
  /** Its place among all elements: the same in both calls when nothing was added. */
  readonly nth: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly words: string
  readonly isAdvert: boolean
}

export function listStanding(advertSelector: string): StandingElement[] {
  const MOST = 4000
  const LEAST_AREA = 400
  const adverts = new Set<Element>()
  try {
    for (const one of document.querySelectorAll(advertSelector)) adverts.add(one)
  } catch {
    // A selector that was declared wrongly finds nothing.
  }
  return [...document.querySelectorAll('body *')].slice(0, MOST).flatMap((one, nth) => {
    const { x, y, width, height } = one.getBoundingClientRect()
    const isOnScreen = y < innerHeight && y + height > 0
    if (
      width * height < LEAST_AREA ||
      !isOnScreen ||
      width * height > innerWidth * innerHeight * 0.95
    )
      return []
    const words = (one.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 60)
    const isAdvert =
      adverts.has(one) || one.querySelector(advertSelector) !== null || /^广告|广告$/.test(words)
    return [{ nth, x, y, width, height, words, isAdvert }]
  })
}
