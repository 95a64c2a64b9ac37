/**
 * A real Chromium for the walks: the machine's own when there is one, else the one that npm brought.
 *
 * `CHROMIUM_PATH` names a browser; the word `npm` asks for npm's even where the machine has one.
 */

import { existsSync } from 'node:fs'
import packed from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const USUAL_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
]

export async function openBrowser(): Promise<Browser> {
  const wanted = process.env.CHROMIUM_PATH
  const found = [wanted, ...USUAL_PATHS].find((path) => path !== undefined && existsSync(path))
  if (found !== undefined && wanted !== 'npm') return chromium.launch({ executablePath: found })
  // Without the arguments it proposes: one switches web security off, which the walk is there to see.
  return chromium.launch({ executablePath: await packed.executablePath() })
}
