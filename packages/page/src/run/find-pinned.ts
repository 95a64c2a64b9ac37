/// <reference lib="dom" />
/** What stays in place while the page scrolls: boxes at two places of the scroll, compared. */

import type { PinnedElement } from '@fangxing/contract'
import { ADVERT_PATTERNS, ADVERT_TAGS } from '../scripts/advert-selectors.ts'
import { listStanding, type StandingElement } from '../scripts/find-pinned.ts'
import type { OpenRun } from './open-run.ts'
import { readScale, toScreen } from './to-screen.ts'

const SETTLE_MS = 150
const SAME = 2

/** `declared`: selectors of adverts; empty when the page does not scroll. */
export async function findPinned(
  run: OpenRun,
  declared: readonly string[],
): Promise<readonly PinnedElement[]> {
  const { page } = run
  const selector = [ADVERT_TAGS, ADVERT_PATTERNS, ...declared].join(', ')
  const viewport = page.viewportSize() ?? { width: 1, height: 1 }
  const scale = await readScale(run)
  const scrollTo = (top: number) =>
    page.evaluate((to) => {
      window.scrollTo({ top: to, behavior: 'instant' })
      return scrollY
    }, top / scale)
  // Two places beyond the first: a sticky element stands only once its place is reached.
  const first = await scrollTo(viewport.height * 0.4)
  await page.waitForTimeout(SETTLE_MS)
  const before = await page.evaluate(listStanding, selector)
  const second = await scrollTo(viewport.height * 0.8)
  await page.waitForTimeout(SETTLE_MS)
  const after = await page.evaluate(listStanding, selector)
  await scrollTo(0)
  if (second - first < SAME) return []
  const stood = new Map(after.map((one) => [one.nth, one]))
  return outermost(before.filter((one) => isSame(one, stood.get(one.nth)))).map((one) =>
    toPinned(toScreen(one, scale), viewport),
  )
}

function isSame(one: StandingElement, other: StandingElement | undefined): boolean {
  return (
    other !== undefined &&
    Math.abs(one.y - other.y) < SAME &&
    Math.abs(one.x - other.x) < SAME &&
    one.words === other.words
  )
}

/** Of elements inside one another the outer one; an advert inside makes it an advert. */
function outermost(standing: readonly StandingElement[]): readonly StandingElement[] {
  const kept: StandingElement[] = []
  for (const one of standing) {
    const outer = kept.find((other) => contains(other, one))
    if (outer === undefined) kept.push(one)
  }
  return kept
}

function contains(outer: StandingElement, inner: StandingElement): boolean {
  return (
    inner.x >= outer.x - SAME &&
    inner.y >= outer.y - SAME &&
    inner.x + inner.width <= outer.x + outer.width + SAME &&
    inner.y + inner.height <= outer.y + outer.height + SAME
  )
}

function toPinned(
  { x, y, width, height, words, isAdvert }: StandingElement,
  viewport: { readonly width: number; readonly height: number },
): PinnedElement {
  const isAtTop = y <= SAME
  const isAtBottom = y + height >= viewport.height - SAME
  return {
    box: { x, y, width, height },
    share: (width * height) / (viewport.width * viewport.height),
    isAdvert,
    edge: isAtBottom ? 'bottom' : isAtTop ? 'top' : 'none',
    words,
  }
}
