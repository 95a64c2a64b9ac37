/**
 * Looks at pages in a real browser and tells facts. It never judges.
 *
 * A page is hostile by assumption: the browser keeps its sandbox, has a profile of its own for each
 * run, no permissions, no downloads, and no way out but a proxy that connects only where the caller
 * allows. Bytes, time, screens and connections are bounded.
 */

import type { PageRun, SeenCard } from '@fangxing/contract'
import { launchBrowser, type RunningBrowser } from './browser/launch-browser.ts'
import {
  type Egress,
  type EgressPolicy,
  MATERIAL_HOST,
  startEgress,
} from './browser/start-egress.ts'
import type { PageManifest } from './page-manifest.ts'
import { PHONE_VIEWPORTS } from './phone-viewports.ts'
import { PAGE_LIMITS, type PageLimits } from './run/limits.ts'
import { type PageLook, runPage } from './run/run-page.ts'
import { toCards } from './run/to-cards.ts'

export type PageTarget =
  | { readonly kind: 'address'; readonly address: string }
  /** Paths relative to the folder, with `/`; `entry` is one of them. */
  | {
      readonly kind: 'files'
      readonly files: ReadonlyMap<string, Uint8Array>
      readonly entry: string
    }

export interface PageSight {
  readonly runs: readonly PageRun[]
  /** Of the common viewport. */
  readonly cards: readonly SeenCard[]
  /** Links of the text, cards aside. */
  readonly links: readonly { readonly address: string; readonly text: string }[]
  /** Pictures by the name under which runs show them. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
  /** PNG by name. */
  readonly screenshots: ReadonlyMap<string, Uint8Array>
}

export interface PageEngine {
  /** Of the browser: part of an answer's edition. */
  readonly edition: string
  /** One page at a time, further calls wait. Throws only when the browser itself is gone. */
  observe(name: string, target: PageTarget, options?: ObserveOptions): Promise<PageSight>
  close(): Promise<void>
}

export interface ObserveOptions {
  readonly manifest?: PageManifest | undefined
  /** How often each viewport is opened: a second load tells a bad page from a bad moment. */
  readonly loads?: number | undefined
  readonly onProgress?: ((done: number, all: number) => void) | undefined
}

export interface EngineOptions {
  readonly egress: EgressPolicy
  readonly limits?: Partial<PageLimits> | undefined
  readonly withoutSandbox?: boolean | undefined
}

/** Throws when no browser starts, with the reason and what would help. */
export async function startPageEngine({
  egress: policy,
  limits: wanted = {},
  withoutSandbox,
}: EngineOptions): Promise<PageEngine> {
  const limits = { ...PAGE_LIMITS, ...wanted }
  let running = await launchBrowser({ withoutSandbox })
  // A hostile page may take the whole browser along: the next page gets a new one.
  const alive = async () => {
    if (running.browser.isConnected()) return running
    await running.close().catch(() => {})
    running = await launchBrowser({ withoutSandbox })
    return running
  }
  // One page at a time: a page that takes all it can get would take it from the next one.
  let queue: Promise<unknown> = Promise.resolve()
  const look: PageEngine['observe'] = async (name, target, options = {}) => {
    const egress = await startEgress(policy, {
      mostBytes: limits.bytes,
      mostConnections: limits.connections,
    })
    try {
      return await observe({ running: await alive(), egress, limits }, name, target, options)
    } finally {
      await egress.close()
    }
  }
  return {
    edition: `chromium-${running.version}`,
    observe(...wish) {
      const turn = queue.then(() => look(...wish))
      queue = turn.catch(() => {})
      return turn
    },
    close: () => running.close(),
  }
}

interface Engine {
  readonly running: RunningBrowser
  readonly egress: Egress
  readonly limits: PageLimits
}

async function observe(
  { running, egress, limits }: Engine,
  name: string,
  target: PageTarget,
  { manifest = {}, loads = 1, onProgress = () => {} }: ObserveOptions,
): Promise<PageSight> {
  if (target.kind === 'files') egress.serve(target.files)
  const address =
    target.kind === 'files'
      ? `http://${MATERIAL_HOST}/${target.entry.split('/').map(encodeURIComponent).join('/')}`
      : target.address
  const viewports = Array.from({ length: loads }, () => PHONE_VIEWPORTS).flat()
  let done = 0
  const looks = await Promise.all(
    viewports.map(async ({ width, height }) => {
      const wish = {
        name,
        address,
        viewport: { width, height },
        manifest,
        limits,
        files: target.kind === 'files' ? target.files : null,
        proxy: egress.url,
      }
      const look = await runPage(running.browser, wish)
      done += 1
      onProgress(done, viewports.length)
      return look
    }),
  )
  return toSight(name, looks)
}

function toSight(name: string, looks: readonly PageLook[]): PageSight {
  const [first] = looks
  const layout = first?.layout ?? null
  const screenshots = new Map<string, Uint8Array>()
  const runs = looks.map(({ run, screens }) => {
    const names = screens.map(({ top, png }) => {
      const screenshot = `${run.viewport.width}x${run.viewport.height}@${top}.png`
      screenshots.set(screenshot, png)
      return screenshot
    })
    return names.length === 0 ? run : { ...run, screenshots: names }
  })
  return {
    runs,
    cards: layout === null ? [] : toCards(name, layout),
    links: (layout?.links ?? []).map(({ address, text }) => ({ address, text })),
    pictures: first?.pictures ?? new Map(),
    screenshots,
  }
}
