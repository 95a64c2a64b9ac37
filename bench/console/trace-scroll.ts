/**
 * How long the browser's main thread is busy at a time while somebody scrolls through a list.
 *
 * Scrolls a screen at a time, so that rows are drawn and pages asked for on the way; answers the
 * longest task in processor time and how many lasted over 50 ms of it.
 */

import { openBrowser } from '../../apps/console/test/browser.ts'

const STEPS = 60
const LONG_US = 50_000

interface TraceEvent {
  readonly name: string
  readonly dur?: number
  /** The thread's own time, in microseconds. */
  readonly tdur?: number
}

export async function traceScroll(url: string, session: string, path: string): Promise<string> {
  const browser = await openBrowser()
  try {
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width: 1280, height: 800 },
    })
    await context.addCookies([{ name: 'fangxing_session', value: session, url }])
    const page = await context.newPage()
    await page.goto(path)
    await page.locator('main li').first().waitFor()
    await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] })
    for (let step = 0; step < STEPS; step += 1) {
      await page.mouse.move(640, 600)
      await page.mouse.wheel(0, 700)
      await page.waitForTimeout(50)
    }
    const shown = await page.locator('main li').count()
    const reached = await page.evaluate(() => Math.round(scrollY))
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8')) as {
      traceEvents: readonly TraceEvent[]
    }
    const tasks = traceEvents
      .filter(({ name }) => name.endsWith('RunTask'))
      .map(({ tdur = 0 }) => tdur)
    const longest = Math.max(0, ...tasks)
    const long = tasks.filter((time) => time > LONG_US).length
    return (
      `longest task ${(longest / 1000).toFixed(0)} ms of processor time, ${long} over 50 ms; ` +
      `${reached} px down, ${shown} rows in the document`
    )
  } finally {
    await browser.close()
  }
}
