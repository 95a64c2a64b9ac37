/**
 * Where a Chromium is: the machine's own when there is one, else the one that npm brought.
 *
 * `CHROMIUM_PATH` names a browser; the word `npm` asks for npm's even where the machine has one.
 */

import { existsSync } from 'node:fs'
import packed from '@sparticuz/chromium'

const USUAL_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
]

/** npm's is unpacked into the temporary folder when it is first asked for. */
export async function findBrowser(): Promise<string> {
  const wanted = process.env.CHROMIUM_PATH
  const found = [wanted, ...USUAL_PATHS].find((path) => path !== undefined && existsSync(path))
  return found !== undefined && wanted !== 'npm' ? found : packed.executablePath()
}
