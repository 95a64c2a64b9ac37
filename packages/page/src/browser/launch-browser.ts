/**
 * Starts the browser in which hostile pages are looked at.
 *
 * Its own sandbox stays on. Chromium refuses that to root, so for root it is started in
 * a user namespace in which it is nobody in particular; where the kernel has no such namespaces it
 * does not start, unless the caller accepts a browser without a sandbox.
 */

import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { findBrowser } from './find-browser.ts'

const ARGUMENTS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--disable-quic',
  // Neither devices nor direct connections around the proxy.
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-features=WebUSB,WebBluetooth,WebHID,MediaRouter,DialMediaRouteProvider',
  '--js-flags=--max-old-space-size=512',
  '--mute-audio',
]

export interface BrowserOptions {
  /** Start without a sandbox where there can be none. Only for pages of one's own. */
  readonly withoutSandbox?: boolean | undefined
}

export interface RunningBrowser {
  readonly browser: Browser
  readonly version: string
  close(): Promise<void>
}

/** Throws when no browser starts: the message says why, and what would help. */
export async function launchBrowser({
  withoutSandbox = false,
}: BrowserOptions = {}): Promise<RunningBrowser> {
  const found = await findBrowser()
  const asNobody = isRoot() && !withoutSandbox
  if (asNobody && !hasUserNamespaces()) throw new Error(NO_SANDBOX)
  const folder = asNobody ? await mkdtemp(join(tmpdir(), 'fangxing-browser-')) : null
  const executablePath = folder === null ? found : await writeWrapper(folder, found)
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: !withoutSandbox,
    args: ARGUMENTS,
  })
  return {
    browser,
    version: browser.version(),
    async close() {
      await browser.close()
      if (folder !== null) await rm(folder, { recursive: true, force: true })
    },
  }
}

const NO_SANDBOX =
  'Chromium keeps its sandbox only for users other than root, and this machine has no user namespaces: run as another user, or allow them'

function isRoot(): boolean {
  return process.getuid?.() === 0
}

function hasUserNamespaces(): boolean {
  try {
    execFileSync('unshare', ['--user', '--map-user=1000', '--map-group=1000', 'true'], {
      stdio: 'ignore',
    })
    return true
  } catch {
    return false
  }
}

/** A script in place of the browser: Playwright takes a path, not a command line. */
async function writeWrapper(folder: string, browser: string): Promise<string> {
  const path = join(folder, 'browser')
  const script = `#!/bin/sh\nexec unshare --user --map-user=1000 --map-group=1000 -- '${browser}' "$@"\n`
  await writeFile(path, script, { mode: 0o700 })
  return path
}
