/// <reference lib="dom" />
/** Scrolls a page from top to end, screen by screen, so that lazy content loads and is looked at. */

import type { Screenful } from '@fangxing/contract'
import { findBlanks } from '../look/blank-runs.ts'
import { readScreen } from '../look/raw-screen.ts'
import type { OpenRun } from './open-run.ts'
import { readScale } from './to-screen.ts'

const SETTLE_MS = 250
const SCREENSHOT_MS = 5000
/** Pixels by which a place of the scroll may miss what was asked for: it is rounded. */
const SAME = 2
/** A box of text ends below its last letters by half of its leading. */
const LEADING = 24

export interface Screen {
  /** In pixels of the screen, whole. */
  readonly top: number
  readonly png: Uint8Array
}

/**
 * One screenshot for each screenful, at least one; stops at the end, after `most`, or at `until`
 * (epoch ms).
 */
export async function scrollRun(
  run: OpenRun,
  most: number,
  until: number,
): Promise<readonly Screen[]> {
  const { page } = run
  const screens: Screen[] = []
  const viewport = page.viewportSize() ?? { width: 0, height: 1 }
  for (let nth = 0; nth < most && (nth === 0 || Date.now() < until); nth += 1) {
    const wanted = nth * viewport.height
    // Asked each time: a page that grows wider while it is scrolled is shown smaller.
    const scale = await readScale(run)
    const reached = await page.evaluate(scrollPage, wanted / scale)
    const top = Math.round(reached * scale)
    await page.waitForTimeout(SETTLE_MS)
    if (nth > 0 && top <= (screens.at(-1)?.top ?? 0) + SAME) break
    // The first screen is shown as it is; below, what floats would hide the content again and again.
    if (nth === 1) await page.evaluate(hideFloating)
    screens.push({ top, png: await page.screenshot({ timeout: SCREENSHOT_MS }) })
    if (top < wanted - SAME) break
  }
  await page.evaluate(showFloating)
  return screens
}

/**
 * Runs in the page: scrolls there, and says where the screen begins then.
 *
 * A page that is wider than the screen, and is not shown smaller, scrolls only its own window; the
 * screen is moved inside that by bringing an element into view.
 */
function scrollPage(top: number): number {
  const NEAR = 2
  scrollTo({ top, behavior: 'instant' })
  const view = window.visualViewport
  const rest = document.documentElement.scrollHeight - top
  if (view === null || view.pageTop >= top - NEAR || rest <= NEAR) return view?.pageTop ?? scrollY
  const mark = document.createElement('i')
  mark.style.cssText = `position:absolute;left:0;top:${top}px;width:1px;height:${Math.min(rest, view.height)}px`
  document.documentElement.append(mark)
  mark.scrollIntoView({ block: 'end', inline: 'start', behavior: 'instant' })
  mark.remove()
  return view.pageTop
}

/** Runs in the page: hides what does not scroll with it, bars at the edges aside. */
function hideFloating(): void {
  const BAR_SHARE = 0.2
  for (const one of document.querySelectorAll<HTMLElement>('body *')) {
    if (getComputedStyle(one).position !== 'fixed') continue
    const { top, bottom, height } = one.getBoundingClientRect()
    const isBar = (top <= 1 || bottom >= innerHeight - 1) && height / innerHeight <= BAR_SHARE
    if (isBar) continue
    one.dataset.fangxingHidden = one.style.visibility
    one.style.visibility = 'hidden'
  }
}

/** Runs in the page: back to the top, and as it was. */
function showFloating(): void {
  for (const one of document.querySelectorAll<HTMLElement>('[data-fangxing-hidden]')) {
    one.style.visibility = one.dataset.fangxingHidden ?? ''
    delete one.dataset.fangxingHidden
  }
  scrollTo({ top: 0, behavior: 'instant' })
}

/** `contentEnd`: where the last content ends, in CSS pixels of the document. */
export async function lookAtScreens(
  screens: readonly Screen[],
  contentEnd: number,
): Promise<readonly Screenful[]> {
  const looked: Screenful[] = []
  for (const { top, png } of screens) {
    const screen = await readScreen(png)
    const { rows, columns, area } = findBlanks(screen)
    looked.push({
      top,
      height: screen.height,
      blankRows: {
        share: rows.share,
        box: { x: 0, y: top + rows.from, width: screen.width, height: rows.to - rows.from },
      },
      blankColumns: {
        share: columns.share,
        box: { x: columns.from, y: top, width: columns.to - columns.from, height: screen.height },
      },
      blankArea: area,
      endsContent: rows.to === screen.height && top + rows.from >= contentEnd - LEADING,
    })
  }
  return looked
}
