/// <reference lib="dom" />
/** The first six seconds of a page: frames for flashes, then the screen that decides blank or not. */

import type { PageTrace, ScreenLook, SeenFlash, SeenOverlay } from '@fangxing/contract'
import { findDominantColour } from '../look/dominant-colour.ts'
import { findFlashes, type LumaFrame } from '../look/flashes.ts'
import { lumaAt, readScreen } from '../look/raw-screen.ts'
import { measureContention, middleOf } from './measure-contention.ts'
import type { OpenRun } from './open-run.ts'
import { toOverlays } from './to-overlays.ts'
import { readScale, toScreen } from './to-screen.ts'

const FRAME_MS = 100
/** Columns of the grid that flashes are looked for in. */
const GRID = 24
const SCREENSHOT_MS = 5000
/** Frames from one measure of the machine to the next: about a second. */
const CONTENTION_EVERY = 10

export interface WatchedRun {
  readonly trace: PageTrace
  readonly sixth: ScreenLook
  readonly flashes: readonly SeenFlash[]
  readonly overlays: readonly SeenOverlay[]
  readonly earlyErrors: readonly string[]
  readonly words: string
}

/** `began`: the moment of navigation, epoch ms. */
export async function watchRun(run: OpenRun, began: number, limitMs: number): Promise<WatchedRun> {
  const { page } = run
  const frames: LumaFrame[] = []
  const contention: number[] = []
  while (Date.now() - began < limitMs) {
    const at = Date.now() - began
    frames.push({ at, cells: await takeCells(run) })
    if (frames.length % CONTENTION_EVERY === 1) contention.push(measureContention())
    const rest = FRAME_MS - (Date.now() - began - at)
    if (rest > 0) await page.waitForTimeout(rest)
  }
  const screen = await readScreen(await page.screenshot({ timeout: SCREENSHOT_MS }))
  const { share, luma } = findDominantColour(screen)
  const seen = await page.evaluate(readWatch)
  const scale = await readScale(run)
  return {
    trace: { ...seen.trace, contention: middleOf(contention) },
    sixth: {
      dominantShare: share,
      dominantLuma: luma,
      characters: seen.characters,
      pictures: seen.pictures,
    },
    flashes: findFlashes(frames),
    overlays: toOverlays(
      seen.layers.map((layer) => toScreen(layer, scale)),
      run.dialogs,
      { width: screen.width, height: screen.height },
    ),
    earlyErrors: seen.earlyErrors,
    words: seen.words,
  }
}

async function takeCells({ page }: OpenRun): Promise<Float32Array> {
  const jpeg = await page.screenshot({ type: 'jpeg', quality: 40, timeout: SCREENSHOT_MS })
  const screen = await readScreen(jpeg, GRID)
  return Float32Array.from({ length: screen.width * screen.height }, (_, pixel) =>
    lumaAt(screen, pixel),
  )
}

/** Runs in the page. */
function readWatch() {
  const watch = globalThis.fangxingWatch ?? {
    longTasks: [],
    layoutShift: 0,
    earlyErrors: [],
    layers: [],
  }
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const paint = performance.getEntriesByName('first-contentful-paint')[0]
  const load =
    navigation === undefined || navigation.loadEventEnd === 0 ? null : navigation.loadEventEnd
  const isOnScreen = (one: Element) => {
    const { top, bottom, width, height } = one.getBoundingClientRect()
    return width > 0 && height > 0 && bottom > 0 && top < innerHeight
  }
  let characters = 0
  const walker = document.createTreeWalker(
    document.body ?? document.documentElement,
    NodeFilter.SHOW_TEXT,
  )
  for (
    let node = walker.nextNode();
    node !== null && characters < 100_000;
    node = walker.nextNode()
  ) {
    const { parentElement } = node
    if (parentElement === null || !isOnScreen(parentElement)) continue
    if (['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(parentElement.tagName)) continue
    if (getComputedStyle(parentElement).visibility !== 'visible') continue
    characters += (node.textContent ?? '').trim().length
  }
  const pictures = [...document.images].filter(
    (one) => one.complete && one.naturalWidth > 0 && isOnScreen(one),
  ).length
  const players = [...document.querySelectorAll('video, canvas, svg')].filter(isOnScreen).length
  return {
    trace: {
      load,
      firstPaint: paint?.startTime ?? null,
      longTasks: watch.longTasks,
      totalBlocking: watch.longTasks.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0),
      layoutShift: watch.layoutShift,
    },
    characters,
    pictures: pictures + players,
    layers: watch.layers,
    earlyErrors: watch.earlyErrors,
    words: (document.body?.innerText ?? '').replace(/\s+/g, ' ').trim().slice(0, 2000),
  }
}
