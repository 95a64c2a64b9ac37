/**
 * A window of its own for one run: phone-sized, no permissions, no downloads, nothing kept.
 *
 * Dialogs that a page opens are closed and noted; windows that it opens are closed.
 */

import type { Wording } from '@fangxing/contract'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { GAP_MARK } from '../program/host/report.ts'
import { watchPage } from '../scripts/watch-page.ts'

export interface OpenRun {
  readonly context: BrowserContext
  readonly page: Page
  /** What the page said in native dialogs, with the moment. */
  readonly dialogs: { readonly at: number; readonly words: string }[]
  /** What the host of a mini-program said that it could not show. */
  readonly gaps: readonly Wording[]
  hasCrashed(): boolean
  close(): Promise<void>
}

const PHONE =
  'Mozilla/5.0 (Linux; Android 14; Mobile) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36'

/** `proxy`: every request of the page goes through it, loopback included. */
export async function openRun(
  browser: Browser,
  viewport: { readonly width: number; readonly height: number },
  proxy: string,
): Promise<OpenRun> {
  const context = await browser.newContext({
    viewport,
    proxy: { server: proxy },
    deviceScaleFactor: 1,
    isMobile: true,
    hasTouch: true,
    acceptDownloads: false,
    permissions: [],
    serviceWorkers: 'block',
    userAgent: PHONE,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  await context.addInitScript(watchPage)
  const page = await context.newPage()
  const began = Date.now()
  const dialogs: OpenRun['dialogs'] = []
  let crashed = false
  page.on('dialog', (dialog) => {
    if (dialogs.length < 100) dialogs.push({ at: Date.now() - began, words: dialog.message() })
    dialog.dismiss().catch(() => {})
  })
  const gaps = listenForGaps(page)
  page.on('popup', (popup) => {
    popup.close().catch(() => {})
  })
  page.on('crash', () => {
    crashed = true
  })
  return {
    context,
    page,
    dialogs,
    gaps,
    hasCrashed: () => crashed,
    close: () => context.close(),
  }
}

/** An ordinary page may say the same words: then it has told that something of it is missing. */
function listenForGaps(page: Page): readonly Wording[] {
  const MOST = 100
  const gaps: Wording[] = []
  page.on('console', (message) => {
    const text = message.text()
    if (!text.startsWith(GAP_MARK) || gaps.length >= MOST) return
    try {
      const { zh, en } = JSON.parse(text.slice(GAP_MARK.length))
      if (typeof zh === 'string' && typeof en === 'string') gaps.push({ zh, en })
    } catch {
      // Not ours.
    }
  })
  return gaps
}
