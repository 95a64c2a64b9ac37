/** Goes to a page and says how that ended, whatever the page does. */

import type { PageEntry } from '@fangxing/contract'
import type { OpenRun } from './open-run.ts'

const LOGIN =
  /请(?:先)?登录|登录后(?:查看|继续)|手机号登录|微信登录|log ?in to continue|sign in to continue/i
const LONGEST_WALL = 200

export async function enterPage(
  run: OpenRun,
  address: string,
  limitMs: number,
): Promise<PageEntry> {
  const { page } = run
  try {
    const response = await page.goto(address, { waitUntil: 'commit', timeout: limitMs })
    const status = response?.status() ?? null
    const entry = { status, finalAddress: page.url(), earlyErrors: [] }
    return { ...entry, outcome: status !== null && status >= 400 ? 'refused' : 'entered' }
  } catch (error) {
    return {
      outcome: toOutcome(run, String(error)),
      status: null,
      finalAddress: page.url(),
      earlyErrors: [],
    }
  }
}

/** Asked once the page stands: a wall shows little else than the wish to sign in. */
export function isLoginWall(words: string): boolean {
  return words.length <= LONGEST_WALL && LOGIN.test(words)
}

function toOutcome(run: OpenRun, error: string): PageEntry['outcome'] {
  if (run.hasCrashed() || error.includes('crashed')) return 'crashed'
  return error.includes('ERR_TOO_MANY_REDIRECTS') ? 'redirectLoop' : 'unreachable'
}
