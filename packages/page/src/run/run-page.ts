/// <reference lib="dom" />
/**
 * One look at a page on one screen: enter, watch, measure, scroll.
 *
 * Never throws on what a page does. What could not be had is absent, and `missing` says why; a run
 * that takes too long keeps what it had seen by then.
 */

import type { MissingFact, PageRun, SeenMotion, Wording } from '@fangxing/contract'
import type { Browser } from 'playwright-core'
import type { PageManifest } from '../page-manifest.ts'
import type { LayoutWish, MeasuredLayout } from '../scripts/layout/layout-facts.ts'
import { writeLayoutScript } from '../scripts/layout/measure-layout.ts'
import { type SampledMotion, sampleMotion } from '../scripts/sample-motion.ts'
import { catchPictures } from './catch-pictures.ts'
import { enterPage, isLoginWall } from './enter-page.ts'
import { findPinned } from './find-pinned.ts'
import type { PageLimits } from './limits.ts'
import { type OpenRun, openRun } from './open-run.ts'
import { lookAtScreens, type Screen, scrollRun } from './scroll-run.ts'
import { isLost, stayHere } from './stay-here.ts'
import { toPageRun } from './to-page-run.ts'
import { readScale, toScreen, toScreenLayout } from './to-screen.ts'
import { watchResources } from './watch-resources.ts'
import { watchRun } from './watch-run.ts'

export interface RunWish {
  readonly name: string
  readonly address: string
  readonly viewport: { readonly width: number; readonly height: number }
  readonly manifest: PageManifest
  readonly limits: PageLimits
  /** Of a page that was handed in as files: then it may not leave for another site. */
  readonly files: ReadonlyMap<string, Uint8Array> | null
  /** Address of the proxy that is the only way out. */
  readonly proxy: string
}

export interface PageLook {
  readonly run: PageRun
  readonly layout: MeasuredLayout | null
  readonly screens: readonly Screen[]
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

const MOTION_EVERY_MS = 60
const SETTLE_MS = 500
/** Of a run's time; then the page is measured as far as it was scrolled. */
const SCROLL_SHARE = 0.7
/** Pixels below the last screenshot that a page may have grown by. */
const MOST_REST = 100

export async function runPage(browser: Browser, wish: RunWish): Promise<PageLook> {
  const open = await openRun(browser, wish.viewport, wish.proxy)
  const deadline = AbortSignal.timeout(wish.limits.run)
  const stop = () => {
    open.close().catch(() => {})
  }
  deadline.addEventListener('abort', stop)
  try {
    return await look(open, wish, deadline)
  } finally {
    deadline.removeEventListener('abort', stop)
    await open.close().catch(() => {})
  }
}

async function look(open: OpenRun, wish: RunWish, deadline: AbortSignal): Promise<PageLook> {
  const caught = catchPictures(open.page, wish.limits)
  const resources = watchResources(open)
  const leaving = wish.files === null ? () => null : await stayHere(open, wish.files)
  const began = Date.now()
  const entry = await enterPage(open, wish.address, wish.limits.navigation)
  const bare = { page: wish.name, viewport: wish.viewport, entry, missing: [] }
  if (entry.outcome !== 'entered')
    return { run: bare, layout: null, screens: [], pictures: new Map() }

  const missing: MissingFact[] = []
  const attempt = async <Fact>(facts: readonly string[], make: () => Promise<Fact>) => {
    try {
      return await make()
    } catch (error) {
      missing.push(...facts.map((fact) => ({ fact, because: because(error, deadline) })))
      return undefined
    }
  }
  const watched = await attempt(['trace', 'sixth', 'flashes', 'overlays'], () =>
    watchRun(open, began, wish.limits.watch),
  )
  if (isLost(open)) {
    const lost = { ...entry, outcome: 'unreachable' as const }
    return { run: { ...bare, entry: lost }, layout: null, screens: [], pictures: new Map() }
  }
  const motions = await attempt(['motions'], () => watchMotion(open, wish.limits))
  const pinned = await attempt(['pinned'], () =>
    findPinned(
      open,
      (wish.manifest.adverts ?? []).map(({ selector }) => selector),
    ),
  )
  const until = began + wish.limits.run * SCROLL_SHARE
  const screens =
    (await attempt(['screenshots'], () => scrollRun(open, wish.limits.screens, until))) ?? []
  const layout = await attempt(['title', 'blocks', 'pictures', 'players'], () =>
    measure(open, wish.manifest),
  )
  const screenfuls = await attempt(['screenfuls'], async () => {
    if (layout === undefined) throw new Error('the layout was not measured')
    return lookAtScreens(screens, layout.contentEnd)
  })
  const outcome = open.hasCrashed()
    ? ('crashed' as const)
    : isLoginWall(watched?.words ?? '')
      ? ('loginWall' as const)
      : ('entered' as const)
  return {
    run: toPageRun({
      bare: { ...bare, entry: { ...entry, outcome, earlyErrors: watched?.earlyErrors ?? [] } },
      watched,
      motions,
      pinned,
      screenfuls,
      layout,
      missing: [
        ...missing,
        ...resources.missing(),
        ...unseen(open, leaving(), screens, layout?.height),
      ],
    }),
    layout: layout ?? null,
    screens,
    pictures: await caught.settle(),
  }
}

async function measure(open: OpenRun, manifest: PageManifest): Promise<MeasuredLayout> {
  const scale = await readScale(open)
  const layout: MeasuredLayout = await open.page.evaluate(writeLayoutScript(toWish(manifest)))
  return toScreenLayout(layout, scale)
}

/** What stands on the page and was not seen: below the last screen, or beyond what the host could draw. */
function unseen(
  { page, gaps }: OpenRun,
  leaving: Wording | null,
  screens: readonly Screen[],
  height = 0,
): readonly MissingFact[] {
  const screen = page.viewportSize()?.height ?? 1
  const last = screens.at(-1)
  const isRest = last !== undefined && height - (last.top + screen) > MOST_REST
  const rest = {
    zh: `只看了前 ${screens.length} 屏，这个页面有 ${Math.ceil(height / screen)} 屏。`,
    en: `The first ${screens.length} screens of ${Math.ceil(height / screen)} were looked at.`,
  }
  return [
    ...(isRest ? [{ fact: 'rest', because: rest }] : []),
    ...[...gaps, ...(leaving === null ? [] : [leaving])].map((because) => ({
      fact: 'content',
      because,
    })),
  ]
}

/** While the page is watched: from the moment its document stands, a little later. */
async function watchMotion(
  open: OpenRun,
  { motion, watch }: PageLimits,
): Promise<readonly SeenMotion[]> {
  const { page } = open
  // Asked of the page: a navigation that was stopped leaves the driver waiting for one.
  const hasDocument = () => document.readyState !== 'loading'
  await page.waitForFunction(hasDocument, undefined, { timeout: watch })
  await page.waitForTimeout(SETTLE_MS)
  const sample = ({ x, y, width, height, ...rest }: SampledMotion): SeenMotion => ({
    box: { x, y, width, height },
    ...rest,
  })
  // Text of the function, since it takes two arguments.
  const text = `(${sampleMotion.toString()})(${motion}, ${MOTION_EVERY_MS})`
  const sampled: readonly SampledMotion[] = await page.evaluate(text)
  const scale = await readScale(open)
  return sampled.map((one) => sample(toScreen(one, scale)))
}

function toWish({ title, content, adverts = [], cards = [] }: PageManifest): LayoutWish {
  return {
    title: title ?? null,
    content: content ?? null,
    adverts: adverts.map(({ selector, isLead = false }) => ({ selector, isLead })),
    cards: cards.map((card) => ({
      selector: card.selector,
      id: card.id ?? null,
      title: card.title ?? null,
      category: card.category ?? null,
      price: card.price ?? null,
      target: card.target ?? null,
    })),
  }
}

function because(error: unknown, deadline: AbortSignal): MissingFact['because'] {
  if (deadline.aborted) {
    return { zh: '页面在限定时间内没有看完。', en: 'The page could not be looked at in time.' }
  }
  const [line = ''] = String(error).split('\n')
  return { zh: `浏览器没有给出结果：${line}。`, en: `The browser gave no answer: ${line}.` }
}
